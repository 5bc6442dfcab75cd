// Generated from openapi by `pnpm generate`. Do not edit.
import { CodeError, PortalError } from './shared.js';
import { withError } from './ajv-runtime.js';

export function TryonError(data, instancePath = ""){

let vErrors = null;
let errors = 0;
var _errs0 = errors;
let valid0 = false;
let passing0 = null;
var _errs1 = errors;
if(!(CodeError(data, instancePath))){
vErrors = vErrors === null ? CodeError.errors : vErrors.concat(CodeError.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
var _errs2 = errors;
if(!(PortalError(data, instancePath))){
vErrors = vErrors === null ? PortalError.errors : vErrors.concat(PortalError.errors);
errors = vErrors.length;
}
var _valid0 = _errs2 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
vErrors = withError(vErrors, instancePath, "oneOf", {alternatives: [[errors - _errs1, {"has":["code"],"says":[]}], [errors - _errs2, {"has":["error"],"says":[]}]]});
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
TryonError.errors = vErrors;
return errors === 0;
}

export function analyzePhoto_400(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(CodeError(data, instancePath))){
vErrors = vErrors === null ? CodeError.errors : vErrors.concat(CodeError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "invalid_request")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["invalid_request"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
analyzePhoto_400.errors = vErrors;
return errors === 0;
}

export function analyzePhoto_413(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(CodeError(data, instancePath))){
vErrors = vErrors === null ? CodeError.errors : vErrors.concat(CodeError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "payload_too_large")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["payload_too_large"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
analyzePhoto_413.errors = vErrors;
return errors === 0;
}

export function analyzePhoto_422(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(CodeError(data, instancePath))){
vErrors = vErrors === null ? CodeError.errors : vErrors.concat(CodeError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.reason === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "reason"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "photo_rejected")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["photo_rejected"]});
errors++;
}
}
if(data.reason !== undefined){
let data1 = data.reason;
if(!(((((data1 === "unsupported_format") || (data1 === "unreadable")) || (data1 === "too_small")) || (data1 === "too_many_pixels")) || (data1 === "too_complex"))){
vErrors = withError(vErrors, instancePath+"/reason", "enum", {allowedValues: ["unsupported_format","unreadable","too_small","too_many_pixels","too_complex"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
analyzePhoto_422.errors = vErrors;
return errors === 0;
}

export function generateTryon_401(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(TryonError(data, instancePath))){
vErrors = vErrors === null ? TryonError.errors : vErrors.concat(TryonError.errors);
errors = vErrors.length;
}
var _errs2 = errors;
let valid1 = false;
var _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "invalid_api_key")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["invalid_api_key"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
var _valid0 = _errs3 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
var _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "error"});
errors++;
}
if(data.error !== undefined){
let data1 = data.error;
if(!(((data1 === "unauthorized") || (data1 === "invalid_key")) || (data1 === "invalid_session_token"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["unauthorized","invalid_key","invalid_session_token"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = withError(vErrors, instancePath, "anyOf", {});
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
generateTryon_401.errors = vErrors;
return errors === 0;
}

export function generateTryon_402(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(TryonError(data, instancePath))){
vErrors = vErrors === null ? TryonError.errors : vErrors.concat(TryonError.errors);
errors = vErrors.length;
}
var _errs2 = errors;
let valid1 = false;
var _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "error"});
errors++;
}
if(data.reason === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "reason"});
errors++;
}
if(data.error !== undefined){
if(!(data.error === "end_customer_quota")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["end_customer_quota"]});
errors++;
}
}
if(data.reason !== undefined){
let data1 = data.reason;
if(!((((data1 === "quota_exhausted") || (data1 === "no_plan")) || (data1 === "paused")) || (data1 === "cancelled"))){
vErrors = withError(vErrors, instancePath+"/reason", "enum", {allowedValues: ["quota_exhausted","no_plan","paused","cancelled"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
var _valid0 = _errs3 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
var _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "quota_exhausted")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["quota_exhausted"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
var _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "error"});
errors++;
}
if(data.error !== undefined){
if(!(data.error === "credit_limit_reached")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["credit_limit_reached"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
}
}
if(!valid1){
vErrors = withError(vErrors, instancePath, "anyOf", {});
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
generateTryon_402.errors = vErrors;
return errors === 0;
}

export function generateTryon_403(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(TryonError(data, instancePath))){
vErrors = vErrors === null ? TryonError.errors : vErrors.concat(TryonError.errors);
errors = vErrors.length;
}
var _errs2 = errors;
let valid1 = false;
var _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "cross_origin")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["cross_origin"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
var _valid0 = _errs3 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
var _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "error"});
errors++;
}
if(data.error !== undefined){
let data1 = data.error;
if(!(((data1 === "account_inactive") || (data1 === "domain_not_allowed")) || (data1 === "token_store_mismatch"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["account_inactive","domain_not_allowed","token_store_mismatch"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = withError(vErrors, instancePath, "anyOf", {});
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
generateTryon_403.errors = vErrors;
return errors === 0;
}
