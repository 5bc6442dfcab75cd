// Generated from openapi by `pnpm generate`. Do not edit.
import { ucs2length, withError } from './ajv-runtime.js';
const pattern1 = /* @__PURE__ */ new RegExp("^(shopify|wp|woocommerce|laravel|external)_.+$", "u");
const dateTimeFormat = /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;
const uriFormat = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u;
const pattern4 = /* @__PURE__ */ new RegExp("^(https://|data:image/(png|jpeg|webp);base64,)", "u");
const pattern5 = /* @__PURE__ */ new RegExp("^pln_[A-Za-z0-9]{8,60}$", "u");
const pattern6 = /* @__PURE__ */ new RegExp("^[!-~]+$", "u");

export function PortalErrorCode(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((((((((((((((data === "unauthorized") || (data === "invalid_key")) || (data === "invalid_session_token")) || (data === "credit_limit_reached")) || (data === "end_customer_quota")) || (data === "account_inactive")) || (data === "domain_not_allowed")) || (data === "token_store_mismatch")) || (data === "customer_inactive")) || (data === "plan_not_found")) || (data === "not_found")) || (data === "invalid_body")) || (data === "metadata_too_large")) || (data === "idempotency_conflict")) || (data === "rate_limited")) || (data === "internal_error"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["unauthorized","invalid_key","invalid_session_token","credit_limit_reached","end_customer_quota","account_inactive","domain_not_allowed","token_store_mismatch","customer_inactive","plan_not_found","not_found","invalid_body","metadata_too_large","idempotency_conflict","rate_limited","internal_error"]});
errors++;
}
PortalErrorCode.errors = vErrors;
return errors === 0;
}

export function EndCustomerQuotaReason(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((data === "quota_exhausted") || (data === "no_plan")) || (data === "paused")) || (data === "cancelled"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["quota_exhausted","no_plan","paused","cancelled"]});
errors++;
}
EndCustomerQuotaReason.errors = vErrors;
return errors === 0;
}

export function PortalError(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.error === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "error"});
errors++;
}
if(data.message === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "message"});
errors++;
}
if(data.error !== undefined){
if(!(PortalErrorCode(data.error, instancePath+"/error"))){
vErrors = vErrors === null ? PortalErrorCode.errors : vErrors.concat(PortalErrorCode.errors);
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
if(data.detail !== undefined){
let data2 = data.detail;
if(typeof data2 === "string"){
if(ucs2length(data2) > 2000){
vErrors = withError(vErrors, instancePath+"/detail", "maxLength", {limit: 2000});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/detail", "type", {type: "string"});
errors++;
}
}
if(data.reason !== undefined){
if(!(EndCustomerQuotaReason(data.reason, instancePath+"/reason"))){
vErrors = vErrors === null ? EndCustomerQuotaReason.errors : vErrors.concat(EndCustomerQuotaReason.errors);
errors = vErrors.length;
}
}
if(data.used !== undefined){
let data4 = data.used;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = withError(vErrors, instancePath+"/used", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/used", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.limit !== undefined){
let data5 = data.limit;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
vErrors = withError(vErrors, instancePath+"/limit", "type", {type: "integer"});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
vErrors = withError(vErrors, instancePath+"/limit", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.fieldErrors !== undefined){
let data6 = data.fieldErrors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key0 in data6){
let data7 = data6[key0];
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(typeof data7[i0] !== "string"){
vErrors = withError(vErrors, instancePath+"/fieldErrors/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/fieldErrors/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/fieldErrors", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PortalError.errors = vErrors;
return errors === 0;
}

export function ExternalId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 255){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data) < 4){
vErrors = withError(vErrors, instancePath, "minLength", {limit: 4});
errors++;
}
if(!pattern1.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^(shopify|wp|woocommerce|laravel|external)_.+$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
ExternalId.errors = vErrors;
return errors === 0;
}

export function Access(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((data === "ALLOWED") || (data === "LOCKED")) || (data === "EXHAUSTED")) || (data === "ERROR"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["ALLOWED","LOCKED","EXHAUSTED","ERROR"]});
errors++;
}
Access.errors = vErrors;
return errors === 0;
}

export function Plan(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((data === "free") || (data === "starter")) || (data === "growth")) || (data === "scale"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["free","starter","growth","scale"]});
errors++;
}
Plan.errors = vErrors;
return errors === 0;
}

