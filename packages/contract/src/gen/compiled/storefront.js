// Generated from openapi by `pnpm generate`. Do not edit.
import { EndCustomerQuotaReason, ErrorCode, EventTime, PhotoRejectedReason, PortalErrorCode, StatusResponse } from './shared.js';
import { ucs2length, withError } from './ajv-runtime.js';
const dateTimeFormat = /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;
const uriFormat = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u;
const pattern3 = /* @__PURE__ */ new RegExp("^evt_[A-Za-z0-9]+$", "u");

export function StorefrontStatus(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StatusResponse(data, instancePath))){
vErrors = vErrors === null ? StatusResponse.errors : vErrors.concat(StatusResponse.errors);
errors = vErrors.length;
}
if(!(ShopperView(data, instancePath))){
vErrors = vErrors === null ? ShopperView.errors : vErrors.concat(ShopperView.errors);
errors = vErrors.length;
}
StorefrontStatus.errors = vErrors;
return errors === 0;
}

export function StorefrontSessionRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "productId")){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.productId !== undefined){
let data0 = data.productId;
if(typeof data0 === "string"){
if(ucs2length(data0) > 255){
vErrors = withError(vErrors, instancePath+"/productId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data0) < 1){
vErrors = withError(vErrors, instancePath+"/productId", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/productId", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
StorefrontSessionRequest.errors = vErrors;
return errors === 0;
}

export function StorefrontSession(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.token === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "token"});
errors++;
}
if(data.expiresIn === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expiresIn"});
errors++;
}
if(data.expiresAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expiresAt"});
errors++;
}
if(data.token !== undefined){
let data0 = data.token;
if(typeof data0 === "string"){
if(ucs2length(data0) > 4096){
vErrors = withError(vErrors, instancePath+"/token", "maxLength", {limit: 4096});
errors++;
}
if(ucs2length(data0) < 16){
vErrors = withError(vErrors, instancePath+"/token", "minLength", {limit: 16});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/token", "type", {type: "string"});
errors++;
}
}
if(data.expiresIn !== undefined){
let data1 = data.expiresIn;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = withError(vErrors, instancePath+"/expiresIn", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 3600 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/expiresIn", "maximum", {comparison: "<=", limit: 3600});
errors++;
}
if(data1 < 0 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/expiresIn", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.expiresAt !== undefined){
let data2 = data.expiresAt;
if(typeof data2 === "string"){
if(!(dateTimeFormat.test(data2))){
vErrors = withError(vErrors, instancePath+"/expiresAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/expiresAt", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
StorefrontSession.errors = vErrors;
return errors === 0;
}

export function NonceResponse(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.nonce === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "nonce"});
errors++;
}
if(data.header === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "header"});
errors++;
}
if(data.expiresAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expiresAt"});
errors++;
}
if(data.nonce !== undefined){
let data0 = data.nonce;
if(typeof data0 === "string"){
if(ucs2length(data0) > 4096){
vErrors = withError(vErrors, instancePath+"/nonce", "maxLength", {limit: 4096});
errors++;
}
if(ucs2length(data0) < 8){
vErrors = withError(vErrors, instancePath+"/nonce", "minLength", {limit: 8});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/nonce", "type", {type: "string"});
errors++;
}
}
if(data.header !== undefined){
let data1 = data.header;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/header", "type", {type: "string"});
errors++;
}
if(!((data1 === "X-WP-Nonce") || (data1 === "X-XSRF-TOKEN"))){
vErrors = withError(vErrors, instancePath+"/header", "enum", {allowedValues: ["X-WP-Nonce","X-XSRF-TOKEN"]});
errors++;
}
}
if(data.expiresAt !== undefined){
let data2 = data.expiresAt;
if(typeof data2 === "string"){
if(!(dateTimeFormat.test(data2))){
vErrors = withError(vErrors, instancePath+"/expiresAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/expiresAt", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
NonceResponse.errors = vErrors;
return errors === 0;
}

export function UseCreditsResponse(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.remaining === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining"});
errors++;
}
if(data.remaining !== undefined){
let data0 = data.remaining;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (data0 !== null)){
vErrors = withError(vErrors, instancePath+"/remaining", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/remaining", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
UseCreditsResponse.errors = vErrors;
return errors === 0;
}

export function CheckoutRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "productId")){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.productId !== undefined){
let data0 = data.productId;
if(typeof data0 === "string"){
if(ucs2length(data0) > 255){
vErrors = withError(vErrors, instancePath+"/productId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data0) < 1){
vErrors = withError(vErrors, instancePath+"/productId", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/productId", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CheckoutRequest.errors = vErrors;
return errors === 0;
}

export function CheckoutResponse(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.checkoutUrl === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "checkoutUrl"});
errors++;
}
if(data.checkoutUrl !== undefined){
let data0 = data.checkoutUrl;
if(typeof data0 === "string"){
if(ucs2length(data0) > 2048){
vErrors = withError(vErrors, instancePath+"/checkoutUrl", "maxLength", {limit: 2048});
errors++;
}
if(!(uriFormat.test(data0))){
vErrors = withError(vErrors, instancePath+"/checkoutUrl", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/checkoutUrl", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CheckoutResponse.errors = vErrors;
return errors === 0;
}

export function WebhookEnvelope(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "type"});
errors++;
}
if(data.created === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "created"});
errors++;
}
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(ucs2length(data0) > 64){
vErrors = withError(vErrors, instancePath+"/id", "maxLength", {limit: 64});
errors++;
}
if(!pattern3.test(data0)){
vErrors = withError(vErrors, instancePath+"/id", "pattern", {pattern: "^evt_[A-Za-z0-9]+$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/id", "type", {type: "string"});
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 === "string"){
if(ucs2length(data1) > 80){
vErrors = withError(vErrors, instancePath+"/type", "maxLength", {limit: 80});
errors++;
}
if(ucs2length(data1) < 1){
vErrors = withError(vErrors, instancePath+"/type", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
}
if(data.created !== undefined){
if(!(EventTime(data.created, instancePath+"/created"))){
vErrors = vErrors === null ? EventTime.errors : vErrors.concat(EventTime.errors);
errors = vErrors.length;
}
}
if(data.data !== undefined){
let data3 = data.data;
if(!(data3 && typeof data3 == "object" && !Array.isArray(data3))){
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookEnvelope.errors = vErrors;
return errors === 0;
}

export function WebhookReceipt(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.received === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "received"});
errors++;
}
if(data.duplicate === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "duplicate"});
errors++;
}
if(data.received !== undefined){
let data0 = data.received;
if(typeof data0 !== "boolean"){
vErrors = withError(vErrors, instancePath+"/received", "type", {type: "boolean"});
errors++;
}
if(true !== data0){
vErrors = withError(vErrors, instancePath+"/received", "const", {allowedValue: true});
errors++;
}
}
if(data.duplicate !== undefined){
if(typeof data.duplicate !== "boolean"){
vErrors = withError(vErrors, instancePath+"/duplicate", "type", {type: "boolean"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookReceipt.errors = vErrors;
return errors === 0;
}

export function ConnectCallback(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.state === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "state"});
errors++;
}
for(const key0 in data){
if(!((key0 === "code") || (key0 === "state"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.code !== undefined){
let data0 = data.code;
if(typeof data0 === "string"){
if(ucs2length(data0) > 255){
vErrors = withError(vErrors, instancePath+"/code", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data0) < 1){
vErrors = withError(vErrors, instancePath+"/code", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/code", "type", {type: "string"});
errors++;
}
}
if(data.state !== undefined){
let data1 = data.state;
if(typeof data1 === "string"){
if(ucs2length(data1) > 255){
vErrors = withError(vErrors, instancePath+"/state", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data1) < 8){
vErrors = withError(vErrors, instancePath+"/state", "minLength", {limit: 8});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/state", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ConnectCallback.errors = vErrors;
return errors === 0;
}

export function ConnectResult(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.connected === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "connected"});
errors++;
}
if(data.connected !== undefined){
let data0 = data.connected;
if(typeof data0 !== "boolean"){
vErrors = withError(vErrors, instancePath+"/connected", "type", {type: "boolean"});
errors++;
}
if(true !== data0){
vErrors = withError(vErrors, instancePath+"/connected", "const", {allowedValue: true});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ConnectResult.errors = vErrors;
return errors === 0;
}

export function CtaType(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((((((data === "try_on") || (data === "checkout")) || (data === "upgrade")) || (data === "subscribe")) || (data === "purchase")) || (data === "sign_in")) || (data === "service_paused")) || (data === "none"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["try_on","checkout","upgrade","subscribe","purchase","sign_in","service_paused","none"]});
errors++;
}
CtaType.errors = vErrors;
return errors === 0;
}

export function ShopperView(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.canTryOn === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "canTryOn"});
errors++;
}
if(data.ctaType === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "ctaType"});
errors++;
}
if(data.canTryOn !== undefined){
if(typeof data.canTryOn !== "boolean"){
vErrors = withError(vErrors, instancePath+"/canTryOn", "type", {type: "boolean"});
errors++;
}
}
if(data.ctaType !== undefined){
if(!(CtaType(data.ctaType, instancePath+"/ctaType"))){
vErrors = vErrors === null ? CtaType.errors : vErrors.concat(CtaType.errors);
errors = vErrors.length;
}
}
if(data.remaining !== undefined){
let data2 = data.remaining;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/remaining", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/remaining", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.sessionToken !== undefined){
let data3 = data.sessionToken;
if(typeof data3 === "string"){
if(ucs2length(data3) > 4096){
vErrors = withError(vErrors, instancePath+"/sessionToken", "maxLength", {limit: 4096});
errors++;
}
if(ucs2length(data3) < 16){
vErrors = withError(vErrors, instancePath+"/sessionToken", "minLength", {limit: 16});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/sessionToken", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopperView.errors = vErrors;
return errors === 0;
}

export function StorefrontError(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.message === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "message"});
errors++;
}
if(data.code !== undefined){
if(!(ErrorCode(data.code, instancePath+"/code"))){
vErrors = vErrors === null ? ErrorCode.errors : vErrors.concat(ErrorCode.errors);
errors = vErrors.length;
}
}
if(data.message !== undefined){
let data1 = data.message;
if(typeof data1 === "string"){
if(ucs2length(data1) > 500){
vErrors = withError(vErrors, instancePath+"/message", "maxLength", {limit: 500});
errors++;
}
if(ucs2length(data1) < 1){
vErrors = withError(vErrors, instancePath+"/message", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/message", "type", {type: "string"});
errors++;
}
}
if(data.error !== undefined){
if(!(PortalErrorCode(data.error, instancePath+"/error"))){
vErrors = vErrors === null ? PortalErrorCode.errors : vErrors.concat(PortalErrorCode.errors);
errors = vErrors.length;
}
}
if(data.reason !== undefined){
let data3 = data.reason;
const _errs6 = errors;
let valid1 = false;
const _errs7 = errors;
if(!(EndCustomerQuotaReason(data3, instancePath+"/reason"))){
vErrors = vErrors === null ? EndCustomerQuotaReason.errors : vErrors.concat(EndCustomerQuotaReason.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(!(PhotoRejectedReason(data3, instancePath+"/reason"))){
vErrors = vErrors === null ? PhotoRejectedReason.errors : vErrors.concat(PhotoRejectedReason.errors);
errors = vErrors.length;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = withError(vErrors, instancePath+"/reason", "anyOf", {});
errors++;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
StorefrontError.errors = vErrors;
return errors === 0;
}

export function NativeError(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.message === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "message"});
errors++;
}
if(data.message !== undefined){
let data0 = data.message;
if(typeof data0 === "string"){
if(ucs2length(data0) > 500){
vErrors = withError(vErrors, instancePath+"/message", "maxLength", {limit: 500});
errors++;
}
if(ucs2length(data0) < 1){
vErrors = withError(vErrors, instancePath+"/message", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/message", "type", {type: "string"});
errors++;
}
}
if(data.errors !== undefined){
let data1 = data.errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
let data2 = data1[key0];
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
vErrors = withError(vErrors, instancePath+"/errors/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/errors/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/errors", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
NativeError.errors = vErrors;
return errors === 0;
}

export function getStorefrontStatus_401(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
let data0 = data.code;
if(!((data0 === "invalid_api_key") || (data0 === "sign_in_required"))){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["invalid_api_key","sign_in_required"]});
errors++;
}
}
if(data.error !== undefined){
let data1 = data.error;
if(!(((data1 === "invalid_key") || (data1 === "unauthorized")) || (data1 === "account_inactive"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["invalid_key","unauthorized","account_inactive"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
getStorefrontStatus_401.errors = vErrors;
return errors === 0;
}

export function getStorefrontStatus_402(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
errors = vErrors.length;
}
const _errs2 = errors;
let valid1 = false;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.error === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "error"});
errors++;
}
if(data.reason === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "reason"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "quota_exhausted")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["quota_exhausted"]});
errors++;
}
}
if(data.error !== undefined){
if(!(data.error === "end_customer_quota")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["end_customer_quota"]});
errors++;
}
}
if(data.reason !== undefined){
let data2 = data.reason;
if(!((((data2 === "quota_exhausted") || (data2 === "no_plan")) || (data2 === "paused")) || (data2 === "cancelled"))){
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
const _errs8 = errors;
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
var _valid0 = _errs8 === errors;
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
getStorefrontStatus_402.errors = vErrors;
return errors === 0;
}

export function getStorefrontStatus_403(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
errors = vErrors.length;
}
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
if(data.error !== undefined){
if(!(data.error === "domain_not_allowed")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["domain_not_allowed"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
getStorefrontStatus_403.errors = vErrors;
return errors === 0;
}

export function getStorefrontStatus_404(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "path_not_allowed")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["path_not_allowed"]});
errors++;
}
}
if(data.error !== undefined){
if(!(data.error === "not_found")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["not_found"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
getStorefrontStatus_404.errors = vErrors;
return errors === 0;
}

export function getStorefrontStatus_429(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "rate_limited")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["rate_limited"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
getStorefrontStatus_429.errors = vErrors;
return errors === 0;
}

export function getStorefrontStatus_500(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "internal_error")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["internal_error"]});
errors++;
}
}
if(data.error !== undefined){
let data1 = data.error;
if(!(((((((data1 === "invalid_session_token") || (data1 === "token_store_mismatch")) || (data1 === "customer_inactive")) || (data1 === "plan_not_found")) || (data1 === "invalid_body")) || (data1 === "metadata_too_large")) || (data1 === "idempotency_conflict"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["invalid_session_token","token_store_mismatch","customer_inactive","plan_not_found","invalid_body","metadata_too_large","idempotency_conflict"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
getStorefrontStatus_500.errors = vErrors;
return errors === 0;
}

export function getStorefrontStatus_502(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
errors++;
}
if(data.code !== undefined){
if(!(data.code === "upstream_unreachable")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["upstream_unreachable"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
getStorefrontStatus_502.errors = vErrors;
return errors === 0;
}

export function createStorefrontSession_400(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
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
createStorefrontSession_400.errors = vErrors;
return errors === 0;
}

export function createStorefrontSession_413(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
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
createStorefrontSession_413.errors = vErrors;
return errors === 0;
}

export function proxyAnalyze_422(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StorefrontError(data, instancePath))){
vErrors = vErrors === null ? StorefrontError.errors : vErrors.concat(StorefrontError.errors);
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
proxyAnalyze_422.errors = vErrors;
return errors === 0;
}
