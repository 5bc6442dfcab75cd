// Generated from openapi by `pnpm generate`. Do not edit.
import { EndCustomerQuotaReason, ErrorCode, EventTime, ExternalId, PhotoRejectedReason, PortalErrorCode, StatusResponse } from './shared.js';
import { ucs2length, withError } from './ajv-runtime.js';
const dateTimeFormat = /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;
const uriFormat = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u;
const pattern3 = /* @__PURE__ */ new RegExp("^evt_[A-Za-z0-9]+$", "u");
const pattern4 = /* @__PURE__ */ new RegExp("^[0-9]+$", "u");
const pattern5 = /* @__PURE__ */ new RegExp("^[A-Z]{3}$", "u");

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

export function ConnectStart(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.connectUrl === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "connectUrl"});
errors++;
}
if(data.expiresAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expiresAt"});
errors++;
}
if(data.connectUrl !== undefined){
let data0 = data.connectUrl;
if(typeof data0 === "string"){
if(ucs2length(data0) > 4096){
vErrors = withError(vErrors, instancePath+"/connectUrl", "maxLength", {limit: 4096});
errors++;
}
if(!(uriFormat.test(data0))){
vErrors = withError(vErrors, instancePath+"/connectUrl", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/connectUrl", "type", {type: "string"});
errors++;
}
}
if(data.expiresAt !== undefined){
let data1 = data.expiresAt;
if(typeof data1 === "string"){
if(!(dateTimeFormat.test(data1))){
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
ConnectStart.errors = vErrors;
return errors === 0;
}

export function PlatformResource(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PlatformResource.errors = vErrors;
return errors === 0;
}

export function WooCommercePing(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.webhook_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "webhook_id"});
errors++;
}
if(data.webhook_id !== undefined){
let data0 = data.webhook_id;
if(typeof data0 === "string"){
if(ucs2length(data0) > 20){
vErrors = withError(vErrors, instancePath+"/webhook_id", "maxLength", {limit: 20});
errors++;
}
if(!pattern4.test(data0)){
vErrors = withError(vErrors, instancePath+"/webhook_id", "pattern", {pattern: "^[0-9]+$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/webhook_id", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WooCommercePing.errors = vErrors;
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

export function CtaUrl(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 2048){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 2048});
errors++;
}
if(!(uriFormat.test(data))){
vErrors = withError(vErrors, instancePath, "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
CtaUrl.errors = vErrors;
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
if(data.ctaUrl !== undefined){
if(!(CtaUrl(data.ctaUrl, instancePath+"/ctaUrl"))){
vErrors = vErrors === null ? CtaUrl.errors : vErrors.concat(CtaUrl.errors);
errors = vErrors.length;
}
}
if(data.remaining !== undefined){
let data3 = data.remaining;
if((!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))) && (data3 !== null)){
vErrors = withError(vErrors, instancePath+"/remaining", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/remaining", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.sessionToken !== undefined){
let data4 = data.sessionToken;
if(typeof data4 === "string"){
if(ucs2length(data4) > 4096){
vErrors = withError(vErrors, instancePath+"/sessionToken", "maxLength", {limit: 4096});
errors++;
}
if(ucs2length(data4) < 16){
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

export function WordPressErrorData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.status === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "status"});
errors++;
}
if(data.status !== undefined){
let data0 = data.status;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = withError(vErrors, instancePath+"/status", "type", {type: "integer"});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 599 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/status", "maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data0 < 400 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/status", "minimum", {comparison: ">=", limit: 400});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WordPressErrorData.errors = vErrors;
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
var _errs6 = errors;
let valid1 = false;
var _errs7 = errors;
if(!(EndCustomerQuotaReason(data3, instancePath+"/reason"))){
vErrors = vErrors === null ? EndCustomerQuotaReason.errors : vErrors.concat(EndCustomerQuotaReason.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
var _errs8 = errors;
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
if(data.data !== undefined){
if(!(WordPressErrorData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? WordPressErrorData.errors : vErrors.concat(WordPressErrorData.errors);
errors = vErrors.length;
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

export function WordPressError(data, instancePath = ""){

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
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.code !== undefined){
let data0 = data.code;
if(typeof data0 !== "string"){
vErrors = withError(vErrors, instancePath+"/code", "type", {type: "string"});
errors++;
}
if(!((data0 === "rest_cookie_invalid_nonce") || (data0 === "rest_forbidden"))){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["rest_cookie_invalid_nonce","rest_forbidden"]});
errors++;
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
if(data.data !== undefined){
if(!(WordPressErrorData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? WordPressErrorData.errors : vErrors.concat(WordPressErrorData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WordPressError.errors = vErrors;
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

export function CreditsKey(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 255){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data) < 1){
vErrors = withError(vErrors, instancePath, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
CreditsKey.errors = vErrors;
return errors === 0;
}

export function StorefrontModel(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!(((((data === "FREE_ALL") || (data === "SUBSCRIPTION")) || (data === "CREDITS_WITH_PURCHASE")) || (data === "PAY_PER_USE")) || (data === "FREEMIUM"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["FREE_ALL","SUBSCRIPTION","CREDITS_WITH_PURCHASE","PAY_PER_USE","FREEMIUM"]});
errors++;
}
StorefrontModel.errors = vErrors;
return errors === 0;
}

export function ShopperCredit(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.orderId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "orderId"});
errors++;
}
if(data.source === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "source"});
errors++;
}
if(data.granted === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "granted"});
errors++;
}
if(data.used === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "used"});
errors++;
}
if(data.revoked === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "revoked"});
errors++;
}
if(data.remaining === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining"});
errors++;
}
if(data.grantedAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "grantedAt"});
errors++;
}
if(data.expiresAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expiresAt"});
errors++;
}
if(data.orderId !== undefined){
let data0 = data.orderId;
if(typeof data0 === "string"){
if(ucs2length(data0) > 255){
vErrors = withError(vErrors, instancePath+"/orderId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data0) < 1){
vErrors = withError(vErrors, instancePath+"/orderId", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/orderId", "type", {type: "string"});
errors++;
}
}
if(data.source !== undefined){
let data1 = data.source;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/source", "type", {type: "string"});
errors++;
}
if(!((data1 === "session") || (data1 === "credits"))){
vErrors = withError(vErrors, instancePath+"/source", "enum", {allowedValues: ["session","credits"]});
errors++;
}
}
if(data.granted !== undefined){
let data2 = data.granted;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/granted", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/granted", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.used !== undefined){
let data3 = data.used;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = withError(vErrors, instancePath+"/used", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/used", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.revoked !== undefined){
let data4 = data.revoked;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = withError(vErrors, instancePath+"/revoked", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/revoked", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.remaining !== undefined){
let data5 = data.remaining;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
vErrors = withError(vErrors, instancePath+"/remaining", "type", {type: "integer"});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
vErrors = withError(vErrors, instancePath+"/remaining", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.grantedAt !== undefined){
let data6 = data.grantedAt;
if(typeof data6 === "string"){
if(!(dateTimeFormat.test(data6))){
vErrors = withError(vErrors, instancePath+"/grantedAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/grantedAt", "type", {type: "string"});
errors++;
}
}
if(data.expiresAt !== undefined){
let data7 = data.expiresAt;
if((typeof data7 !== "string") && (data7 !== null)){
vErrors = withError(vErrors, instancePath+"/expiresAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data7 === "string"){
if(!(dateTimeFormat.test(data7))){
vErrors = withError(vErrors, instancePath+"/expiresAt", "format", {format: "date-time"});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopperCredit.errors = vErrors;
return errors === 0;
}

export function EntryKind(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((data === "granted") || (data === "used")) || (data === "revoked")) || (data === "expired"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["granted","used","revoked","expired"]});
errors++;
}
EntryKind.errors = vErrors;
return errors === 0;
}

export function AllowanceSource(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!((((data === "subscription") || (data === "free")) || (data === "session")) || (data === "credits"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["subscription","free","session","credits"]});
errors++;
}
AllowanceSource.errors = vErrors;
return errors === 0;
}

export function ShopperEntry(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.at === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "at"});
errors++;
}
if(data.kind === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.amount === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "amount"});
errors++;
}
if(data.at !== undefined){
let data0 = data.at;
if(typeof data0 === "string"){
if(!(dateTimeFormat.test(data0))){
vErrors = withError(vErrors, instancePath+"/at", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/at", "type", {type: "string"});
errors++;
}
}
if(data.kind !== undefined){
if(!(EntryKind(data.kind, instancePath+"/kind"))){
vErrors = vErrors === null ? EntryKind.errors : vErrors.concat(EntryKind.errors);
errors = vErrors.length;
}
}
if(data.amount !== undefined){
let data2 = data.amount;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/amount", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/amount", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.source !== undefined){
if(!(AllowanceSource(data.source, instancePath+"/source"))){
vErrors = vErrors === null ? AllowanceSource.errors : vErrors.concat(AllowanceSource.errors);
errors = vErrors.length;
}
}
if(data.orderId !== undefined){
let data4 = data.orderId;
if(typeof data4 === "string"){
if(ucs2length(data4) > 255){
vErrors = withError(vErrors, instancePath+"/orderId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data4) < 1){
vErrors = withError(vErrors, instancePath+"/orderId", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/orderId", "type", {type: "string"});
errors++;
}
}
if(data.requestId !== undefined){
let data5 = data.requestId;
if(typeof data5 === "string"){
if(ucs2length(data5) > 128){
vErrors = withError(vErrors, instancePath+"/requestId", "maxLength", {limit: 128});
errors++;
}
if(ucs2length(data5) < 1){
vErrors = withError(vErrors, instancePath+"/requestId", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/requestId", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopperEntry.errors = vErrors;
return errors === 0;
}

export function ShopperAccount(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.model === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "model"});
errors++;
}
if(data.canTryOn === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "canTryOn"});
errors++;
}
if(data.ctaType === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "ctaType"});
errors++;
}
if(data.remaining === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining"});
errors++;
}
if(data.subscription === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "subscription"});
errors++;
}
if(data.free === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "free"});
errors++;
}
if(data.credits === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "credits"});
errors++;
}
if(data.history === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "history"});
errors++;
}
if(data.model !== undefined){
if(!(StorefrontModel(data.model, instancePath+"/model"))){
vErrors = vErrors === null ? StorefrontModel.errors : vErrors.concat(StorefrontModel.errors);
errors = vErrors.length;
}
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
if(data.ctaUrl !== undefined){
if(!(CtaUrl(data.ctaUrl, instancePath+"/ctaUrl"))){
vErrors = vErrors === null ? CtaUrl.errors : vErrors.concat(CtaUrl.errors);
errors = vErrors.length;
}
}
if(data.remaining !== undefined){
let data4 = data.remaining;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (data4 !== null)){
vErrors = withError(vErrors, instancePath+"/remaining", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/remaining", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.subscription !== undefined){
let data5 = data.subscription;
var _errs9 = errors;
let valid1 = false;
var _errs10 = errors;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.state === undefined){
vErrors = withError(vErrors, instancePath+"/subscription", "required", {missingProperty: "state"});
errors++;
}
if(data5.endsAt === undefined){
vErrors = withError(vErrors, instancePath+"/subscription", "required", {missingProperty: "endsAt"});
errors++;
}
if(data5.state !== undefined){
let data6 = data5.state;
if(typeof data6 !== "string"){
vErrors = withError(vErrors, instancePath+"/subscription/state", "type", {type: "string"});
errors++;
}
if(!(((data6 === "active") || (data6 === "paused")) || (data6 === "ended"))){
vErrors = withError(vErrors, instancePath+"/subscription/state", "enum", {allowedValues: ["active","paused","ended"]});
errors++;
}
}
if(data5.endsAt !== undefined){
let data7 = data5.endsAt;
if((typeof data7 !== "string") && (data7 !== null)){
vErrors = withError(vErrors, instancePath+"/subscription/endsAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data7 === "string"){
if(!(dateTimeFormat.test(data7))){
vErrors = withError(vErrors, instancePath+"/subscription/endsAt", "format", {format: "date-time"});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/subscription", "type", {type: "object"});
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
var _errs16 = errors;
if(data5 !== null){
vErrors = withError(vErrors, instancePath+"/subscription", "type", {type: "null"});
errors++;
}
var _valid0 = _errs16 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = withError(vErrors, instancePath+"/subscription", "anyOf", {});
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
if(data.free !== undefined){
let data8 = data.free;
var _errs19 = errors;
let valid3 = false;
var _errs20 = errors;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.limit === undefined){
vErrors = withError(vErrors, instancePath+"/free", "required", {missingProperty: "limit"});
errors++;
}
if(data8.used === undefined){
vErrors = withError(vErrors, instancePath+"/free", "required", {missingProperty: "used"});
errors++;
}
if(data8.resetsAt === undefined){
vErrors = withError(vErrors, instancePath+"/free", "required", {missingProperty: "resetsAt"});
errors++;
}
if(data8.limit !== undefined){
let data9 = data8.limit;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = withError(vErrors, instancePath+"/free/limit", "type", {type: "integer"});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
vErrors = withError(vErrors, instancePath+"/free/limit", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data8.used !== undefined){
let data10 = data8.used;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = withError(vErrors, instancePath+"/free/used", "type", {type: "integer"});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
vErrors = withError(vErrors, instancePath+"/free/used", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data8.resetsAt !== undefined){
let data11 = data8.resetsAt;
if(typeof data11 === "string"){
if(!(dateTimeFormat.test(data11))){
vErrors = withError(vErrors, instancePath+"/free/resetsAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/free/resetsAt", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/free", "type", {type: "object"});
errors++;
}
var _valid1 = _errs20 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
var _errs28 = errors;
if(data8 !== null){
vErrors = withError(vErrors, instancePath+"/free", "type", {type: "null"});
errors++;
}
var _valid1 = _errs28 === errors;
valid3 = valid3 || _valid1;
}
if(!valid3){
vErrors = withError(vErrors, instancePath+"/free", "anyOf", {});
errors++;
}
else {
errors = _errs19;
if(vErrors !== null){
if(_errs19){
vErrors.length = _errs19;
}
else {
vErrors = null;
}
}
}
}
if(data.credits !== undefined){
let data12 = data.credits;
if(Array.isArray(data12)){
if(data12.length > 200){
vErrors = withError(vErrors, instancePath+"/credits", "maxItems", {limit: 200});
errors++;
}
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
if(!(ShopperCredit(data12[i0], instancePath+"/credits/" + i0))){
vErrors = vErrors === null ? ShopperCredit.errors : vErrors.concat(ShopperCredit.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/credits", "type", {type: "array"});
errors++;
}
}
if(data.history !== undefined){
let data14 = data.history;
if(Array.isArray(data14)){
if(data14.length > 200){
vErrors = withError(vErrors, instancePath+"/history", "maxItems", {limit: 200});
errors++;
}
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
if(!(ShopperEntry(data14[i1], instancePath+"/history/" + i1))){
vErrors = vErrors === null ? ShopperEntry.errors : vErrors.concat(ShopperEntry.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/history", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopperAccount.errors = vErrors;
return errors === 0;
}

export function ShopEventBase(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.occurredAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "occurredAt"});
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(ucs2length(data0) > 255){
vErrors = withError(vErrors, instancePath+"/id", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data0) < 1){
vErrors = withError(vErrors, instancePath+"/id", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/id", "type", {type: "string"});
errors++;
}
}
if(data.occurredAt !== undefined){
let data1 = data.occurredAt;
if(typeof data1 === "string"){
if(!(dateTimeFormat.test(data1))){
vErrors = withError(vErrors, instancePath+"/occurredAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/occurredAt", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopEventBase.errors = vErrors;
return errors === 0;
}

export function NativeId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
var _errs0 = errors;
let valid0 = false;
var _errs1 = errors;
if(typeof data === "string"){
if(ucs2length(data) > 200){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 200});
errors++;
}
if(ucs2length(data) < 1){
vErrors = withError(vErrors, instancePath, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
var _errs3 = errors;
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
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
vErrors = withError(vErrors, instancePath, "anyOf", {});
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
NativeId.errors = vErrors;
return errors === 0;
}

export function NativeCustomerId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
var _errs0 = errors;
let valid0 = false;
var _errs1 = errors;
if(!(NativeId(data, instancePath))){
vErrors = vErrors === null ? NativeId.errors : vErrors.concat(NativeId.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
var _errs2 = errors;
if(data !== null){
vErrors = withError(vErrors, instancePath, "type", {type: "null"});
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
vErrors = withError(vErrors, instancePath, "anyOf", {});
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
NativeCustomerId.errors = vErrors;
return errors === 0;
}

export function ShopEmail(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (data !== null)){
vErrors = withError(vErrors, instancePath, "type", {type: ["string","null"]});
errors++;
}
if(typeof data === "string"){
if(ucs2length(data) > 254){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 254});
errors++;
}
}
ShopEmail.errors = vErrors;
return errors === 0;
}

export function ShopOrderItem(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.productId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "productId"});
errors++;
}
if(data.quantity === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "quantity"});
errors++;
}
if(data.productId !== undefined){
if(!(NativeId(data.productId, instancePath+"/productId"))){
vErrors = vErrors === null ? NativeId.errors : vErrors.concat(NativeId.errors);
errors = vErrors.length;
}
}
if(data.quantity !== undefined){
let data1 = data.quantity;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = withError(vErrors, instancePath+"/quantity", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/quantity", "maximum", {comparison: "<=", limit: 1000000});
errors++;
}
if(data1 < 1 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/quantity", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.title !== undefined){
let data2 = data.title;
if(typeof data2 === "string"){
if(ucs2length(data2) > 500){
vErrors = withError(vErrors, instancePath+"/title", "maxLength", {limit: 500});
errors++;
}
if(ucs2length(data2) < 1){
vErrors = withError(vErrors, instancePath+"/title", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/title", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopOrderItem.errors = vErrors;
return errors === 0;
}

export function ShopOrderItems(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
if(data.length > 1000){
vErrors = withError(vErrors, instancePath, "maxItems", {limit: 1000});
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(ShopOrderItem(data[i0], instancePath+"/" + i0))){
vErrors = vErrors === null ? ShopOrderItem.errors : vErrors.concat(ShopOrderItem.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "array"});
errors++;
}
ShopOrderItems.errors = vErrors;
return errors === 0;
}

export function ShopOrderPaid(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(ShopEventBase(data, instancePath))){
vErrors = vErrors === null ? ShopEventBase.errors : vErrors.concat(ShopEventBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "type"});
errors++;
}
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("order.paid" !== data0){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "order.paid"});
errors++;
}
}
if(data.data !== undefined){
let data1 = data.data;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.orderId === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "orderId"});
errors++;
}
if(data1.customerId === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "customerId"});
errors++;
}
if(data1.currency === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "currency"});
errors++;
}
if(data1.totalCents === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "totalCents"});
errors++;
}
if(data1.items === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "items"});
errors++;
}
if(data1.orderId !== undefined){
if(!(NativeId(data1.orderId, instancePath+"/data/orderId"))){
vErrors = vErrors === null ? NativeId.errors : vErrors.concat(NativeId.errors);
errors = vErrors.length;
}
}
if(data1.customerId !== undefined){
if(!(NativeCustomerId(data1.customerId, instancePath+"/data/customerId"))){
vErrors = vErrors === null ? NativeCustomerId.errors : vErrors.concat(NativeCustomerId.errors);
errors = vErrors.length;
}
}
if(data1.email !== undefined){
if(!(ShopEmail(data1.email, instancePath+"/data/email"))){
vErrors = vErrors === null ? ShopEmail.errors : vErrors.concat(ShopEmail.errors);
errors = vErrors.length;
}
}
if(data1.currency !== undefined){
let data5 = data1.currency;
if(typeof data5 === "string"){
if(ucs2length(data5) > 3){
vErrors = withError(vErrors, instancePath+"/data/currency", "maxLength", {limit: 3});
errors++;
}
if(!pattern5.test(data5)){
vErrors = withError(vErrors, instancePath+"/data/currency", "pattern", {pattern: "^[A-Z]{3}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/data/currency", "type", {type: "string"});
errors++;
}
}
if(data1.totalCents !== undefined){
let data6 = data1.totalCents;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
vErrors = withError(vErrors, instancePath+"/data/totalCents", "type", {type: "integer"});
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
vErrors = withError(vErrors, instancePath+"/data/totalCents", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data6 < 0 || isNaN(data6)){
vErrors = withError(vErrors, instancePath+"/data/totalCents", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data1.items !== undefined){
if(!(ShopOrderItems(data1.items, instancePath+"/data/items"))){
vErrors = vErrors === null ? ShopOrderItems.errors : vErrors.concat(ShopOrderItems.errors);
errors = vErrors.length;
}
}
if(data1.sessionId !== undefined){
let data8 = data1.sessionId;
if(typeof data8 === "string"){
if(ucs2length(data8) > 128){
vErrors = withError(vErrors, instancePath+"/data/sessionId", "maxLength", {limit: 128});
errors++;
}
if(ucs2length(data8) < 1){
vErrors = withError(vErrors, instancePath+"/data/sessionId", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/data/sessionId", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopOrderPaid.errors = vErrors;
return errors === 0;
}

export function ShopOrderRefunded(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(ShopEventBase(data, instancePath))){
vErrors = vErrors === null ? ShopEventBase.errors : vErrors.concat(ShopEventBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "type"});
errors++;
}
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("order.refunded" !== data0){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "order.refunded"});
errors++;
}
}
if(data.data !== undefined){
let data1 = data.data;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.orderId === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "orderId"});
errors++;
}
if(data1.refundId === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "refundId"});
errors++;
}
if(data1.amountCents === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "amountCents"});
errors++;
}
if(data1.orderId !== undefined){
if(!(NativeId(data1.orderId, instancePath+"/data/orderId"))){
vErrors = vErrors === null ? NativeId.errors : vErrors.concat(NativeId.errors);
errors = vErrors.length;
}
}
if(data1.refundId !== undefined){
if(!(NativeId(data1.refundId, instancePath+"/data/refundId"))){
vErrors = vErrors === null ? NativeId.errors : vErrors.concat(NativeId.errors);
errors = vErrors.length;
}
}
if(data1.amountCents !== undefined){
let data4 = data1.amountCents;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (data4 !== null)){
vErrors = withError(vErrors, instancePath+"/data/amountCents", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 9007199254740991 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/data/amountCents", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data4 < 0 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/data/amountCents", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data1.currency !== undefined){
let data5 = data1.currency;
if(typeof data5 === "string"){
if(ucs2length(data5) > 3){
vErrors = withError(vErrors, instancePath+"/data/currency", "maxLength", {limit: 3});
errors++;
}
if(!pattern5.test(data5)){
vErrors = withError(vErrors, instancePath+"/data/currency", "pattern", {pattern: "^[A-Z]{3}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/data/currency", "type", {type: "string"});
errors++;
}
}
if(data1.reason !== undefined){
let data6 = data1.reason;
if((typeof data6 !== "string") && (data6 !== null)){
vErrors = withError(vErrors, instancePath+"/data/reason", "type", {type: ["string","null"]});
errors++;
}
if(typeof data6 === "string"){
if(ucs2length(data6) > 500){
vErrors = withError(vErrors, instancePath+"/data/reason", "maxLength", {limit: 500});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopOrderRefunded.errors = vErrors;
return errors === 0;
}

export function ShopOrderCancelled(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(ShopEventBase(data, instancePath))){
vErrors = vErrors === null ? ShopEventBase.errors : vErrors.concat(ShopEventBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "type"});
errors++;
}
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("order.cancelled" !== data0){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "order.cancelled"});
errors++;
}
}
if(data.data !== undefined){
let data1 = data.data;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.orderId === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "orderId"});
errors++;
}
if(data1.orderId !== undefined){
if(!(NativeId(data1.orderId, instancePath+"/data/orderId"))){
vErrors = vErrors === null ? NativeId.errors : vErrors.concat(NativeId.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopOrderCancelled.errors = vErrors;
return errors === 0;
}

export function ShopSubscriptionChanged(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(ShopEventBase(data, instancePath))){
vErrors = vErrors === null ? ShopEventBase.errors : vErrors.concat(ShopEventBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "type"});
errors++;
}
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if(!(((((data0 === "subscription.started") || (data0 === "subscription.renewed")) || (data0 === "subscription.paused")) || (data0 === "subscription.resumed")) || (data0 === "subscription.ended"))){
vErrors = withError(vErrors, instancePath+"/type", "enum", {allowedValues: ["subscription.started","subscription.renewed","subscription.paused","subscription.resumed","subscription.ended"]});
errors++;
}
}
if(data.data !== undefined){
let data1 = data.data;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.subscriptionId === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "subscriptionId"});
errors++;
}
if(data1.customerId === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "customerId"});
errors++;
}
if(data1.subscriptionId !== undefined){
if(!(NativeId(data1.subscriptionId, instancePath+"/data/subscriptionId"))){
vErrors = vErrors === null ? NativeId.errors : vErrors.concat(NativeId.errors);
errors = vErrors.length;
}
}
if(data1.customerId !== undefined){
if(!(NativeCustomerId(data1.customerId, instancePath+"/data/customerId"))){
vErrors = vErrors === null ? NativeCustomerId.errors : vErrors.concat(NativeCustomerId.errors);
errors = vErrors.length;
}
}
if(data1.email !== undefined){
if(!(ShopEmail(data1.email, instancePath+"/data/email"))){
vErrors = vErrors === null ? ShopEmail.errors : vErrors.concat(ShopEmail.errors);
errors = vErrors.length;
}
}
if(data1.productIds !== undefined){
let data5 = data1.productIds;
if(Array.isArray(data5)){
if(data5.length > 1000){
vErrors = withError(vErrors, instancePath+"/data/productIds", "maxItems", {limit: 1000});
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
if(!(NativeId(data5[i0], instancePath+"/data/productIds/" + i0))){
vErrors = vErrors === null ? NativeId.errors : vErrors.concat(NativeId.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data/productIds", "type", {type: "array"});
errors++;
}
}
if(data1.endsAt !== undefined){
let data7 = data1.endsAt;
if((typeof data7 !== "string") && (data7 !== null)){
vErrors = withError(vErrors, instancePath+"/data/endsAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data7 === "string"){
if(!(dateTimeFormat.test(data7))){
vErrors = withError(vErrors, instancePath+"/data/endsAt", "format", {format: "date-time"});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopSubscriptionChanged.errors = vErrors;
return errors === 0;
}

export function ShopperChanged(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(ShopEventBase(data, instancePath))){
vErrors = vErrors === null ? ShopEventBase.errors : vErrors.concat(ShopEventBase.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "type"});
errors++;
}
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if(!(((data0 === "shopper.created") || (data0 === "shopper.deleted")) || (data0 === "shopper.data_requested"))){
vErrors = withError(vErrors, instancePath+"/type", "enum", {allowedValues: ["shopper.created","shopper.deleted","shopper.data_requested"]});
errors++;
}
}
if(data.data !== undefined){
let data1 = data.data;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.customerId === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "customerId"});
errors++;
}
if(data1.customerId !== undefined){
if(!(NativeId(data1.customerId, instancePath+"/data/customerId"))){
vErrors = vErrors === null ? NativeId.errors : vErrors.concat(NativeId.errors);
errors = vErrors.length;
}
}
if(data1.email !== undefined){
if(!(ShopEmail(data1.email, instancePath+"/data/email"))){
vErrors = vErrors === null ? ShopEmail.errors : vErrors.concat(ShopEmail.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopperChanged.errors = vErrors;
return errors === 0;
}

export function ShopEvent(data, instancePath = ""){

let vErrors = null;
let errors = 0;
var _errs0 = errors;
let valid0 = false;
let passing0 = null;
var _errs1 = errors;
if(!(ShopOrderPaid(data, instancePath))){
vErrors = vErrors === null ? ShopOrderPaid.errors : vErrors.concat(ShopOrderPaid.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
var _errs2 = errors;
if(!(ShopOrderRefunded(data, instancePath))){
vErrors = vErrors === null ? ShopOrderRefunded.errors : vErrors.concat(ShopOrderRefunded.errors);
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
var _errs3 = errors;
if(!(ShopOrderCancelled(data, instancePath))){
vErrors = vErrors === null ? ShopOrderCancelled.errors : vErrors.concat(ShopOrderCancelled.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
var _errs4 = errors;
if(!(ShopSubscriptionChanged(data, instancePath))){
vErrors = vErrors === null ? ShopSubscriptionChanged.errors : vErrors.concat(ShopSubscriptionChanged.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
}
var _errs5 = errors;
if(!(ShopperChanged(data, instancePath))){
vErrors = vErrors === null ? ShopperChanged.errors : vErrors.concat(ShopperChanged.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
}
}
}
}
}
if(!valid0){
vErrors = withError(vErrors, instancePath, "oneOf", {alternatives: [[errors - _errs1, {"has":[],"says":["type"]}], [errors - _errs2, {"has":[],"says":["type"]}], [errors - _errs3, {"has":[],"says":["type"]}], [errors - _errs4, {"has":[],"says":["type"]}], [errors - _errs5, {"has":[],"says":["type"]}]]});
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
ShopEvent.errors = vErrors;
return errors === 0;
}

export function ShopEventOutcome(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!(((((((((data === "granted") || (data === "revoked")) || (data === "recorded")) || (data === "guest_order")) || (data === "claimed")) || (data === "subscription_changed")) || (data === "deleted")) || (data === "exported")) || (data === "ignored"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["granted","revoked","recorded","guest_order","claimed","subscription_changed","deleted","exported","ignored"]});
errors++;
}
ShopEventOutcome.errors = vErrors;
return errors === 0;
}

export function ShopperExport(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.externalId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "externalId"});
errors++;
}
if(data.firstSeenAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "firstSeenAt"});
errors++;
}
if(data.subscription === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "subscription"});
errors++;
}
if(data.credits === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "credits"});
errors++;
}
if(data.history === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "history"});
errors++;
}
if(data.externalId !== undefined){
if(!(ExternalId(data.externalId, instancePath+"/externalId"))){
vErrors = vErrors === null ? ExternalId.errors : vErrors.concat(ExternalId.errors);
errors = vErrors.length;
}
}
if(data.firstSeenAt !== undefined){
let data1 = data.firstSeenAt;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = withError(vErrors, instancePath+"/firstSeenAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data1 === "string"){
if(!(dateTimeFormat.test(data1))){
vErrors = withError(vErrors, instancePath+"/firstSeenAt", "format", {format: "date-time"});
errors++;
}
}
}
if(data.subscription !== undefined){
let data2 = data.subscription;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/subscription", "type", {type: ["string","null"]});
errors++;
}
if(!((((data2 === "active") || (data2 === "paused")) || (data2 === "ended")) || (data2 === null))){
vErrors = withError(vErrors, instancePath+"/subscription", "enum", {allowedValues: ["active","paused","ended",null]});
errors++;
}
}
if(data.credits !== undefined){
let data3 = data.credits;
if(Array.isArray(data3)){
if(data3.length > 10000){
vErrors = withError(vErrors, instancePath+"/credits", "maxItems", {limit: 10000});
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(ShopperCredit(data3[i0], instancePath+"/credits/" + i0))){
vErrors = vErrors === null ? ShopperCredit.errors : vErrors.concat(ShopperCredit.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/credits", "type", {type: "array"});
errors++;
}
}
if(data.history !== undefined){
let data5 = data.history;
if(Array.isArray(data5)){
if(data5.length > 100000){
vErrors = withError(vErrors, instancePath+"/history", "maxItems", {limit: 100000});
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(ShopperEntry(data5[i1], instancePath+"/history/" + i1))){
vErrors = vErrors === null ? ShopperEntry.errors : vErrors.concat(ShopperEntry.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/history", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopperExport.errors = vErrors;
return errors === 0;
}

export function ShopEventReceipt(data, instancePath = ""){

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
if(data.outcome === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "outcome"});
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
if(data.outcome !== undefined){
if(!(ShopEventOutcome(data.outcome, instancePath+"/outcome"))){
vErrors = vErrors === null ? ShopEventOutcome.errors : vErrors.concat(ShopEventOutcome.errors);
errors = vErrors.length;
}
}
if(data.granted !== undefined){
let data3 = data.granted;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = withError(vErrors, instancePath+"/granted", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/granted", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.revoked !== undefined){
let data4 = data.revoked;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = withError(vErrors, instancePath+"/revoked", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/revoked", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.export !== undefined){
if(!(ShopperExport(data.export, instancePath+"/export"))){
vErrors = vErrors === null ? ShopperExport.errors : vErrors.concat(ShopperExport.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopEventReceipt.errors = vErrors;
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
var _errs2 = errors;
let valid1 = false;
var _errs3 = errors;
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
var _errs8 = errors;
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
var _errs0 = errors;
let valid0 = false;
var _errs1 = errors;
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
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
var _errs7 = errors;
if(!(WordPressError(data, instancePath))){
vErrors = vErrors === null ? WordPressError.errors : vErrors.concat(WordPressError.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
vErrors = withError(vErrors, instancePath, "anyOf", {});
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

export function receiveWebhook_401(data, instancePath = ""){

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
if(!(data.code === "invalid_signature")){
vErrors = withError(vErrors, instancePath+"/code", "enum", {allowedValues: ["invalid_signature"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
receiveWebhook_401.errors = vErrors;
return errors === 0;
}