export function StatusFields(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.access === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "access"});
errors++;
}
if(data.access !== undefined){
if(!(Access(data.access, instancePath+"/access"))){
vErrors = vErrors === null ? Access.errors : vErrors.concat(Access.errors);
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
}
else {
vErrors = withError(vErrors, instancePath+"/message", "type", {type: "string"});
errors++;
}
}
if(data.plan !== undefined){
if(!(Plan(data.plan, instancePath+"/plan"))){
vErrors = vErrors === null ? Plan.errors : vErrors.concat(Plan.errors);
errors = vErrors.length;
}
}
if(data.overageEnabled !== undefined){
if(typeof data.overageEnabled !== "boolean"){
vErrors = withError(vErrors, instancePath+"/overageEnabled", "type", {type: "boolean"});
errors++;
}
}
if(data.externalId !== undefined){
if(!(ExternalId(data.externalId, instancePath+"/externalId"))){
vErrors = vErrors === null ? ExternalId.errors : vErrors.concat(ExternalId.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
StatusFields.errors = vErrors;
return errors === 0;
}

export function Quota(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.used === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "used"});
errors++;
}
if(data.limit === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "limit"});
errors++;
}
if(data.resetsAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "resetsAt"});
errors++;
}
if(data.used !== undefined){
let data0 = data.used;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = withError(vErrors, instancePath+"/used", "type", {type: "integer"});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/used", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.limit !== undefined){
let data1 = data.limit;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = withError(vErrors, instancePath+"/limit", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/limit", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.resetsAt !== undefined){
let data2 = data.resetsAt;
if(typeof data2 === "string"){
if(!(dateTimeFormat.test(data2))){
vErrors = withError(vErrors, instancePath+"/resetsAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/resetsAt", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
Quota.errors = vErrors;
return errors === 0;
}

export function PerTryonStatus(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StatusFields(data, instancePath))){
vErrors = vErrors === null ? StatusFields.errors : vErrors.concat(StatusFields.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.monetizationModel === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "monetizationModel"});
errors++;
}
if(data.quota === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "quota"});
errors++;
}
if(data.monetizationModel !== undefined){
if("per_tryon" !== data.monetizationModel){
vErrors = withError(vErrors, instancePath+"/monetizationModel", "const", {allowedValue: "per_tryon"});
errors++;
}
}
if(data.quota !== undefined){
if(!(Quota(data.quota, instancePath+"/quota"))){
vErrors = vErrors === null ? Quota.errors : vErrors.concat(Quota.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PerTryonStatus.errors = vErrors;
return errors === 0;
}

export function OtherStatus(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(StatusFields(data, instancePath))){
vErrors = vErrors === null ? StatusFields.errors : vErrors.concat(StatusFields.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.monetizationModel !== undefined){
let data0 = data.monetizationModel;
if(!((data0 === "per_order") || (data0 === "subscription"))){
vErrors = withError(vErrors, instancePath+"/monetizationModel", "enum", {allowedValues: ["per_order","subscription"]});
errors++;
}
}
if(data.quota !== undefined){
if(!(Quota(data.quota, instancePath+"/quota"))){
vErrors = vErrors === null ? Quota.errors : vErrors.concat(Quota.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
OtherStatus.errors = vErrors;
return errors === 0;
}

export function StatusResponse(data, instancePath = ""){

let vErrors = null;
let errors = 0;
var _errs0 = errors;
let valid0 = false;
let passing0 = null;
var _errs1 = errors;
if(!(PerTryonStatus(data, instancePath))){
vErrors = vErrors === null ? PerTryonStatus.errors : vErrors.concat(PerTryonStatus.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
var _errs2 = errors;
if(!(OtherStatus(data, instancePath))){
vErrors = vErrors === null ? OtherStatus.errors : vErrors.concat(OtherStatus.errors);
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
vErrors = withError(vErrors, instancePath, "oneOf", {alternatives: [[errors - _errs1, {"has":[],"says":["monetizationModel"]}], [errors - _errs2, {"has":[],"says":["monetizationModel"]}]]});
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
StatusResponse.errors = vErrors;
return errors === 0;
}

export function ErrorCode(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((((((((((data === "invalid_api_key") || (data === "cross_origin")) || (data === "path_not_allowed")) || (data === "rate_limited")) || (data === "quota_exhausted")) || (data === "upstream_unreachable")) || (data === "internal_error")) || (data === "invalid_request")) || (data === "sign_in_required")) || (data === "payload_too_large")) || (data === "photo_rejected")) || (data === "invalid_signature"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["invalid_api_key","cross_origin","path_not_allowed","rate_limited","quota_exhausted","upstream_unreachable","internal_error","invalid_request","sign_in_required","payload_too_large","photo_rejected","invalid_signature"]});
errors++;
}
ErrorCode.errors = vErrors;
return errors === 0;
}

export function PhotoRejectedReason(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!(((((data === "unsupported_format") || (data === "unreadable")) || (data === "too_small")) || (data === "too_many_pixels")) || (data === "too_complex"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["unsupported_format","unreadable","too_small","too_many_pixels","too_complex"]});
errors++;
}
PhotoRejectedReason.errors = vErrors;
return errors === 0;
}

export function CodeError(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "code"});
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
if(data.reason !== undefined){
if(!(PhotoRejectedReason(data.reason, instancePath+"/reason"))){
vErrors = vErrors === null ? PhotoRejectedReason.errors : vErrors.concat(PhotoRejectedReason.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CodeError.errors = vErrors;
return errors === 0;
}

export function TryonForm(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.photo === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "photo"});
errors++;
}
if(data.product_image_url === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "product_image_url"});
errors++;
}
if(data.product_image_url !== undefined){
let data0 = data.product_image_url;
if(typeof data0 === "string"){
if(ucs2length(data0) > 2048){
vErrors = withError(vErrors, instancePath+"/product_image_url", "maxLength", {limit: 2048});
errors++;
}
if(!(uriFormat.test(data0))){
vErrors = withError(vErrors, instancePath+"/product_image_url", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/product_image_url", "type", {type: "string"});
errors++;
}
}
if(data.product_id !== undefined){
let data1 = data.product_id;
if(typeof data1 === "string"){
if(ucs2length(data1) > 255){
vErrors = withError(vErrors, instancePath+"/product_id", "maxLength", {limit: 255});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/product_id", "type", {type: "string"});
errors++;
}
}
if(data.product_title !== undefined){
let data2 = data.product_title;
if(typeof data2 === "string"){
if(ucs2length(data2) > 500){
vErrors = withError(vErrors, instancePath+"/product_title", "maxLength", {limit: 500});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/product_title", "type", {type: "string"});
errors++;
}
}
if(data.page_url !== undefined){
let data3 = data.page_url;
if(typeof data3 === "string"){
if(ucs2length(data3) > 2048){
vErrors = withError(vErrors, instancePath+"/page_url", "maxLength", {limit: 2048});
errors++;
}
if(!(uriFormat.test(data3))){
vErrors = withError(vErrors, instancePath+"/page_url", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/page_url", "type", {type: "string"});
errors++;
}
}
if(data.variation_count !== undefined){
let data4 = data.variation_count;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = withError(vErrors, instancePath+"/variation_count", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 4 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/variation_count", "maximum", {comparison: "<=", limit: 4});
errors++;
}
if(data4 < 1 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/variation_count", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
TryonForm.errors = vErrors;
return errors === 0;
}

export function ImageFormat(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!(((data === "jpeg") || (data === "png")) || (data === "webp"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["jpeg","png","webp"]});
errors++;
}
ImageFormat.errors = vErrors;
return errors === 0;
}

export function AnalyzeResponse(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.photo === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "photo"});
errors++;
}
if(data.product_type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "product_type"});
errors++;
}
if(data.warnings === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "warnings"});
errors++;
}
if(data.photo !== undefined){
let data0 = data.photo;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.width === undefined){
vErrors = withError(vErrors, instancePath+"/photo", "required", {missingProperty: "width"});
errors++;
}
if(data0.height === undefined){
vErrors = withError(vErrors, instancePath+"/photo", "required", {missingProperty: "height"});
errors++;
}
if(data0.format === undefined){
vErrors = withError(vErrors, instancePath+"/photo", "required", {missingProperty: "format"});
errors++;
}
if(data0.width !== undefined){
let data1 = data0.width;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = withError(vErrors, instancePath+"/photo/width", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 40000 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/photo/width", "maximum", {comparison: "<=", limit: 40000});
errors++;
}
if(data1 < 1 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/photo/width", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data0.height !== undefined){
let data2 = data0.height;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/photo/height", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 40000 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/photo/height", "maximum", {comparison: "<=", limit: 40000});
errors++;
}
if(data2 < 1 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/photo/height", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data0.format !== undefined){
if(!(ImageFormat(data0.format, instancePath+"/photo/format"))){
vErrors = vErrors === null ? ImageFormat.errors : vErrors.concat(ImageFormat.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/photo", "type", {type: "object"});
errors++;
}
}
if(data.product_type !== undefined){
let data4 = data.product_type;
if(typeof data4 === "string"){
if(ucs2length(data4) > 80){
vErrors = withError(vErrors, instancePath+"/product_type", "maxLength", {limit: 80});
errors++;
}
if(ucs2length(data4) < 1){
vErrors = withError(vErrors, instancePath+"/product_type", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/product_type", "type", {type: "string"});
errors++;
}
}
if(data.warnings !== undefined){
let data5 = data.warnings;
if(Array.isArray(data5)){
if(data5.length > 10){
vErrors = withError(vErrors, instancePath+"/warnings", "maxItems", {limit: 10});
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(ucs2length(data6) > 200){
vErrors = withError(vErrors, instancePath+"/warnings/" + i0, "maxLength", {limit: 200});
errors++;
}
if(ucs2length(data6) < 1){
vErrors = withError(vErrors, instancePath+"/warnings/" + i0, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/warnings/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/warnings", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
AnalyzeResponse.errors = vErrors;
return errors === 0;
}

export function GeneratedImage(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.url === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "url"});
errors++;
}
if(data.width === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "width"});
errors++;
}
if(data.height === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "height"});
errors++;
}
if(data.format === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "format"});
errors++;
}
if(data.url !== undefined){
let data0 = data.url;
if(typeof data0 === "string"){
if(ucs2length(data0) > 16777216){
vErrors = withError(vErrors, instancePath+"/url", "maxLength", {limit: 16777216});
errors++;
}
if(!pattern4.test(data0)){
vErrors = withError(vErrors, instancePath+"/url", "pattern", {pattern: "^(https://|data:image/(png|jpeg|webp);base64,)"});
errors++;
}
if(!(uriFormat.test(data0))){
vErrors = withError(vErrors, instancePath+"/url", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/url", "type", {type: "string"});
errors++;
}
}
if(data.width !== undefined){
let data1 = data.width;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = withError(vErrors, instancePath+"/width", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 40000 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/width", "maximum", {comparison: "<=", limit: 40000});
errors++;
}
if(data1 < 1 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/width", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.height !== undefined){
let data2 = data.height;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/height", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 40000 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/height", "maximum", {comparison: "<=", limit: 40000});
errors++;
}
if(data2 < 1 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/height", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.format !== undefined){
if(!(ImageFormat(data.format, instancePath+"/format"))){
vErrors = vErrors === null ? ImageFormat.errors : vErrors.concat(ImageFormat.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
GeneratedImage.errors = vErrors;
return errors === 0;
}

export function EndCustomerQuota(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.used === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "used"});
errors++;
}
if(data.limit === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "limit"});
errors++;
}
if(data.remaining === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining"});
errors++;
}
if(data.used !== undefined){
let data0 = data.used;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = withError(vErrors, instancePath+"/used", "type", {type: "integer"});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/used", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.limit !== undefined){
let data1 = data.limit;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = withError(vErrors, instancePath+"/limit", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/limit", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.remaining !== undefined){
let data2 = data.remaining;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/remaining", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
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
EndCustomerQuota.errors = vErrors;
return errors === 0;
}

export function TryonResponse(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.images === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "images"});
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
if(data.images !== undefined){
let data0 = data.images;
if(Array.isArray(data0)){
if(data0.length > 4){
vErrors = withError(vErrors, instancePath+"/images", "maxItems", {limit: 4});
errors++;
}
if(data0.length < 1){
vErrors = withError(vErrors, instancePath+"/images", "minItems", {limit: 1});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(GeneratedImage(data0[i0], instancePath+"/images/" + i0))){
vErrors = vErrors === null ? GeneratedImage.errors : vErrors.concat(GeneratedImage.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/images", "type", {type: "array"});
errors++;
}
}
if(data.product_type !== undefined){
let data2 = data.product_type;
if(typeof data2 === "string"){
if(ucs2length(data2) > 80){
vErrors = withError(vErrors, instancePath+"/product_type", "maxLength", {limit: 80});
errors++;
}
if(ucs2length(data2) < 1){
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
let data3 = data.variation_count;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = withError(vErrors, instancePath+"/variation_count", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 4 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/variation_count", "maximum", {comparison: "<=", limit: 4});
errors++;
}
if(data3 < 1 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/variation_count", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.generation_time_ms !== undefined){
let data4 = data.generation_time_ms;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = withError(vErrors, instancePath+"/generation_time_ms", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 3600000 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/generation_time_ms", "maximum", {comparison: "<=", limit: 3600000});
errors++;
}
if(data4 < 0 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/generation_time_ms", "minimum", {comparison: ">=", limit: 0});
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
TryonResponse.errors = vErrors;
return errors === 0;
}

export function CreatePlanRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "name"});
errors++;
}
if(data.monthlyTryOns === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "monthlyTryOns"});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "monthlyTryOns")) || (key0 === "externalPriceId")) || (key0 === "externalId")) || (key0 === "active"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(ucs2length(data0) > 80){
vErrors = withError(vErrors, instancePath+"/name", "maxLength", {limit: 80});
errors++;
}
if(ucs2length(data0) < 1){
vErrors = withError(vErrors, instancePath+"/name", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/name", "type", {type: "string"});
errors++;
}
}
if(data.monthlyTryOns !== undefined){
let data1 = data.monthlyTryOns;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = withError(vErrors, instancePath+"/monthlyTryOns", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/monthlyTryOns", "maximum", {comparison: "<=", limit: 1000000});
errors++;
}
if(data1 < 1 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/monthlyTryOns", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.externalPriceId !== undefined){
let data2 = data.externalPriceId;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/externalPriceId", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 255){
vErrors = withError(vErrors, instancePath+"/externalPriceId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data2) < 1){
vErrors = withError(vErrors, instancePath+"/externalPriceId", "minLength", {limit: 1});
errors++;
}
}
}
if(data.externalId !== undefined){
let data3 = data.externalId;
if(typeof data3 === "string"){
if(ucs2length(data3) > 255){
vErrors = withError(vErrors, instancePath+"/externalId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data3) < 1){
vErrors = withError(vErrors, instancePath+"/externalId", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/externalId", "type", {type: "string"});
errors++;
}
}
if(data.active !== undefined){
if(typeof data.active !== "boolean"){
vErrors = withError(vErrors, instancePath+"/active", "type", {type: "boolean"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreatePlanRequest.errors = vErrors;
return errors === 0;
}

export function PlanId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 64){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 64});
errors++;
}
if(!pattern5.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^pln_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
PlanId.errors = vErrors;
return errors === 0;
}

export function ShopperPlan(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.externalId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "externalId"});
errors++;
}
if(data.externalPriceId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "externalPriceId"});
errors++;
}
if(data.name === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "name"});
errors++;
}
if(data.monthlyTryOns === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "monthlyTryOns"});
errors++;
}
if(data.active === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "active"});
errors++;
}
if(data.createdAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "createdAt"});
errors++;
}
if(data.updatedAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "updatedAt"});
errors++;
}
if(data.id !== undefined){
if(!(PlanId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? PlanId.errors : vErrors.concat(PlanId.errors);
errors = vErrors.length;
}
}
if(data.externalId !== undefined){
let data1 = data.externalId;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = withError(vErrors, instancePath+"/externalId", "type", {type: ["string","null"]});
errors++;
}
if(typeof data1 === "string"){
if(ucs2length(data1) > 255){
vErrors = withError(vErrors, instancePath+"/externalId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data1) < 1){
vErrors = withError(vErrors, instancePath+"/externalId", "minLength", {limit: 1});
errors++;
}
}
}
if(data.externalPriceId !== undefined){
let data2 = data.externalPriceId;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/externalPriceId", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 255){
vErrors = withError(vErrors, instancePath+"/externalPriceId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data2) < 1){
vErrors = withError(vErrors, instancePath+"/externalPriceId", "minLength", {limit: 1});
errors++;
}
}
}
if(data.name !== undefined){
let data3 = data.name;
if(typeof data3 === "string"){
if(ucs2length(data3) > 80){
vErrors = withError(vErrors, instancePath+"/name", "maxLength", {limit: 80});
errors++;
}
if(ucs2length(data3) < 1){
vErrors = withError(vErrors, instancePath+"/name", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/name", "type", {type: "string"});
errors++;
}
}
if(data.monthlyTryOns !== undefined){
let data4 = data.monthlyTryOns;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = withError(vErrors, instancePath+"/monthlyTryOns", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1000000 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/monthlyTryOns", "maximum", {comparison: "<=", limit: 1000000});
errors++;
}
if(data4 < 1 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/monthlyTryOns", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.active !== undefined){
if(typeof data.active !== "boolean"){
vErrors = withError(vErrors, instancePath+"/active", "type", {type: "boolean"});
errors++;
}
}
if(data.createdAt !== undefined){
let data6 = data.createdAt;
if(typeof data6 === "string"){
if(!(dateTimeFormat.test(data6))){
vErrors = withError(vErrors, instancePath+"/createdAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/createdAt", "type", {type: "string"});
errors++;
}
}
if(data.updatedAt !== undefined){
let data7 = data.updatedAt;
if(typeof data7 === "string"){
if(!(dateTimeFormat.test(data7))){
vErrors = withError(vErrors, instancePath+"/updatedAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/updatedAt", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopperPlan.errors = vErrors;
return errors === 0;
}

export function WidgetSessionId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 128){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 128});
errors++;
}
if(ucs2length(data) < 1){
vErrors = withError(vErrors, instancePath, "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^[!-~]+$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
WidgetSessionId.errors = vErrors;
return errors === 0;
}

export function WidgetEventType(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((((((data === "WIDGET_OPENED") || (data === "PHOTO_UPLOADED")) || (data === "TRYON_GENERATED")) || (data === "TRYON_VIEWED")) || (data === "RESULT_SHARED")) || (data === "ADDED_TO_CART")) || (data === "CHECKOUT_STARTED")) || (data === "CLOSED"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["WIDGET_OPENED","PHOTO_UPLOADED","TRYON_GENERATED","TRYON_VIEWED","RESULT_SHARED","ADDED_TO_CART","CHECKOUT_STARTED","CLOSED"]});
errors++;
}
WidgetEventType.errors = vErrors;
return errors === 0;
}

export function WidgetEventMetadata(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 20){
vErrors = withError(vErrors, instancePath, "maxProperties", {limit: 20});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WidgetEventMetadata.errors = vErrors;
return errors === 0;
}

export function WidgetEvent(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sessionId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "sessionId"});
errors++;
}
if(data.eventType === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "eventType"});
errors++;
}
for(const key0 in data){
if(!((((((key0 === "sessionId") || (key0 === "eventType")) || (key0 === "productId")) || (key0 === "productTitle")) || (key0 === "pageUrl")) || (key0 === "metadata"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.sessionId !== undefined){
if(!(WidgetSessionId(data.sessionId, instancePath+"/sessionId"))){
vErrors = vErrors === null ? WidgetSessionId.errors : vErrors.concat(WidgetSessionId.errors);
errors = vErrors.length;
}
}
if(data.eventType !== undefined){
if(!(WidgetEventType(data.eventType, instancePath+"/eventType"))){
vErrors = vErrors === null ? WidgetEventType.errors : vErrors.concat(WidgetEventType.errors);
errors = vErrors.length;
}
}
if(data.productId !== undefined){
let data2 = data.productId;
if(typeof data2 === "string"){
if(ucs2length(data2) > 255){
vErrors = withError(vErrors, instancePath+"/productId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data2) < 1){
vErrors = withError(vErrors, instancePath+"/productId", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/productId", "type", {type: "string"});
errors++;
}
}
if(data.productTitle !== undefined){
let data3 = data.productTitle;
if(typeof data3 === "string"){
if(ucs2length(data3) > 500){
vErrors = withError(vErrors, instancePath+"/productTitle", "maxLength", {limit: 500});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/productTitle", "type", {type: "string"});
errors++;
}
}
if(data.pageUrl !== undefined){
let data4 = data.pageUrl;
if(typeof data4 === "string"){
if(ucs2length(data4) > 2048){
vErrors = withError(vErrors, instancePath+"/pageUrl", "maxLength", {limit: 2048});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/pageUrl", "type", {type: "string"});
errors++;
}
}
if(data.metadata !== undefined){
if(!(WidgetEventMetadata(data.metadata, instancePath+"/metadata"))){
vErrors = vErrors === null ? WidgetEventMetadata.errors : vErrors.concat(WidgetEventMetadata.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WidgetEvent.errors = vErrors;
return errors === 0;
}

export function WidgetEventBatch(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.events === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "events"});
errors++;
}
for(const key0 in data){
if(!(key0 === "events")){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.events !== undefined){
let data0 = data.events;
if(Array.isArray(data0)){
if(data0.length > 50){
vErrors = withError(vErrors, instancePath+"/events", "maxItems", {limit: 50});
errors++;
}
if(data0.length < 1){
vErrors = withError(vErrors, instancePath+"/events", "minItems", {limit: 1});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(WidgetEvent(data0[i0], instancePath+"/events/" + i0))){
vErrors = vErrors === null ? WidgetEvent.errors : vErrors.concat(WidgetEvent.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/events", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WidgetEventBatch.errors = vErrors;
return errors === 0;
}

export function EventsAccepted(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.accepted === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "accepted"});
errors++;
}
if(data.accepted !== undefined){
let data0 = data.accepted;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = withError(vErrors, instancePath+"/accepted", "type", {type: "integer"});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 50 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/accepted", "maximum", {comparison: "<=", limit: 50});
errors++;
}
if(data0 < 1 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/accepted", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EventsAccepted.errors = vErrors;
return errors === 0;
}

export function EventTime(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
vErrors = withError(vErrors, instancePath, "type", {type: "integer"});
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
vErrors = withError(vErrors, instancePath, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
EventTime.errors = vErrors;
return errors === 0;
}

export function startConnect_400(data, instancePath = ""){

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
if(!(data.error === "invalid_body")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["invalid_body"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
startConnect_400.errors = vErrors;
return errors === 0;
}

export function startConnect_429(data, instancePath = ""){

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
if(!(data.error === "rate_limited")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["rate_limited"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
startConnect_429.errors = vErrors;
return errors === 0;
}

export function startConnect_500(data, instancePath = ""){

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
if(!(data.error === "internal_error")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["internal_error"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
startConnect_500.errors = vErrors;
return errors === 0;
}

export function decideConnect_403(data, instancePath = ""){

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
if(!(data.error === "account_inactive")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["account_inactive"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
decideConnect_403.errors = vErrors;
return errors === 0;
}

export function getStatus_401(data, instancePath = ""){

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
getStatus_401.errors = vErrors;
return errors === 0;
}

export function getStatus_403(data, instancePath = ""){

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
getStatus_403.errors = vErrors;
return errors === 0;
}

export function getStatus_404(data, instancePath = ""){

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
if(!(data.code === "path_not_allowed")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["path_not_allowed"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
getStatus_404.errors = vErrors;
return errors === 0;
}

export function getStatus_429(data, instancePath = ""){

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
getStatus_429.errors = vErrors;
return errors === 0;
}

export function getStatus_500(data, instancePath = ""){

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
if(!(data.code === "internal_error")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["internal_error"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
getStatus_500.errors = vErrors;
return errors === 0;
}

export function getStatus_502(data, instancePath = ""){

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
getStatus_502.errors = vErrors;
return errors === 0;
}

export function trackTryon_422(data, instancePath = ""){

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
if(!(data.error === "idempotency_conflict")){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["idempotency_conflict"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
trackTryon_422.errors = vErrors;
return errors === 0;
}
