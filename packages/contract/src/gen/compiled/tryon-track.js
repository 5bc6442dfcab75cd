// Generated from openapi by `pnpm generate`. Do not edit.
import { EndCustomerQuota, PortalError } from './shared.js';
import { ucs2length, withError } from './ajv-runtime.js';
const uriFormat = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u;

export function TrackRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.api_key === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "api_key"});
errors++;
}
if(data.product_type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "product_type"});
errors++;
}
if(data.variation_count === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "variation_count"});
errors++;
}
if(data.generation_time_ms === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "generation_time_ms"});
errors++;
}
if(data.success === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "success"});
errors++;
}
if(data.api_key !== undefined){
let data0 = data.api_key;
if(typeof data0 === "string"){
if(ucs2length(data0) > 255){
vErrors = withError(vErrors, instancePath+"/api_key", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data0) < 1){
vErrors = withError(vErrors, instancePath+"/api_key", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/api_key", "type", {type: "string"});
errors++;
}
}
if(data.product_type !== undefined){
let data1 = data.product_type;
if(typeof data1 === "string"){
if(ucs2length(data1) > 80){
vErrors = withError(vErrors, instancePath+"/product_type", "maxLength", {limit: 80});
errors++;
}
if(ucs2length(data1) < 1){
vErrors = withError(vErrors, instancePath+"/product_type", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/product_type", "type", {type: "string"});
errors++;
}
}
if(data.variation_count !== undefined){
let data2 = data.variation_count;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/variation_count", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 16 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/variation_count", "maximum", {comparison: "<=", limit: 16});
errors++;
}
if(data2 < 1 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/variation_count", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.generation_time_ms !== undefined){
let data3 = data.generation_time_ms;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = withError(vErrors, instancePath+"/generation_time_ms", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 3600000 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/generation_time_ms", "maximum", {comparison: "<=", limit: 3600000});
errors++;
}
if(data3 < 0 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/generation_time_ms", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.success !== undefined){
if(typeof data.success !== "boolean"){
vErrors = withError(vErrors, instancePath+"/success", "type", {type: "boolean"});
errors++;
}
}
if(data.page_url !== undefined){
let data5 = data.page_url;
if(typeof data5 === "string"){
if(ucs2length(data5) > 2048){
vErrors = withError(vErrors, instancePath+"/page_url", "maxLength", {limit: 2048});
errors++;
}
if(!(uriFormat.test(data5))){
vErrors = withError(vErrors, instancePath+"/page_url", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/page_url", "type", {type: "string"});
errors++;
}
}
if(data.product_title !== undefined){
let data6 = data.product_title;
if(typeof data6 === "string"){
if(ucs2length(data6) > 500){
vErrors = withError(vErrors, instancePath+"/product_title", "maxLength", {limit: 500});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/product_title", "type", {type: "string"});
errors++;
}
}
if(data.origin !== undefined){
let data7 = data.origin;
if(typeof data7 === "string"){
if(ucs2length(data7) > 255){
vErrors = withError(vErrors, instancePath+"/origin", "maxLength", {limit: 255});
errors++;
}
if(!(uriFormat.test(data7))){
vErrors = withError(vErrors, instancePath+"/origin", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/origin", "type", {type: "string"});
errors++;
}
}
if(data.end_customer_token !== undefined){
let data8 = data.end_customer_token;
if(typeof data8 === "string"){
if(ucs2length(data8) > 4096){
vErrors = withError(vErrors, instancePath+"/end_customer_token", "maxLength", {limit: 4096});
errors++;
}
if(ucs2length(data8) < 1){
vErrors = withError(vErrors, instancePath+"/end_customer_token", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/end_customer_token", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
TrackRequest.errors = vErrors;
return errors === 0;
}

export function TrackResponse(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.success === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "success"});
errors++;
}
if(data.remaining_credits === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining_credits"});
errors++;
}
if(data.variation_count === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "variation_count"});
errors++;
}
if(data.success !== undefined){
let data0 = data.success;
if(typeof data0 !== "boolean"){
vErrors = withError(vErrors, instancePath+"/success", "type", {type: "boolean"});
errors++;
}
if(true !== data0){
vErrors = withError(vErrors, instancePath+"/success", "const", {allowedValue: true});
errors++;
}
}
if(data.remaining_credits !== undefined){
let data1 = data.remaining_credits;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = withError(vErrors, instancePath+"/remaining_credits", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/remaining_credits", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.variation_count !== undefined){
let data2 = data.variation_count;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/variation_count", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 16 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/variation_count", "maximum", {comparison: "<=", limit: 16});
errors++;
}
if(data2 < 1 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/variation_count", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.end_customer_quota !== undefined){
if(!(EndCustomerQuota(data.end_customer_quota, instancePath+"/end_customer_quota"))){
vErrors = vErrors === null ? EndCustomerQuota.errors : vErrors.concat(EndCustomerQuota.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
TrackResponse.errors = vErrors;
return errors === 0;
}

export function trackTryon_401(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(PortalError(data, instancePath))){
vErrors = vErrors === null ? PortalError.errors : vErrors.concat(PortalError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "error"});
errors++;
}
if(data.error !== undefined){
let data0 = data.error;
if(!(((data0 === "unauthorized") || (data0 === "invalid_key")) || (data0 === "invalid_session_token"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["unauthorized","invalid_key","invalid_session_token"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
trackTryon_401.errors = vErrors;
return errors === 0;
}

export function trackTryon_402(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(PortalError(data, instancePath))){
vErrors = vErrors === null ? PortalError.errors : vErrors.concat(PortalError.errors);
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
var _valid0 = _errs7 === errors;
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
trackTryon_402.errors = vErrors;
return errors === 0;
}

export function trackTryon_403(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(PortalError(data, instancePath))){
vErrors = vErrors === null ? PortalError.errors : vErrors.concat(PortalError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "error"});
errors++;
}
if(data.error !== undefined){
let data0 = data.error;
if(!(((data0 === "account_inactive") || (data0 === "domain_not_allowed")) || (data0 === "token_store_mismatch"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["account_inactive","domain_not_allowed","token_store_mismatch"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
trackTryon_403.errors = vErrors;
return errors === 0;
}
