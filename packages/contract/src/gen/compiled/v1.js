// Generated from openapi by `pnpm generate`. Do not edit.
import { EndCustomerQuota, EventTime, PlanId, PortalError, ShopperPlan, WidgetEvent, WidgetEventBatch, WidgetSessionId } from './shared.js';
import { equal, ucs2length, withError } from './ajv-runtime.js';
const pattern1 = /* @__PURE__ */ new RegExp("^ec_[A-Za-z0-9]{8,60}$", "u");
const pattern2 = /* @__PURE__ */ new RegExp("^st_[A-Za-z0-9]{8,60}$", "u");
const pattern3 = /* @__PURE__ */ new RegExp("^we_[A-Za-z0-9]{8,60}$", "u");
const pattern4 = /* @__PURE__ */ new RegExp("^whd_[A-Za-z0-9]{8,60}$", "u");
const pattern5 = /* @__PURE__ */ new RegExp("^evt_[A-Za-z0-9]{8,60}$", "u");
const pattern6 = /* @__PURE__ */ new RegExp("^[A-Za-z0-9_-]{8,64}$", "u");
const emailFormat = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
const dateTimeFormat = /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;
const pattern9 = /* @__PURE__ */ new RegExp("^pln_[A-Za-z0-9]{8,60}$", "u");
const pattern10 = /* @__PURE__ */ new RegExp("^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$", "u");
const uriFormat = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u;
const pattern12 = /* @__PURE__ */ new RegExp("^https?://", "u");
const pattern13 = /* @__PURE__ */ new RegExp("^whsec_[A-Za-z0-9+/]{32,128}={0,2}$", "u");
const pattern14 = /* @__PURE__ */ new RegExp("^(?!whsec_.*whsec_)[^\\s\\u0000-\\u001F\\u007F](?:[^\\u0000-\\u001F\\u007F]*[^\\s\\u0000-\\u001F\\u007F])?$", "u");
const pattern15 = /* @__PURE__ */ new RegExp("^[A-Za-z]{3}$", "u");
const pattern16 = /* @__PURE__ */ new RegExp("^conv_[A-Za-z0-9]{8,60}$", "u");
const pattern17 = /* @__PURE__ */ new RegExp("^ret_[A-Za-z0-9]{8,60}$", "u");
const pattern18 = /* @__PURE__ */ new RegExp("^[A-Za-z0-9_-]+$", "u");
const pattern19 = /* @__PURE__ */ new RegExp("^[A-Za-z0-9._-]{8,128}$", "u");

export function CustomerId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 64){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 64});
errors++;
}
if(!pattern1.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^ec_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
CustomerId.errors = vErrors;
return errors === 0;
}

export function StoreId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 64){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 64});
errors++;
}
if(!pattern2.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^st_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
StoreId.errors = vErrors;
return errors === 0;
}

export function EndpointId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 64){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 64});
errors++;
}
if(!pattern3.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^we_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
EndpointId.errors = vErrors;
return errors === 0;
}

export function DeliveryId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 64){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 64});
errors++;
}
if(!pattern4.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^whd_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
DeliveryId.errors = vErrors;
return errors === 0;
}

export function EventId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 64){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 64});
errors++;
}
if(!pattern5.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^evt_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
EventId.errors = vErrors;
return errors === 0;
}

export function SessionId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern6.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^[A-Za-z0-9_-]{8,64}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
SessionId.errors = vErrors;
return errors === 0;
}

export function NextCursor(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (data !== null)){
vErrors = withError(vErrors, instancePath, "type", {type: ["string","null"]});
errors++;
}
if(typeof data === "string"){
if(ucs2length(data) > 512){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 512});
errors++;
}
if(ucs2length(data) < 1){
vErrors = withError(vErrors, instancePath, "minLength", {limit: 1});
errors++;
}
}
NextCursor.errors = vErrors;
return errors === 0;
}

export function UpdatePlanRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
vErrors = withError(vErrors, instancePath, "minProperties", {limit: 1});
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "monthlyTryOns")) || (key0 === "externalPriceId")) || (key0 === "active"))){
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
UpdatePlanRequest.errors = vErrors;
return errors === 0;
}

export function PlanList(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.next_cursor === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "next_cursor"});
errors++;
}
if(data.data !== undefined){
let data0 = data.data;
if(Array.isArray(data0)){
if(data0.length > 200){
vErrors = withError(vErrors, instancePath+"/data", "maxItems", {limit: 200});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(ShopperPlan(data0[i0], instancePath+"/data/" + i0))){
vErrors = vErrors === null ? ShopperPlan.errors : vErrors.concat(ShopperPlan.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "array"});
errors++;
}
}
if(data.next_cursor !== undefined){
if(!(NextCursor(data.next_cursor, instancePath+"/next_cursor"))){
vErrors = vErrors === null ? NextCursor.errors : vErrors.concat(NextCursor.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PlanList.errors = vErrors;
return errors === 0;
}

export function CustomerStatus(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!(((data === "ACTIVE") || (data === "PAUSED")) || (data === "CANCELLED"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["ACTIVE","PAUSED","CANCELLED"]});
errors++;
}
CustomerStatus.errors = vErrors;
return errors === 0;
}

export function CustomerMetadataInput(data, instancePath = ""){

let vErrors = null;
let errors = 0;
var _errs0 = errors;
let valid0 = false;
let passing0 = null;
var _errs1 = errors;
if(!(CustomerMetadata(data, instancePath))){
vErrors = vErrors === null ? CustomerMetadata.errors : vErrors.concat(CustomerMetadata.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
var _errs2 = errors;
if(data !== null){
vErrors = withError(vErrors, instancePath, "type", {type: "null"});
errors++;
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
vErrors = withError(vErrors, instancePath, "oneOf", {});
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
CustomerMetadataInput.errors = vErrors;
return errors === 0;
}

export function CustomerMetadata(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length > 20){
vErrors = withError(vErrors, instancePath, "maxProperties", {limit: 20});
errors++;
}
for(const key0 in data){
let data0 = data[key0];
if((((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")) && (data0 !== null)){
vErrors = withError(vErrors, instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "type", {type: ["string","number","boolean","null"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CustomerMetadata.errors = vErrors;
return errors === 0;
}

export function Customer(data, instancePath = ""){

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
if(data.email === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "email"});
errors++;
}
if(data.planId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "planId"});
errors++;
}
if(data.status === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "status"});
errors++;
}
if(data.metadata === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "metadata"});
errors++;
}
if(data.periodStart === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "periodStart"});
errors++;
}
if(data.periodEnd === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "periodEnd"});
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
if(!(CustomerId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? CustomerId.errors : vErrors.concat(CustomerId.errors);
errors = vErrors.length;
}
}
if(data.externalId !== undefined){
if(!(AnyExternalId(data.externalId, instancePath+"/externalId"))){
vErrors = vErrors === null ? AnyExternalId.errors : vErrors.concat(AnyExternalId.errors);
errors = vErrors.length;
}
}
if(data.email !== undefined){
let data2 = data.email;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/email", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 254){
vErrors = withError(vErrors, instancePath+"/email", "maxLength", {limit: 254});
errors++;
}
if(!(emailFormat.test(data2))){
vErrors = withError(vErrors, instancePath+"/email", "format", {format: "email"});
errors++;
}
}
}
if(data.planId !== undefined){
let data3 = data.planId;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = withError(vErrors, instancePath+"/planId", "type", {type: ["string","null"]});
errors++;
}
if(typeof data3 === "string"){
if(ucs2length(data3) > 64){
vErrors = withError(vErrors, instancePath+"/planId", "maxLength", {limit: 64});
errors++;
}
if(!pattern9.test(data3)){
vErrors = withError(vErrors, instancePath+"/planId", "pattern", {pattern: "^pln_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
}
if(data.status !== undefined){
if(!(CustomerStatus(data.status, instancePath+"/status"))){
vErrors = vErrors === null ? CustomerStatus.errors : vErrors.concat(CustomerStatus.errors);
errors = vErrors.length;
}
}
if(data.metadata !== undefined){
if(!(CustomerMetadata(data.metadata, instancePath+"/metadata"))){
vErrors = vErrors === null ? CustomerMetadata.errors : vErrors.concat(CustomerMetadata.errors);
errors = vErrors.length;
}
}
if(data.periodStart !== undefined){
let data6 = data.periodStart;
if(typeof data6 === "string"){
if(!(dateTimeFormat.test(data6))){
vErrors = withError(vErrors, instancePath+"/periodStart", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/periodStart", "type", {type: "string"});
errors++;
}
}
if(data.periodEnd !== undefined){
let data7 = data.periodEnd;
if(typeof data7 === "string"){
if(!(dateTimeFormat.test(data7))){
vErrors = withError(vErrors, instancePath+"/periodEnd", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/periodEnd", "type", {type: "string"});
errors++;
}
}
if(data.createdAt !== undefined){
let data8 = data.createdAt;
if(typeof data8 === "string"){
if(!(dateTimeFormat.test(data8))){
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
let data9 = data.updatedAt;
if(typeof data9 === "string"){
if(!(dateTimeFormat.test(data9))){
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
Customer.errors = vErrors;
return errors === 0;
}

export function UpsertCustomerRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.externalId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "externalId"});
errors++;
}
for(const key0 in data){
if(!((((((key0 === "externalId") || (key0 === "planId")) || (key0 === "resetPeriod")) || (key0 === "email")) || (key0 === "status")) || (key0 === "metadata"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.externalId !== undefined){
if(!(AnyExternalId(data.externalId, instancePath+"/externalId"))){
vErrors = vErrors === null ? AnyExternalId.errors : vErrors.concat(AnyExternalId.errors);
errors = vErrors.length;
}
}
if(data.planId !== undefined){
let data1 = data.planId;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = withError(vErrors, instancePath+"/planId", "type", {type: ["string","null"]});
errors++;
}
if(typeof data1 === "string"){
if(ucs2length(data1) > 64){
vErrors = withError(vErrors, instancePath+"/planId", "maxLength", {limit: 64});
errors++;
}
if(ucs2length(data1) < 1){
vErrors = withError(vErrors, instancePath+"/planId", "minLength", {limit: 1});
errors++;
}
}
}
if(data.resetPeriod !== undefined){
if(typeof data.resetPeriod !== "boolean"){
vErrors = withError(vErrors, instancePath+"/resetPeriod", "type", {type: "boolean"});
errors++;
}
}
if(data.email !== undefined){
let data3 = data.email;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = withError(vErrors, instancePath+"/email", "type", {type: ["string","null"]});
errors++;
}
if(typeof data3 === "string"){
if(ucs2length(data3) > 254){
vErrors = withError(vErrors, instancePath+"/email", "maxLength", {limit: 254});
errors++;
}
if(!(emailFormat.test(data3))){
vErrors = withError(vErrors, instancePath+"/email", "format", {format: "email"});
errors++;
}
}
}
if(data.status !== undefined){
if(!(CustomerStatus(data.status, instancePath+"/status"))){
vErrors = vErrors === null ? CustomerStatus.errors : vErrors.concat(CustomerStatus.errors);
errors = vErrors.length;
}
}
if(data.metadata !== undefined){
if(!(CustomerMetadataInput(data.metadata, instancePath+"/metadata"))){
vErrors = vErrors === null ? CustomerMetadataInput.errors : vErrors.concat(CustomerMetadataInput.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
UpsertCustomerRequest.errors = vErrors;
return errors === 0;
}

export function UpdateCustomerRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
vErrors = withError(vErrors, instancePath, "minProperties", {limit: 1});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "planId") || (key0 === "resetPeriod")) || (key0 === "email")) || (key0 === "status")) || (key0 === "metadata"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.planId !== undefined){
let data0 = data.planId;
if((typeof data0 !== "string") && (data0 !== null)){
vErrors = withError(vErrors, instancePath+"/planId", "type", {type: ["string","null"]});
errors++;
}
if(typeof data0 === "string"){
if(ucs2length(data0) > 64){
vErrors = withError(vErrors, instancePath+"/planId", "maxLength", {limit: 64});
errors++;
}
if(ucs2length(data0) < 1){
vErrors = withError(vErrors, instancePath+"/planId", "minLength", {limit: 1});
errors++;
}
}
}
if(data.resetPeriod !== undefined){
if(typeof data.resetPeriod !== "boolean"){
vErrors = withError(vErrors, instancePath+"/resetPeriod", "type", {type: "boolean"});
errors++;
}
}
if(data.email !== undefined){
let data2 = data.email;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/email", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 254){
vErrors = withError(vErrors, instancePath+"/email", "maxLength", {limit: 254});
errors++;
}
if(!(emailFormat.test(data2))){
vErrors = withError(vErrors, instancePath+"/email", "format", {format: "email"});
errors++;
}
}
}
if(data.status !== undefined){
if(!(CustomerStatus(data.status, instancePath+"/status"))){
vErrors = vErrors === null ? CustomerStatus.errors : vErrors.concat(CustomerStatus.errors);
errors = vErrors.length;
}
}
if(data.metadata !== undefined){
if(!(CustomerMetadataInput(data.metadata, instancePath+"/metadata"))){
vErrors = vErrors === null ? CustomerMetadataInput.errors : vErrors.concat(CustomerMetadataInput.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
UpdateCustomerRequest.errors = vErrors;
return errors === 0;
}

export function CustomerList(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.next_cursor === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "next_cursor"});
errors++;
}
if(data.data !== undefined){
let data0 = data.data;
if(Array.isArray(data0)){
if(data0.length > 200){
vErrors = withError(vErrors, instancePath+"/data", "maxItems", {limit: 200});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(Customer(data0[i0], instancePath+"/data/" + i0))){
vErrors = vErrors === null ? Customer.errors : vErrors.concat(Customer.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "array"});
errors++;
}
}
if(data.next_cursor !== undefined){
if(!(NextCursor(data.next_cursor, instancePath+"/next_cursor"))){
vErrors = vErrors === null ? NextCursor.errors : vErrors.concat(NextCursor.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CustomerList.errors = vErrors;
return errors === 0;
}

export function UsagePlan(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
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
if(data.id !== undefined){
if(!(PlanId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? PlanId.errors : vErrors.concat(PlanId.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(ucs2length(data1) > 80){
vErrors = withError(vErrors, instancePath+"/name", "maxLength", {limit: 80});
errors++;
}
if(ucs2length(data1) < 1){
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
let data2 = data.monthlyTryOns;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/monthlyTryOns", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1000000 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/monthlyTryOns", "maximum", {comparison: "<=", limit: 1000000});
errors++;
}
if(data2 < 1 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/monthlyTryOns", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
UsagePlan.errors = vErrors;
return errors === 0;
}

export function UsagePeriod(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.period_start === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "period_start"});
errors++;
}
if(data.period_end === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "period_end"});
errors++;
}
if(data.used === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "used"});
errors++;
}
if(data.limit === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "limit"});
errors++;
}
if(data.period_start !== undefined){
let data0 = data.period_start;
if(typeof data0 === "string"){
if(!(dateTimeFormat.test(data0))){
vErrors = withError(vErrors, instancePath+"/period_start", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/period_start", "type", {type: "string"});
errors++;
}
}
if(data.period_end !== undefined){
let data1 = data.period_end;
if(typeof data1 === "string"){
if(!(dateTimeFormat.test(data1))){
vErrors = withError(vErrors, instancePath+"/period_end", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/period_end", "type", {type: "string"});
errors++;
}
}
if(data.used !== undefined){
let data2 = data.used;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/used", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/used", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.limit !== undefined){
let data3 = data.limit;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = withError(vErrors, instancePath+"/limit", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/limit", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
UsagePeriod.errors = vErrors;
return errors === 0;
}

export function CurrentUsage(data, instancePath = ""){

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
if(data.ok === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "ok"});
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
if(data.ok !== undefined){
if(typeof data.ok !== "boolean"){
vErrors = withError(vErrors, instancePath+"/ok", "type", {type: "boolean"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CurrentUsage.errors = vErrors;
return errors === 0;
}

export function UsageGrants(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.remaining === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining"});
errors++;
}
if(data.next_expires_at === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "next_expires_at"});
errors++;
}
if(data.remaining !== undefined){
let data0 = data.remaining;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = withError(vErrors, instancePath+"/remaining", "type", {type: "integer"});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/remaining", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.next_expires_at !== undefined){
let data1 = data.next_expires_at;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = withError(vErrors, instancePath+"/next_expires_at", "type", {type: ["string","null"]});
errors++;
}
if(typeof data1 === "string"){
if(!(dateTimeFormat.test(data1))){
vErrors = withError(vErrors, instancePath+"/next_expires_at", "format", {format: "date-time"});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
UsageGrants.errors = vErrors;
return errors === 0;
}

export function CustomerUsage(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.customer_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customer_id"});
errors++;
}
if(data.external_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "external_id"});
errors++;
}
if(data.plan === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "plan"});
errors++;
}
if(data.status === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "status"});
errors++;
}
if(data.period_start === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "period_start"});
errors++;
}
if(data.period_end === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "period_end"});
errors++;
}
if(data.current === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "current"});
errors++;
}
if(data.history === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "history"});
errors++;
}
if(data.customer_id !== undefined){
if(!(CustomerId(data.customer_id, instancePath+"/customer_id"))){
vErrors = vErrors === null ? CustomerId.errors : vErrors.concat(CustomerId.errors);
errors = vErrors.length;
}
}
if(data.external_id !== undefined){
if(!(AnyExternalId(data.external_id, instancePath+"/external_id"))){
vErrors = vErrors === null ? AnyExternalId.errors : vErrors.concat(AnyExternalId.errors);
errors = vErrors.length;
}
}
if(data.plan !== undefined){
let data2 = data.plan;
var _errs4 = errors;
let valid1 = false;
let passing0 = null;
var _errs5 = errors;
if(!(UsagePlan(data2, instancePath+"/plan"))){
vErrors = vErrors === null ? UsagePlan.errors : vErrors.concat(UsagePlan.errors);
errors = vErrors.length;
}
var _valid0 = _errs5 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
var _errs6 = errors;
if(data2 !== null){
vErrors = withError(vErrors, instancePath+"/plan", "type", {type: "null"});
errors++;
}
var _valid0 = _errs6 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
vErrors = withError(vErrors, instancePath+"/plan", "oneOf", {});
errors++;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
}
if(data.status !== undefined){
if(!(CustomerStatus(data.status, instancePath+"/status"))){
vErrors = vErrors === null ? CustomerStatus.errors : vErrors.concat(CustomerStatus.errors);
errors = vErrors.length;
}
}
if(data.period_start !== undefined){
let data4 = data.period_start;
if(typeof data4 === "string"){
if(!(dateTimeFormat.test(data4))){
vErrors = withError(vErrors, instancePath+"/period_start", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/period_start", "type", {type: "string"});
errors++;
}
}
if(data.period_end !== undefined){
let data5 = data.period_end;
if(typeof data5 === "string"){
if(!(dateTimeFormat.test(data5))){
vErrors = withError(vErrors, instancePath+"/period_end", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/period_end", "type", {type: "string"});
errors++;
}
}
if(data.current !== undefined){
if(!(CurrentUsage(data.current, instancePath+"/current"))){
vErrors = vErrors === null ? CurrentUsage.errors : vErrors.concat(CurrentUsage.errors);
errors = vErrors.length;
}
}
if(data.grants !== undefined){
if(!(UsageGrants(data.grants, instancePath+"/grants"))){
vErrors = vErrors === null ? UsageGrants.errors : vErrors.concat(UsageGrants.errors);
errors = vErrors.length;
}
}
if(data.history !== undefined){
let data8 = data.history;
if(Array.isArray(data8)){
if(data8.length > 12){
vErrors = withError(vErrors, instancePath+"/history", "maxItems", {limit: 12});
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(UsagePeriod(data8[i0], instancePath+"/history/" + i0))){
vErrors = vErrors === null ? UsagePeriod.errors : vErrors.concat(UsagePeriod.errors);
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
CustomerUsage.errors = vErrors;
return errors === 0;
}

export function CustomerUsageResponse(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.data !== undefined){
if(!(CustomerUsage(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? CustomerUsage.errors : vErrors.concat(CustomerUsage.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CustomerUsageResponse.errors = vErrors;
return errors === 0;
}

export function CreateGrantRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.orderId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "orderId"});
errors++;
}
if(data.amount === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "amount"});
errors++;
}
for(const key0 in data){
if(!(((key0 === "orderId") || (key0 === "amount")) || (key0 === "expiresAt"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
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
if(data.amount !== undefined){
let data1 = data.amount;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
vErrors = withError(vErrors, instancePath+"/amount", "type", {type: "integer"});
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000000 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/amount", "maximum", {comparison: "<=", limit: 1000000});
errors++;
}
if(data1 < 1 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/amount", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.expiresAt !== undefined){
let data2 = data.expiresAt;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/expiresAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(!(dateTimeFormat.test(data2))){
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
CreateGrantRequest.errors = vErrors;
return errors === 0;
}

export function Grant(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.orderId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "orderId"});
errors++;
}
if(data.customerId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customerId"});
errors++;
}
if(data.amount === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "amount"});
errors++;
}
if(data.spent === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "spent"});
errors++;
}
if(data.remaining === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining"});
errors++;
}
if(data.expiresAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expiresAt"});
errors++;
}
if(data.revokedAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "revokedAt"});
errors++;
}
if(data.createdAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "createdAt"});
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
if(data.customerId !== undefined){
if(!(CustomerId(data.customerId, instancePath+"/customerId"))){
vErrors = vErrors === null ? CustomerId.errors : vErrors.concat(CustomerId.errors);
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
if(data2 > 1000000 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/amount", "maximum", {comparison: "<=", limit: 1000000});
errors++;
}
if(data2 < 1 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/amount", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.spent !== undefined){
let data3 = data.spent;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = withError(vErrors, instancePath+"/spent", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/spent", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.remaining !== undefined){
let data4 = data.remaining;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = withError(vErrors, instancePath+"/remaining", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/remaining", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.expiresAt !== undefined){
let data5 = data.expiresAt;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = withError(vErrors, instancePath+"/expiresAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data5 === "string"){
if(!(dateTimeFormat.test(data5))){
vErrors = withError(vErrors, instancePath+"/expiresAt", "format", {format: "date-time"});
errors++;
}
}
}
if(data.revokedAt !== undefined){
let data6 = data.revokedAt;
if((typeof data6 !== "string") && (data6 !== null)){
vErrors = withError(vErrors, instancePath+"/revokedAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data6 === "string"){
if(!(dateTimeFormat.test(data6))){
vErrors = withError(vErrors, instancePath+"/revokedAt", "format", {format: "date-time"});
errors++;
}
}
}
if(data.createdAt !== undefined){
let data7 = data.createdAt;
if(typeof data7 === "string"){
if(!(dateTimeFormat.test(data7))){
vErrors = withError(vErrors, instancePath+"/createdAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/createdAt", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
Grant.errors = vErrors;
return errors === 0;
}

export function CreateSessionRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "expires_in") || (key0 === "expiresIn")) || (key0 === "productId"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.expires_in !== undefined){
let data0 = data.expires_in;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = withError(vErrors, instancePath+"/expires_in", "type", {type: "integer"});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 3600 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/expires_in", "maximum", {comparison: "<=", limit: 3600});
errors++;
}
if(data0 < 60 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/expires_in", "minimum", {comparison: ">=", limit: 60});
errors++;
}
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
if(data1 < 60 || isNaN(data1)){
vErrors = withError(vErrors, instancePath+"/expiresIn", "minimum", {comparison: ">=", limit: 60});
errors++;
}
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
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreateSessionRequest.errors = vErrors;
return errors === 0;
}

export function SessionCustomer(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.external_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "external_id"});
errors++;
}
if(data.plan_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "plan_id"});
errors++;
}
if(data.plan_name === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "plan_name"});
errors++;
}
if(data.monthly_try_ons === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "monthly_try_ons"});
errors++;
}
if(data.period_start === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "period_start"});
errors++;
}
if(data.period_end === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "period_end"});
errors++;
}
if(data.id !== undefined){
if(!(CustomerId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? CustomerId.errors : vErrors.concat(CustomerId.errors);
errors = vErrors.length;
}
}
if(data.external_id !== undefined){
if(!(AnyExternalId(data.external_id, instancePath+"/external_id"))){
vErrors = vErrors === null ? AnyExternalId.errors : vErrors.concat(AnyExternalId.errors);
errors = vErrors.length;
}
}
if(data.plan_id !== undefined){
let data2 = data.plan_id;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/plan_id", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 64){
vErrors = withError(vErrors, instancePath+"/plan_id", "maxLength", {limit: 64});
errors++;
}
if(!pattern9.test(data2)){
vErrors = withError(vErrors, instancePath+"/plan_id", "pattern", {pattern: "^pln_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
}
if(data.plan_name !== undefined){
let data3 = data.plan_name;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = withError(vErrors, instancePath+"/plan_name", "type", {type: ["string","null"]});
errors++;
}
if(typeof data3 === "string"){
if(ucs2length(data3) > 80){
vErrors = withError(vErrors, instancePath+"/plan_name", "maxLength", {limit: 80});
errors++;
}
if(ucs2length(data3) < 1){
vErrors = withError(vErrors, instancePath+"/plan_name", "minLength", {limit: 1});
errors++;
}
}
}
if(data.monthly_try_ons !== undefined){
let data4 = data.monthly_try_ons;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (data4 !== null)){
vErrors = withError(vErrors, instancePath+"/monthly_try_ons", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1000000 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/monthly_try_ons", "maximum", {comparison: "<=", limit: 1000000});
errors++;
}
if(data4 < 1 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/monthly_try_ons", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.period_start !== undefined){
let data5 = data.period_start;
if(typeof data5 === "string"){
if(!(dateTimeFormat.test(data5))){
vErrors = withError(vErrors, instancePath+"/period_start", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/period_start", "type", {type: "string"});
errors++;
}
}
if(data.period_end !== undefined){
let data6 = data.period_end;
if(typeof data6 === "string"){
if(!(dateTimeFormat.test(data6))){
vErrors = withError(vErrors, instancePath+"/period_end", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/period_end", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
SessionCustomer.errors = vErrors;
return errors === 0;
}

export function Session(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.token === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "token"});
errors++;
}
if(data.token_type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "token_type"});
errors++;
}
if(data.expires_in === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expires_in"});
errors++;
}
if(data.expires_at === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expires_at"});
errors++;
}
if(data.customer === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customer"});
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
if(!pattern10.test(data0)){
vErrors = withError(vErrors, instancePath+"/token", "pattern", {pattern: "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/token", "type", {type: "string"});
errors++;
}
}
if(data.token_type !== undefined){
let data1 = data.token_type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/token_type", "type", {type: "string"});
errors++;
}
if("Bearer" !== data1){
vErrors = withError(vErrors, instancePath+"/token_type", "const", {allowedValue: "Bearer"});
errors++;
}
}
if(data.expires_in !== undefined){
let data2 = data.expires_in;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/expires_in", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 3600 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/expires_in", "maximum", {comparison: "<=", limit: 3600});
errors++;
}
if(data2 < 60 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/expires_in", "minimum", {comparison: ">=", limit: 60});
errors++;
}
}
}
if(data.expires_at !== undefined){
let data3 = data.expires_at;
if(typeof data3 === "string"){
if(!(dateTimeFormat.test(data3))){
vErrors = withError(vErrors, instancePath+"/expires_at", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/expires_at", "type", {type: "string"});
errors++;
}
}
if(data.customer !== undefined){
if(!(SessionCustomer(data.customer, instancePath+"/customer"))){
vErrors = vErrors === null ? SessionCustomer.errors : vErrors.concat(SessionCustomer.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
Session.errors = vErrors;
return errors === 0;
}

export function SessionSummary(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.jti === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "jti"});
errors++;
}
if(data.issued_at === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "issued_at"});
errors++;
}
if(data.expires_at === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expires_at"});
errors++;
}
if(data.revoked_at === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "revoked_at"});
errors++;
}
if(data.jti !== undefined){
if(!(SessionId(data.jti, instancePath+"/jti"))){
vErrors = vErrors === null ? SessionId.errors : vErrors.concat(SessionId.errors);
errors = vErrors.length;
}
}
if(data.issued_at !== undefined){
let data1 = data.issued_at;
if(typeof data1 === "string"){
if(!(dateTimeFormat.test(data1))){
vErrors = withError(vErrors, instancePath+"/issued_at", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/issued_at", "type", {type: "string"});
errors++;
}
}
if(data.expires_at !== undefined){
let data2 = data.expires_at;
if(typeof data2 === "string"){
if(!(dateTimeFormat.test(data2))){
vErrors = withError(vErrors, instancePath+"/expires_at", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/expires_at", "type", {type: "string"});
errors++;
}
}
if(data.revoked_at !== undefined){
let data3 = data.revoked_at;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = withError(vErrors, instancePath+"/revoked_at", "type", {type: ["string","null"]});
errors++;
}
if(typeof data3 === "string"){
if(!(dateTimeFormat.test(data3))){
vErrors = withError(vErrors, instancePath+"/revoked_at", "format", {format: "date-time"});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
SessionSummary.errors = vErrors;
return errors === 0;
}

export function SessionList(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.next_cursor === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "next_cursor"});
errors++;
}
if(data.data !== undefined){
let data0 = data.data;
if(Array.isArray(data0)){
if(data0.length > 200){
vErrors = withError(vErrors, instancePath+"/data", "maxItems", {limit: 200});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(SessionSummary(data0[i0], instancePath+"/data/" + i0))){
vErrors = vErrors === null ? SessionSummary.errors : vErrors.concat(SessionSummary.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "array"});
errors++;
}
}
if(data.next_cursor !== undefined){
if(!(NextCursor(data.next_cursor, instancePath+"/next_cursor"))){
vErrors = vErrors === null ? NextCursor.errors : vErrors.concat(NextCursor.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
SessionList.errors = vErrors;
return errors === 0;
}

export function SessionRevocation(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.data !== undefined){
let data0 = data.data;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.jti === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "jti"});
errors++;
}
if(data0.revoked === undefined){
vErrors = withError(vErrors, instancePath+"/data", "required", {missingProperty: "revoked"});
errors++;
}
if(data0.jti !== undefined){
if(!(SessionId(data0.jti, instancePath+"/data/jti"))){
vErrors = vErrors === null ? SessionId.errors : vErrors.concat(SessionId.errors);
errors = vErrors.length;
}
}
if(data0.revoked !== undefined){
let data2 = data0.revoked;
if(typeof data2 !== "boolean"){
vErrors = withError(vErrors, instancePath+"/data/revoked", "type", {type: "boolean"});
errors++;
}
if(true !== data2){
vErrors = withError(vErrors, instancePath+"/data/revoked", "const", {allowedValue: true});
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
SessionRevocation.errors = vErrors;
return errors === 0;
}

export function EventSelection(data, instancePath = ""){

let vErrors = null;
let errors = 0;
var _errs0 = errors;
let valid0 = false;
let passing0 = null;
var _errs1 = errors;
if(Array.isArray(data)){
if(data.length > 64){
vErrors = withError(vErrors, instancePath, "maxItems", {limit: 64});
errors++;
}
if(data.length < 1){
vErrors = withError(vErrors, instancePath, "minItems", {limit: 1});
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(EventType(data[i0], instancePath+"/" + i0))){
vErrors = vErrors === null ? EventType.errors : vErrors.concat(EventType.errors);
errors = vErrors.length;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(equal(data[i1], data[j0])){
vErrors = withError(vErrors, instancePath, "uniqueItems", {i: i1, j: j0});
errors++;
break outer0;
}
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "array"});
errors++;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
var _errs4 = errors;
if(Array.isArray(data)){
if(data.length > 1){
vErrors = withError(vErrors, instancePath, "maxItems", {limit: 1});
errors++;
}
if(data.length < 1){
vErrors = withError(vErrors, instancePath, "minItems", {limit: 1});
errors++;
}
const len1 = data.length;
for(let i2=0; i2<len1; i2++){
let data1 = data[i2];
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/" + i2, "type", {type: "string"});
errors++;
}
if("*" !== data1){
vErrors = withError(vErrors, instancePath+"/" + i2, "const", {allowedValue: "*"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "array"});
errors++;
}
var _valid0 = _errs4 === errors;
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
vErrors = withError(vErrors, instancePath, "oneOf", {});
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
EventSelection.errors = vErrors;
return errors === 0;
}

export function WebhookEndpoint(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.url === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "url"});
errors++;
}
if(data.events === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "events"});
errors++;
}
if(data.description === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "description"});
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
if(!(EndpointId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EndpointId.errors : vErrors.concat(EndpointId.errors);
errors = vErrors.length;
}
}
if(data.url !== undefined){
let data1 = data.url;
if(typeof data1 === "string"){
if(ucs2length(data1) > 2048){
vErrors = withError(vErrors, instancePath+"/url", "maxLength", {limit: 2048});
errors++;
}
if(ucs2length(data1) < 10){
vErrors = withError(vErrors, instancePath+"/url", "minLength", {limit: 10});
errors++;
}
if(!pattern12.test(data1)){
vErrors = withError(vErrors, instancePath+"/url", "pattern", {pattern: "^https?://"});
errors++;
}
if(!(uriFormat.test(data1))){
vErrors = withError(vErrors, instancePath+"/url", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/url", "type", {type: "string"});
errors++;
}
}
if(data.events !== undefined){
if(!(EventSelection(data.events, instancePath+"/events"))){
vErrors = vErrors === null ? EventSelection.errors : vErrors.concat(EventSelection.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data3 = data.description;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = withError(vErrors, instancePath+"/description", "type", {type: ["string","null"]});
errors++;
}
if(typeof data3 === "string"){
if(ucs2length(data3) > 200){
vErrors = withError(vErrors, instancePath+"/description", "maxLength", {limit: 200});
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
let data5 = data.createdAt;
if(typeof data5 === "string"){
if(!(dateTimeFormat.test(data5))){
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
let data6 = data.updatedAt;
if(typeof data6 === "string"){
if(!(dateTimeFormat.test(data6))){
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
WebhookEndpoint.errors = vErrors;
return errors === 0;
}

export function WebhookSecret(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 136){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 136});
errors++;
}
if(!pattern13.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^whsec_[A-Za-z0-9+/]{32,128}={0,2}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
WebhookSecret.errors = vErrors;
return errors === 0;
}

export function CreatedWebhookEndpoint(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(WebhookEndpoint(data, instancePath))){
vErrors = vErrors === null ? WebhookEndpoint.errors : vErrors.concat(WebhookEndpoint.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secret !== undefined){
if(!(WebhookSecret(data.secret, instancePath+"/secret"))){
vErrors = vErrors === null ? WebhookSecret.errors : vErrors.concat(WebhookSecret.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreatedWebhookEndpoint.errors = vErrors;
return errors === 0;
}

export function CreateWebhookEndpointRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.url === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "url"});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "url") || (key0 === "secret")) || (key0 === "events")) || (key0 === "description")) || (key0 === "active"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.url !== undefined){
let data0 = data.url;
if(typeof data0 === "string"){
if(ucs2length(data0) > 2048){
vErrors = withError(vErrors, instancePath+"/url", "maxLength", {limit: 2048});
errors++;
}
if(ucs2length(data0) < 10){
vErrors = withError(vErrors, instancePath+"/url", "minLength", {limit: 10});
errors++;
}
if(!pattern12.test(data0)){
vErrors = withError(vErrors, instancePath+"/url", "pattern", {pattern: "^https?://"});
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
if(data.secret !== undefined){
let data1 = data.secret;
if(typeof data1 === "string"){
if(ucs2length(data1) > 255){
vErrors = withError(vErrors, instancePath+"/secret", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data1) < 16){
vErrors = withError(vErrors, instancePath+"/secret", "minLength", {limit: 16});
errors++;
}
if(!pattern14.test(data1)){
vErrors = withError(vErrors, instancePath+"/secret", "pattern", {pattern: "^(?!whsec_.*whsec_)[^\\s\\u0000-\\u001F\\u007F](?:[^\\u0000-\\u001F\\u007F]*[^\\s\\u0000-\\u001F\\u007F])?$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/secret", "type", {type: "string"});
errors++;
}
}
if(data.events !== undefined){
if(!(EventSelection(data.events, instancePath+"/events"))){
vErrors = vErrors === null ? EventSelection.errors : vErrors.concat(EventSelection.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data3 = data.description;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = withError(vErrors, instancePath+"/description", "type", {type: ["string","null"]});
errors++;
}
if(typeof data3 === "string"){
if(ucs2length(data3) > 200){
vErrors = withError(vErrors, instancePath+"/description", "maxLength", {limit: 200});
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
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreateWebhookEndpointRequest.errors = vErrors;
return errors === 0;
}

export function UpdateWebhookEndpointRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
vErrors = withError(vErrors, instancePath, "minProperties", {limit: 1});
errors++;
}
for(const key0 in data){
if(!((((key0 === "url") || (key0 === "events")) || (key0 === "description")) || (key0 === "active"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.url !== undefined){
let data0 = data.url;
if(typeof data0 === "string"){
if(ucs2length(data0) > 2048){
vErrors = withError(vErrors, instancePath+"/url", "maxLength", {limit: 2048});
errors++;
}
if(ucs2length(data0) < 10){
vErrors = withError(vErrors, instancePath+"/url", "minLength", {limit: 10});
errors++;
}
if(!pattern12.test(data0)){
vErrors = withError(vErrors, instancePath+"/url", "pattern", {pattern: "^https?://"});
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
if(data.events !== undefined){
if(!(EventSelection(data.events, instancePath+"/events"))){
vErrors = vErrors === null ? EventSelection.errors : vErrors.concat(EventSelection.errors);
errors = vErrors.length;
}
}
if(data.description !== undefined){
let data2 = data.description;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/description", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 200){
vErrors = withError(vErrors, instancePath+"/description", "maxLength", {limit: 200});
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
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
UpdateWebhookEndpointRequest.errors = vErrors;
return errors === 0;
}

export function WebhookEndpointList(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.data !== undefined){
let data0 = data.data;
if(Array.isArray(data0)){
if(data0.length > 20){
vErrors = withError(vErrors, instancePath+"/data", "maxItems", {limit: 20});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(WebhookEndpoint(data0[i0], instancePath+"/data/" + i0))){
vErrors = vErrors === null ? WebhookEndpoint.errors : vErrors.concat(WebhookEndpoint.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookEndpointList.errors = vErrors;
return errors === 0;
}

export function RotateWebhookSecretRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "overlapSeconds")){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.overlapSeconds !== undefined){
let data0 = data.overlapSeconds;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = withError(vErrors, instancePath+"/overlapSeconds", "type", {type: "integer"});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 604800 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/overlapSeconds", "maximum", {comparison: "<=", limit: 604800});
errors++;
}
if(data0 < 0 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/overlapSeconds", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
RotateWebhookSecretRequest.errors = vErrors;
return errors === 0;
}

export function WebhookSecretRotation(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.secret === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "secret"});
errors++;
}
if(data.previousSecretExpiresAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "previousSecretExpiresAt"});
errors++;
}
if(data.id !== undefined){
if(!(EndpointId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EndpointId.errors : vErrors.concat(EndpointId.errors);
errors = vErrors.length;
}
}
if(data.secret !== undefined){
if(!(WebhookSecret(data.secret, instancePath+"/secret"))){
vErrors = vErrors === null ? WebhookSecret.errors : vErrors.concat(WebhookSecret.errors);
errors = vErrors.length;
}
}
if(data.previousSecretExpiresAt !== undefined){
let data2 = data.previousSecretExpiresAt;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/previousSecretExpiresAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(!(dateTimeFormat.test(data2))){
vErrors = withError(vErrors, instancePath+"/previousSecretExpiresAt", "format", {format: "date-time"});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookSecretRotation.errors = vErrors;
return errors === 0;
}

export function DeliveryStatus(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!(((data === "pending") || (data === "delivered")) || (data === "dead"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["pending","delivered","dead"]});
errors++;
}
DeliveryStatus.errors = vErrors;
return errors === 0;
}

export function WebhookDelivery(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.endpointId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "endpointId"});
errors++;
}
if(data.eventId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "eventId"});
errors++;
}
if(data.eventType === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "eventType"});
errors++;
}
if(data.status === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "status"});
errors++;
}
if(data.attempts === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "attempts"});
errors++;
}
if(data.lastStatusCode === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "lastStatusCode"});
errors++;
}
if(data.lastError === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "lastError"});
errors++;
}
if(data.nextAttemptAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "nextAttemptAt"});
errors++;
}
if(data.deliveredAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "deliveredAt"});
errors++;
}
if(data.createdAt === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "createdAt"});
errors++;
}
if(data.id !== undefined){
if(!(DeliveryId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? DeliveryId.errors : vErrors.concat(DeliveryId.errors);
errors = vErrors.length;
}
}
if(data.endpointId !== undefined){
if(!(EndpointId(data.endpointId, instancePath+"/endpointId"))){
vErrors = vErrors === null ? EndpointId.errors : vErrors.concat(EndpointId.errors);
errors = vErrors.length;
}
}
if(data.eventId !== undefined){
if(!(EventId(data.eventId, instancePath+"/eventId"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.eventType !== undefined){
if(!(EventType(data.eventType, instancePath+"/eventType"))){
vErrors = vErrors === null ? EventType.errors : vErrors.concat(EventType.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
if(!(DeliveryStatus(data.status, instancePath+"/status"))){
vErrors = vErrors === null ? DeliveryStatus.errors : vErrors.concat(DeliveryStatus.errors);
errors = vErrors.length;
}
}
if(data.attempts !== undefined){
let data5 = data.attempts;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
vErrors = withError(vErrors, instancePath+"/attempts", "type", {type: "integer"});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 8 || isNaN(data5)){
vErrors = withError(vErrors, instancePath+"/attempts", "maximum", {comparison: "<=", limit: 8});
errors++;
}
if(data5 < 0 || isNaN(data5)){
vErrors = withError(vErrors, instancePath+"/attempts", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.lastStatusCode !== undefined){
let data6 = data.lastStatusCode;
if((!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))) && (data6 !== null)){
vErrors = withError(vErrors, instancePath+"/lastStatusCode", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 599 || isNaN(data6)){
vErrors = withError(vErrors, instancePath+"/lastStatusCode", "maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data6 < 100 || isNaN(data6)){
vErrors = withError(vErrors, instancePath+"/lastStatusCode", "minimum", {comparison: ">=", limit: 100});
errors++;
}
}
}
if(data.lastError !== undefined){
let data7 = data.lastError;
if((typeof data7 !== "string") && (data7 !== null)){
vErrors = withError(vErrors, instancePath+"/lastError", "type", {type: ["string","null"]});
errors++;
}
if(typeof data7 === "string"){
if(ucs2length(data7) > 500){
vErrors = withError(vErrors, instancePath+"/lastError", "maxLength", {limit: 500});
errors++;
}
}
}
if(data.nextAttemptAt !== undefined){
let data8 = data.nextAttemptAt;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = withError(vErrors, instancePath+"/nextAttemptAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data8 === "string"){
if(!(dateTimeFormat.test(data8))){
vErrors = withError(vErrors, instancePath+"/nextAttemptAt", "format", {format: "date-time"});
errors++;
}
}
}
if(data.deliveredAt !== undefined){
let data9 = data.deliveredAt;
if((typeof data9 !== "string") && (data9 !== null)){
vErrors = withError(vErrors, instancePath+"/deliveredAt", "type", {type: ["string","null"]});
errors++;
}
if(typeof data9 === "string"){
if(!(dateTimeFormat.test(data9))){
vErrors = withError(vErrors, instancePath+"/deliveredAt", "format", {format: "date-time"});
errors++;
}
}
}
if(data.createdAt !== undefined){
let data10 = data.createdAt;
if(typeof data10 === "string"){
if(!(dateTimeFormat.test(data10))){
vErrors = withError(vErrors, instancePath+"/createdAt", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/createdAt", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookDelivery.errors = vErrors;
return errors === 0;
}

export function WebhookDeliveryList(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.data === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "data"});
errors++;
}
if(data.next_cursor === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "next_cursor"});
errors++;
}
if(data.data !== undefined){
let data0 = data.data;
if(Array.isArray(data0)){
if(data0.length > 200){
vErrors = withError(vErrors, instancePath+"/data", "maxItems", {limit: 200});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(WebhookDelivery(data0[i0], instancePath+"/data/" + i0))){
vErrors = vErrors === null ? WebhookDelivery.errors : vErrors.concat(WebhookDelivery.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/data", "type", {type: "array"});
errors++;
}
}
if(data.next_cursor !== undefined){
if(!(NextCursor(data.next_cursor, instancePath+"/next_cursor"))){
vErrors = vErrors === null ? NextCursor.errors : vErrors.concat(NextCursor.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookDeliveryList.errors = vErrors;
return errors === 0;
}

export function TrackEventsRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
var _errs0 = errors;
let valid0 = false;
let passing0 = null;
var _errs1 = errors;
if(!(WidgetEvent(data, instancePath))){
vErrors = vErrors === null ? WidgetEvent.errors : vErrors.concat(WidgetEvent.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
var _errs2 = errors;
if(!(WidgetEventBatch(data, instancePath))){
vErrors = vErrors === null ? WidgetEventBatch.errors : vErrors.concat(WidgetEventBatch.errors);
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
vErrors = withError(vErrors, instancePath, "oneOf", {alternatives: [[errors - _errs1, {"has":["sessionId","eventType"],"says":[]}], [errors - _errs2, {"has":["events"],"says":[]}]]});
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
TrackEventsRequest.errors = vErrors;
return errors === 0;
}

export function ConversionPlatform(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!(((data === "shopify") || (data === "woocommerce")) || (data === "custom"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["shopify","woocommerce","custom"]});
errors++;
}
ConversionPlatform.errors = vErrors;
return errors === 0;
}

export function CreateConversionRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.orderId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "orderId"});
errors++;
}
if(data.platform === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "platform"});
errors++;
}
if(data.amountCents === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "amountCents"});
errors++;
}
for(const key0 in data){
if(!(["orderId","platform","amountCents","currency","quantity","productId","productTitle","sessionId","customerEmail","attributionWindowMinutes"].includes(key0))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
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
if(data.platform !== undefined){
if(!(ConversionPlatform(data.platform, instancePath+"/platform"))){
vErrors = vErrors === null ? ConversionPlatform.errors : vErrors.concat(ConversionPlatform.errors);
errors = vErrors.length;
}
}
if(data.amountCents !== undefined){
let data2 = data.amountCents;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/amountCents", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 100000000000 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/amountCents", "maximum", {comparison: "<=", limit: 100000000000});
errors++;
}
if(data2 < 0 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/amountCents", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.currency !== undefined){
let data3 = data.currency;
if(typeof data3 === "string"){
if(ucs2length(data3) > 3){
vErrors = withError(vErrors, instancePath+"/currency", "maxLength", {limit: 3});
errors++;
}
if(!pattern15.test(data3)){
vErrors = withError(vErrors, instancePath+"/currency", "pattern", {pattern: "^[A-Za-z]{3}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/currency", "type", {type: "string"});
errors++;
}
}
if(data.quantity !== undefined){
let data4 = data.quantity;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = withError(vErrors, instancePath+"/quantity", "type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 1000000 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/quantity", "maximum", {comparison: "<=", limit: 1000000});
errors++;
}
if(data4 < 1 || isNaN(data4)){
vErrors = withError(vErrors, instancePath+"/quantity", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.productId !== undefined){
let data5 = data.productId;
if(typeof data5 === "string"){
if(ucs2length(data5) > 255){
vErrors = withError(vErrors, instancePath+"/productId", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data5) < 1){
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
let data6 = data.productTitle;
if(typeof data6 === "string"){
if(ucs2length(data6) > 500){
vErrors = withError(vErrors, instancePath+"/productTitle", "maxLength", {limit: 500});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/productTitle", "type", {type: "string"});
errors++;
}
}
if(data.sessionId !== undefined){
if(!(WidgetSessionId(data.sessionId, instancePath+"/sessionId"))){
vErrors = vErrors === null ? WidgetSessionId.errors : vErrors.concat(WidgetSessionId.errors);
errors = vErrors.length;
}
}
if(data.customerEmail !== undefined){
let data8 = data.customerEmail;
if(typeof data8 === "string"){
if(ucs2length(data8) > 254){
vErrors = withError(vErrors, instancePath+"/customerEmail", "maxLength", {limit: 254});
errors++;
}
if(!(emailFormat.test(data8))){
vErrors = withError(vErrors, instancePath+"/customerEmail", "format", {format: "email"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/customerEmail", "type", {type: "string"});
errors++;
}
}
if(data.attributionWindowMinutes !== undefined){
let data9 = data.attributionWindowMinutes;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = withError(vErrors, instancePath+"/attributionWindowMinutes", "type", {type: "integer"});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 43200 || isNaN(data9)){
vErrors = withError(vErrors, instancePath+"/attributionWindowMinutes", "maximum", {comparison: "<=", limit: 43200});
errors++;
}
if(data9 < 1 || isNaN(data9)){
vErrors = withError(vErrors, instancePath+"/attributionWindowMinutes", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreateConversionRequest.errors = vErrors;
return errors === 0;
}

export function Conversion(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.attributedFromTryOn === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "attributedFromTryOn"});
errors++;
}
if(data.id !== undefined){
if(!(ConversionId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? ConversionId.errors : vErrors.concat(ConversionId.errors);
errors = vErrors.length;
}
}
if(data.attributedFromTryOn !== undefined){
if(typeof data.attributedFromTryOn !== "boolean"){
vErrors = withError(vErrors, instancePath+"/attributedFromTryOn", "type", {type: "boolean"});
errors++;
}
}
if(data.deduped !== undefined){
let data2 = data.deduped;
if(typeof data2 !== "boolean"){
vErrors = withError(vErrors, instancePath+"/deduped", "type", {type: "boolean"});
errors++;
}
if(true !== data2){
vErrors = withError(vErrors, instancePath+"/deduped", "const", {allowedValue: true});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
Conversion.errors = vErrors;
return errors === 0;
}

export function ConversionId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 65){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 65});
errors++;
}
if(!pattern16.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^conv_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
ConversionId.errors = vErrors;
return errors === 0;
}

export function CreateReturnRequest(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.orderId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "orderId"});
errors++;
}
if(data.platform === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "platform"});
errors++;
}
if(data.refundedAmountCents === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "refundedAmountCents"});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "orderId") || (key0 === "platform")) || (key0 === "refundedAmountCents")) || (key0 === "currency")) || (key0 === "reason"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
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
if(data.platform !== undefined){
if(!(ConversionPlatform(data.platform, instancePath+"/platform"))){
vErrors = vErrors === null ? ConversionPlatform.errors : vErrors.concat(ConversionPlatform.errors);
errors = vErrors.length;
}
}
if(data.refundedAmountCents !== undefined){
let data2 = data.refundedAmountCents;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/refundedAmountCents", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 100000000000 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/refundedAmountCents", "maximum", {comparison: "<=", limit: 100000000000});
errors++;
}
if(data2 < 0 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/refundedAmountCents", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.currency !== undefined){
let data3 = data.currency;
if(typeof data3 === "string"){
if(ucs2length(data3) > 3){
vErrors = withError(vErrors, instancePath+"/currency", "maxLength", {limit: 3});
errors++;
}
if(!pattern15.test(data3)){
vErrors = withError(vErrors, instancePath+"/currency", "pattern", {pattern: "^[A-Za-z]{3}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/currency", "type", {type: "string"});
errors++;
}
}
if(data.reason !== undefined){
let data4 = data.reason;
if(typeof data4 === "string"){
if(ucs2length(data4) > 500){
vErrors = withError(vErrors, instancePath+"/reason", "maxLength", {limit: 500});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/reason", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreateReturnRequest.errors = vErrors;
return errors === 0;
}

export function Return(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.conversionEventId === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "conversionEventId"});
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(ucs2length(data0) > 64){
vErrors = withError(vErrors, instancePath+"/id", "maxLength", {limit: 64});
errors++;
}
if(!pattern17.test(data0)){
vErrors = withError(vErrors, instancePath+"/id", "pattern", {pattern: "^ret_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/id", "type", {type: "string"});
errors++;
}
}
if(data.conversionEventId !== undefined){
let data1 = data.conversionEventId;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = withError(vErrors, instancePath+"/conversionEventId", "type", {type: ["string","null"]});
errors++;
}
if(typeof data1 === "string"){
if(ucs2length(data1) > 65){
vErrors = withError(vErrors, instancePath+"/conversionEventId", "maxLength", {limit: 65});
errors++;
}
if(!pattern16.test(data1)){
vErrors = withError(vErrors, instancePath+"/conversionEventId", "pattern", {pattern: "^conv_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
Return.errors = vErrors;
return errors === 0;
}

export function Jwk(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kty === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "kty"});
errors++;
}
if(data.use === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "use"});
errors++;
}
if(data.alg === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "alg"});
errors++;
}
if(data.kid === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "kid"});
errors++;
}
if(data.n === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "n"});
errors++;
}
if(data.e === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "e"});
errors++;
}
if(data.kty !== undefined){
let data0 = data.kty;
if(typeof data0 !== "string"){
vErrors = withError(vErrors, instancePath+"/kty", "type", {type: "string"});
errors++;
}
if("RSA" !== data0){
vErrors = withError(vErrors, instancePath+"/kty", "const", {allowedValue: "RSA"});
errors++;
}
}
if(data.use !== undefined){
let data1 = data.use;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/use", "type", {type: "string"});
errors++;
}
if("sig" !== data1){
vErrors = withError(vErrors, instancePath+"/use", "const", {allowedValue: "sig"});
errors++;
}
}
if(data.alg !== undefined){
let data2 = data.alg;
if(typeof data2 !== "string"){
vErrors = withError(vErrors, instancePath+"/alg", "type", {type: "string"});
errors++;
}
if("RS256" !== data2){
vErrors = withError(vErrors, instancePath+"/alg", "const", {allowedValue: "RS256"});
errors++;
}
}
if(data.kid !== undefined){
let data3 = data.kid;
if(typeof data3 === "string"){
if(ucs2length(data3) > 64){
vErrors = withError(vErrors, instancePath+"/kid", "maxLength", {limit: 64});
errors++;
}
if(ucs2length(data3) < 1){
vErrors = withError(vErrors, instancePath+"/kid", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/kid", "type", {type: "string"});
errors++;
}
}
if(data.n !== undefined){
let data4 = data.n;
if(typeof data4 === "string"){
if(ucs2length(data4) > 1024){
vErrors = withError(vErrors, instancePath+"/n", "maxLength", {limit: 1024});
errors++;
}
if(ucs2length(data4) < 342){
vErrors = withError(vErrors, instancePath+"/n", "minLength", {limit: 342});
errors++;
}
if(!pattern18.test(data4)){
vErrors = withError(vErrors, instancePath+"/n", "pattern", {pattern: "^[A-Za-z0-9_-]+$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/n", "type", {type: "string"});
errors++;
}
}
if(data.e !== undefined){
let data5 = data.e;
if(typeof data5 === "string"){
if(ucs2length(data5) > 16){
vErrors = withError(vErrors, instancePath+"/e", "maxLength", {limit: 16});
errors++;
}
if(ucs2length(data5) < 4){
vErrors = withError(vErrors, instancePath+"/e", "minLength", {limit: 4});
errors++;
}
if(!pattern18.test(data5)){
vErrors = withError(vErrors, instancePath+"/e", "pattern", {pattern: "^[A-Za-z0-9_-]+$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/e", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
Jwk.errors = vErrors;
return errors === 0;
}

export function JwkSet(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.keys === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "keys"});
errors++;
}
if(data.keys !== undefined){
let data0 = data.keys;
if(Array.isArray(data0)){
if(data0.length > 8){
vErrors = withError(vErrors, instancePath+"/keys", "maxItems", {limit: 8});
errors++;
}
if(data0.length < 1){
vErrors = withError(vErrors, instancePath+"/keys", "minItems", {limit: 1});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(Jwk(data0[i0], instancePath+"/keys/" + i0))){
vErrors = vErrors === null ? Jwk.errors : vErrors.concat(Jwk.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/keys", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
JwkSet.errors = vErrors;
return errors === 0;
}

export function TryonCompletedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("tryon.completed" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "tryon.completed"});
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
if(!(TryonCompletedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? TryonCompletedData.errors : vErrors.concat(TryonCompletedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
TryonCompletedEvent.errors = vErrors;
return errors === 0;
}

export function TryonFailedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("tryon.failed" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "tryon.failed"});
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
if(!(TryonFailedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? TryonFailedData.errors : vErrors.concat(TryonFailedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
TryonFailedEvent.errors = vErrors;
return errors === 0;
}

export function CustomerPlanChangedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("customer.plan_changed" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "customer.plan_changed"});
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
if(!(CustomerPlanChangedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? CustomerPlanChangedData.errors : vErrors.concat(CustomerPlanChangedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CustomerPlanChangedEvent.errors = vErrors;
return errors === 0;
}

export function CustomerQuotaExhaustedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("customer.quota_exhausted" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "customer.quota_exhausted"});
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
if(!(CustomerQuotaExhaustedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? CustomerQuotaExhaustedData.errors : vErrors.concat(CustomerQuotaExhaustedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CustomerQuotaExhaustedEvent.errors = vErrors;
return errors === 0;
}

export function CreditLowBalanceEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("credit.low_balance" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "credit.low_balance"});
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
if(!(CreditLowBalanceData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? CreditLowBalanceData.errors : vErrors.concat(CreditLowBalanceData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreditLowBalanceEvent.errors = vErrors;
return errors === 0;
}

export function CreditBalanceAddedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("credit.balance_added" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "credit.balance_added"});
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
if(!(CreditBalanceAddedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? CreditBalanceAddedData.errors : vErrors.concat(CreditBalanceAddedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreditBalanceAddedEvent.errors = vErrors;
return errors === 0;
}

export function EndCustomerCreatedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("end_customer.created" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "end_customer.created"});
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
if(!(EndCustomerCreatedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? EndCustomerCreatedData.errors : vErrors.concat(EndCustomerCreatedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerCreatedEvent.errors = vErrors;
return errors === 0;
}

export function EndCustomerUpdatedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("end_customer.updated" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "end_customer.updated"});
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
if(!(EndCustomerUpdatedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? EndCustomerUpdatedData.errors : vErrors.concat(EndCustomerUpdatedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerUpdatedEvent.errors = vErrors;
return errors === 0;
}

export function EndCustomerCancelledEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("end_customer.cancelled" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "end_customer.cancelled"});
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
if(!(EndCustomerCancelledData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? EndCustomerCancelledData.errors : vErrors.concat(EndCustomerCancelledData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerCancelledEvent.errors = vErrors;
return errors === 0;
}

export function EndCustomerQuotaWarningEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("end_customer.quota_warning" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "end_customer.quota_warning"});
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
if(!(EndCustomerQuotaWarningData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? EndCustomerQuotaWarningData.errors : vErrors.concat(EndCustomerQuotaWarningData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerQuotaWarningEvent.errors = vErrors;
return errors === 0;
}

export function EndCustomerQuotaExhaustedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("end_customer.quota_exhausted" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "end_customer.quota_exhausted"});
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
if(!(EndCustomerQuotaExhaustedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? EndCustomerQuotaExhaustedData.errors : vErrors.concat(EndCustomerQuotaExhaustedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerQuotaExhaustedEvent.errors = vErrors;
return errors === 0;
}

export function EndCustomerPeriodRolledEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("end_customer.period_rolled" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "end_customer.period_rolled"});
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
if(!(EndCustomerPeriodRolledData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? EndCustomerPeriodRolledData.errors : vErrors.concat(EndCustomerPeriodRolledData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerPeriodRolledEvent.errors = vErrors;
return errors === 0;
}

export function PlanCreatedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("plan.created" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "plan.created"});
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
if(!(PlanCreatedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? PlanCreatedData.errors : vErrors.concat(PlanCreatedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PlanCreatedEvent.errors = vErrors;
return errors === 0;
}

export function PlanUpdatedEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("plan.updated" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "plan.updated"});
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
if(!(PlanUpdatedData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? PlanUpdatedData.errors : vErrors.concat(PlanUpdatedData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PlanUpdatedEvent.errors = vErrors;
return errors === 0;
}

export function PlanDisabledEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("plan.disabled" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "plan.disabled"});
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
if(!(PlanDisabledData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? PlanDisabledData.errors : vErrors.concat(PlanDisabledData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PlanDisabledEvent.errors = vErrors;
return errors === 0;
}

export function WebhookDisabledEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("webhook.disabled" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "webhook.disabled"});
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
if(!(WebhookDisabledData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? WebhookDisabledData.errors : vErrors.concat(WebhookDisabledData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookDisabledEvent.errors = vErrors;
return errors === 0;
}

export function WebhookTestEvent(data, instancePath = ""){

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
if(!(EventId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? EventId.errors : vErrors.concat(EventId.errors);
errors = vErrors.length;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
vErrors = withError(vErrors, instancePath+"/type", "type", {type: "string"});
errors++;
}
if("webhook.test" !== data1){
vErrors = withError(vErrors, instancePath+"/type", "const", {allowedValue: "webhook.test"});
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
if(!(WebhookTestData(data.data, instancePath+"/data"))){
vErrors = vErrors === null ? WebhookTestData.errors : vErrors.concat(WebhookTestData.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookTestEvent.errors = vErrors;
return errors === 0;
}

export function TryonReport(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.store_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "store_id"});
errors++;
}
if(data.customer_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customer_id"});
errors++;
}
if(data.external_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "external_id"});
errors++;
}
if(data.product_type === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "product_type"});
errors++;
}
if(data.product_title === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "product_title"});
errors++;
}
if(data.page_url === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "page_url"});
errors++;
}
if(data.origin === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "origin"});
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
if(data.remaining_credits === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining_credits"});
errors++;
}
if(data.store_id !== undefined){
if(!(StoreId(data.store_id, instancePath+"/store_id"))){
vErrors = vErrors === null ? StoreId.errors : vErrors.concat(StoreId.errors);
errors = vErrors.length;
}
}
if(data.customer_id !== undefined){
let data1 = data.customer_id;
if((typeof data1 !== "string") && (data1 !== null)){
vErrors = withError(vErrors, instancePath+"/customer_id", "type", {type: ["string","null"]});
errors++;
}
if(typeof data1 === "string"){
if(ucs2length(data1) > 64){
vErrors = withError(vErrors, instancePath+"/customer_id", "maxLength", {limit: 64});
errors++;
}
if(!pattern1.test(data1)){
vErrors = withError(vErrors, instancePath+"/customer_id", "pattern", {pattern: "^ec_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
}
if(data.external_id !== undefined){
let data2 = data.external_id;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/external_id", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 255){
vErrors = withError(vErrors, instancePath+"/external_id", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data2) < 1){
vErrors = withError(vErrors, instancePath+"/external_id", "minLength", {limit: 1});
errors++;
}
}
}
if(data.product_type !== undefined){
let data3 = data.product_type;
if(typeof data3 === "string"){
if(ucs2length(data3) > 80){
vErrors = withError(vErrors, instancePath+"/product_type", "maxLength", {limit: 80});
errors++;
}
if(ucs2length(data3) < 1){
vErrors = withError(vErrors, instancePath+"/product_type", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/product_type", "type", {type: "string"});
errors++;
}
}
if(data.product_title !== undefined){
let data4 = data.product_title;
if((typeof data4 !== "string") && (data4 !== null)){
vErrors = withError(vErrors, instancePath+"/product_title", "type", {type: ["string","null"]});
errors++;
}
if(typeof data4 === "string"){
if(ucs2length(data4) > 500){
vErrors = withError(vErrors, instancePath+"/product_title", "maxLength", {limit: 500});
errors++;
}
}
}
if(data.page_url !== undefined){
let data5 = data.page_url;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = withError(vErrors, instancePath+"/page_url", "type", {type: ["string","null"]});
errors++;
}
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
}
if(data.origin !== undefined){
let data6 = data.origin;
if((typeof data6 !== "string") && (data6 !== null)){
vErrors = withError(vErrors, instancePath+"/origin", "type", {type: ["string","null"]});
errors++;
}
if(typeof data6 === "string"){
if(ucs2length(data6) > 255){
vErrors = withError(vErrors, instancePath+"/origin", "maxLength", {limit: 255});
errors++;
}
if(!(uriFormat.test(data6))){
vErrors = withError(vErrors, instancePath+"/origin", "format", {format: "uri"});
errors++;
}
}
}
if(data.variation_count !== undefined){
let data7 = data.variation_count;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
vErrors = withError(vErrors, instancePath+"/variation_count", "type", {type: "integer"});
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 16 || isNaN(data7)){
vErrors = withError(vErrors, instancePath+"/variation_count", "maximum", {comparison: "<=", limit: 16});
errors++;
}
if(data7 < 1 || isNaN(data7)){
vErrors = withError(vErrors, instancePath+"/variation_count", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.generation_time_ms !== undefined){
let data8 = data.generation_time_ms;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
vErrors = withError(vErrors, instancePath+"/generation_time_ms", "type", {type: "integer"});
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 3600000 || isNaN(data8)){
vErrors = withError(vErrors, instancePath+"/generation_time_ms", "maximum", {comparison: "<=", limit: 3600000});
errors++;
}
if(data8 < 0 || isNaN(data8)){
vErrors = withError(vErrors, instancePath+"/generation_time_ms", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.request_id !== undefined){
let data9 = data.request_id;
if(typeof data9 === "string"){
if(ucs2length(data9) > 128){
vErrors = withError(vErrors, instancePath+"/request_id", "maxLength", {limit: 128});
errors++;
}
if(!pattern19.test(data9)){
vErrors = withError(vErrors, instancePath+"/request_id", "pattern", {pattern: "^[A-Za-z0-9._-]{8,128}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/request_id", "type", {type: "string"});
errors++;
}
}
if(data.remaining_credits !== undefined){
let data10 = data.remaining_credits;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = withError(vErrors, instancePath+"/remaining_credits", "type", {type: "integer"});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
vErrors = withError(vErrors, instancePath+"/remaining_credits", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
TryonReport.errors = vErrors;
return errors === 0;
}

export function TryonCompletedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(TryonReport(data, instancePath))){
vErrors = vErrors === null ? TryonReport.errors : vErrors.concat(TryonReport.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
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
TryonCompletedData.errors = vErrors;
return errors === 0;
}

export function TryonFailedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(TryonReport(data, instancePath))){
vErrors = vErrors === null ? TryonReport.errors : vErrors.concat(TryonReport.errors);
errors = vErrors.length;
}
TryonFailedData.errors = vErrors;
return errors === 0;
}

export function CustomerPlanChangedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.customer_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customer_id"});
errors++;
}
if(data.external_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "external_id"});
errors++;
}
if(data.previous_plan_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "previous_plan_id"});
errors++;
}
if(data.plan_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "plan_id"});
errors++;
}
if(data.customer_id !== undefined){
if(!(CustomerId(data.customer_id, instancePath+"/customer_id"))){
vErrors = vErrors === null ? CustomerId.errors : vErrors.concat(CustomerId.errors);
errors = vErrors.length;
}
}
if(data.external_id !== undefined){
if(!(AnyExternalId(data.external_id, instancePath+"/external_id"))){
vErrors = vErrors === null ? AnyExternalId.errors : vErrors.concat(AnyExternalId.errors);
errors = vErrors.length;
}
}
if(data.previous_plan_id !== undefined){
let data2 = data.previous_plan_id;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/previous_plan_id", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 64){
vErrors = withError(vErrors, instancePath+"/previous_plan_id", "maxLength", {limit: 64});
errors++;
}
if(!pattern9.test(data2)){
vErrors = withError(vErrors, instancePath+"/previous_plan_id", "pattern", {pattern: "^pln_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
}
if(data.plan_id !== undefined){
let data3 = data.plan_id;
if((typeof data3 !== "string") && (data3 !== null)){
vErrors = withError(vErrors, instancePath+"/plan_id", "type", {type: ["string","null"]});
errors++;
}
if(typeof data3 === "string"){
if(ucs2length(data3) > 64){
vErrors = withError(vErrors, instancePath+"/plan_id", "maxLength", {limit: 64});
errors++;
}
if(!pattern9.test(data3)){
vErrors = withError(vErrors, instancePath+"/plan_id", "pattern", {pattern: "^pln_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CustomerPlanChangedData.errors = vErrors;
return errors === 0;
}

export function CustomerQuotaExhaustedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(EndCustomerAllowance(data, instancePath))){
vErrors = vErrors === null ? EndCustomerAllowance.errors : vErrors.concat(EndCustomerAllowance.errors);
errors = vErrors.length;
}
CustomerQuotaExhaustedData.errors = vErrors;
return errors === 0;
}

export function CreditLowBalanceData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.store_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "store_id"});
errors++;
}
if(data.remaining_credits === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining_credits"});
errors++;
}
if(data.threshold === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "threshold"});
errors++;
}
if(data.store_id !== undefined){
if(!(StoreId(data.store_id, instancePath+"/store_id"))){
vErrors = vErrors === null ? StoreId.errors : vErrors.concat(StoreId.errors);
errors = vErrors.length;
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
if(data.threshold !== undefined){
let data2 = data.threshold;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/threshold", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/threshold", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreditLowBalanceData.errors = vErrors;
return errors === 0;
}

export function CreditBalanceAddedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.store_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "store_id"});
errors++;
}
if(data.pack_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "pack_id"});
errors++;
}
if(data.credits_added === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "credits_added"});
errors++;
}
if(data.remaining_credits === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "remaining_credits"});
errors++;
}
if(data.expires_at === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "expires_at"});
errors++;
}
if(data.store_id !== undefined){
if(!(StoreId(data.store_id, instancePath+"/store_id"))){
vErrors = vErrors === null ? StoreId.errors : vErrors.concat(StoreId.errors);
errors = vErrors.length;
}
}
if(data.pack_id !== undefined){
let data1 = data.pack_id;
if(typeof data1 === "string"){
if(ucs2length(data1) > 64){
vErrors = withError(vErrors, instancePath+"/pack_id", "maxLength", {limit: 64});
errors++;
}
if(ucs2length(data1) < 1){
vErrors = withError(vErrors, instancePath+"/pack_id", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/pack_id", "type", {type: "string"});
errors++;
}
}
if(data.credits_added !== undefined){
let data2 = data.credits_added;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
vErrors = withError(vErrors, instancePath+"/credits_added", "type", {type: "integer"});
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
vErrors = withError(vErrors, instancePath+"/credits_added", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.remaining_credits !== undefined){
let data3 = data.remaining_credits;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
vErrors = withError(vErrors, instancePath+"/remaining_credits", "type", {type: "integer"});
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
vErrors = withError(vErrors, instancePath+"/remaining_credits", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.expires_at !== undefined){
let data4 = data.expires_at;
if((typeof data4 !== "string") && (data4 !== null)){
vErrors = withError(vErrors, instancePath+"/expires_at", "type", {type: ["string","null"]});
errors++;
}
if(typeof data4 === "string"){
if(!(dateTimeFormat.test(data4))){
vErrors = withError(vErrors, instancePath+"/expires_at", "format", {format: "date-time"});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
CreditBalanceAddedData.errors = vErrors;
return errors === 0;
}

export function EndCustomerCreatedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.customer === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customer"});
errors++;
}
if(data.customer !== undefined){
if(!(Customer(data.customer, instancePath+"/customer"))){
vErrors = vErrors === null ? Customer.errors : vErrors.concat(Customer.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerCreatedData.errors = vErrors;
return errors === 0;
}

export function EndCustomerUpdatedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.customer === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customer"});
errors++;
}
if(data.changed === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "changed"});
errors++;
}
if(data.customer !== undefined){
if(!(Customer(data.customer, instancePath+"/customer"))){
vErrors = vErrors === null ? Customer.errors : vErrors.concat(Customer.errors);
errors = vErrors.length;
}
}
if(data.changed !== undefined){
let data1 = data.changed;
if(Array.isArray(data1)){
if(data1.length > 16){
vErrors = withError(vErrors, instancePath+"/changed", "maxItems", {limit: 16});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(ucs2length(data2) > 64){
vErrors = withError(vErrors, instancePath+"/changed/" + i0, "maxLength", {limit: 64});
errors++;
}
if(ucs2length(data2) < 1){
vErrors = withError(vErrors, instancePath+"/changed/" + i0, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/changed/" + i0, "type", {type: "string"});
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
vErrors = withError(vErrors, instancePath+"/changed", "uniqueItems", {i: i1, j: j0});
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/changed", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerUpdatedData.errors = vErrors;
return errors === 0;
}

export function EndCustomerCancelledData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.customer === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customer"});
errors++;
}
if(data.customer !== undefined){
if(!(Customer(data.customer, instancePath+"/customer"))){
vErrors = vErrors === null ? Customer.errors : vErrors.concat(Customer.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerCancelledData.errors = vErrors;
return errors === 0;
}

export function EndCustomerAllowance(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.customer_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customer_id"});
errors++;
}
if(data.external_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "external_id"});
errors++;
}
if(data.plan_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "plan_id"});
errors++;
}
if(data.period_start === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "period_start"});
errors++;
}
if(data.period_end === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "period_end"});
errors++;
}
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
if(data.customer_id !== undefined){
if(!(CustomerId(data.customer_id, instancePath+"/customer_id"))){
vErrors = vErrors === null ? CustomerId.errors : vErrors.concat(CustomerId.errors);
errors = vErrors.length;
}
}
if(data.external_id !== undefined){
if(!(AnyExternalId(data.external_id, instancePath+"/external_id"))){
vErrors = vErrors === null ? AnyExternalId.errors : vErrors.concat(AnyExternalId.errors);
errors = vErrors.length;
}
}
if(data.plan_id !== undefined){
let data2 = data.plan_id;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/plan_id", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 64){
vErrors = withError(vErrors, instancePath+"/plan_id", "maxLength", {limit: 64});
errors++;
}
if(!pattern9.test(data2)){
vErrors = withError(vErrors, instancePath+"/plan_id", "pattern", {pattern: "^pln_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
}
if(data.period_start !== undefined){
let data3 = data.period_start;
if(typeof data3 === "string"){
if(!(dateTimeFormat.test(data3))){
vErrors = withError(vErrors, instancePath+"/period_start", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/period_start", "type", {type: "string"});
errors++;
}
}
if(data.period_end !== undefined){
let data4 = data.period_end;
if(typeof data4 === "string"){
if(!(dateTimeFormat.test(data4))){
vErrors = withError(vErrors, instancePath+"/period_end", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/period_end", "type", {type: "string"});
errors++;
}
}
if(data.used !== undefined){
let data5 = data.used;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
vErrors = withError(vErrors, instancePath+"/used", "type", {type: "integer"});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
vErrors = withError(vErrors, instancePath+"/used", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.limit !== undefined){
let data6 = data.limit;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
vErrors = withError(vErrors, instancePath+"/limit", "type", {type: "integer"});
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
vErrors = withError(vErrors, instancePath+"/limit", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.remaining !== undefined){
let data7 = data.remaining;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
vErrors = withError(vErrors, instancePath+"/remaining", "type", {type: "integer"});
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
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
EndCustomerAllowance.errors = vErrors;
return errors === 0;
}

export function EndCustomerQuotaWarningData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(EndCustomerAllowance(data, instancePath))){
vErrors = vErrors === null ? EndCustomerAllowance.errors : vErrors.concat(EndCustomerAllowance.errors);
errors = vErrors.length;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.threshold === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "threshold"});
errors++;
}
if(data.threshold !== undefined){
let data0 = data.threshold;
if(!((typeof data0 == "number") && (isFinite(data0)))){
vErrors = withError(vErrors, instancePath+"/threshold", "type", {type: "number"});
errors++;
}
if(0.8 !== data0){
vErrors = withError(vErrors, instancePath+"/threshold", "const", {allowedValue: 0.8});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerQuotaWarningData.errors = vErrors;
return errors === 0;
}

export function EndCustomerQuotaExhaustedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(!(EndCustomerAllowance(data, instancePath))){
vErrors = vErrors === null ? EndCustomerAllowance.errors : vErrors.concat(EndCustomerAllowance.errors);
errors = vErrors.length;
}
EndCustomerQuotaExhaustedData.errors = vErrors;
return errors === 0;
}

export function EndCustomerPeriodRolledData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.customer_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "customer_id"});
errors++;
}
if(data.external_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "external_id"});
errors++;
}
if(data.plan_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "plan_id"});
errors++;
}
if(data.previous === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "previous"});
errors++;
}
if(data.current === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "current"});
errors++;
}
if(data.customer_id !== undefined){
if(!(CustomerId(data.customer_id, instancePath+"/customer_id"))){
vErrors = vErrors === null ? CustomerId.errors : vErrors.concat(CustomerId.errors);
errors = vErrors.length;
}
}
if(data.external_id !== undefined){
if(!(AnyExternalId(data.external_id, instancePath+"/external_id"))){
vErrors = vErrors === null ? AnyExternalId.errors : vErrors.concat(AnyExternalId.errors);
errors = vErrors.length;
}
}
if(data.plan_id !== undefined){
let data2 = data.plan_id;
if((typeof data2 !== "string") && (data2 !== null)){
vErrors = withError(vErrors, instancePath+"/plan_id", "type", {type: ["string","null"]});
errors++;
}
if(typeof data2 === "string"){
if(ucs2length(data2) > 64){
vErrors = withError(vErrors, instancePath+"/plan_id", "maxLength", {limit: 64});
errors++;
}
if(!pattern9.test(data2)){
vErrors = withError(vErrors, instancePath+"/plan_id", "pattern", {pattern: "^pln_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
}
if(data.previous !== undefined){
if(!(UsagePeriod(data.previous, instancePath+"/previous"))){
vErrors = vErrors === null ? UsagePeriod.errors : vErrors.concat(UsagePeriod.errors);
errors = vErrors.length;
}
}
if(data.current !== undefined){
if(!(UsagePeriod(data.current, instancePath+"/current"))){
vErrors = vErrors === null ? UsagePeriod.errors : vErrors.concat(UsagePeriod.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
EndCustomerPeriodRolledData.errors = vErrors;
return errors === 0;
}

export function PlanCreatedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.plan === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "plan"});
errors++;
}
if(data.plan !== undefined){
if(!(ShopperPlan(data.plan, instancePath+"/plan"))){
vErrors = vErrors === null ? ShopperPlan.errors : vErrors.concat(ShopperPlan.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PlanCreatedData.errors = vErrors;
return errors === 0;
}

export function PlanUpdatedData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.plan === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "plan"});
errors++;
}
if(data.plan !== undefined){
if(!(ShopperPlan(data.plan, instancePath+"/plan"))){
vErrors = vErrors === null ? ShopperPlan.errors : vErrors.concat(ShopperPlan.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PlanUpdatedData.errors = vErrors;
return errors === 0;
}

export function PlanDisabledData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.plan === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "plan"});
errors++;
}
if(data.plan !== undefined){
if(!(ShopperPlan(data.plan, instancePath+"/plan"))){
vErrors = vErrors === null ? ShopperPlan.errors : vErrors.concat(ShopperPlan.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
PlanDisabledData.errors = vErrors;
return errors === 0;
}

export function WebhookDisabledData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.store_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "store_id"});
errors++;
}
if(data.endpoint_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "endpoint_id"});
errors++;
}
if(data.url === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "url"});
errors++;
}
if(data.failing_since === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "failing_since"});
errors++;
}
if(data.last_error === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "last_error"});
errors++;
}
if(data.store_id !== undefined){
if(!(StoreId(data.store_id, instancePath+"/store_id"))){
vErrors = vErrors === null ? StoreId.errors : vErrors.concat(StoreId.errors);
errors = vErrors.length;
}
}
if(data.endpoint_id !== undefined){
if(!(EndpointId(data.endpoint_id, instancePath+"/endpoint_id"))){
vErrors = vErrors === null ? EndpointId.errors : vErrors.concat(EndpointId.errors);
errors = vErrors.length;
}
}
if(data.url !== undefined){
let data2 = data.url;
if(typeof data2 === "string"){
if(ucs2length(data2) > 2048){
vErrors = withError(vErrors, instancePath+"/url", "maxLength", {limit: 2048});
errors++;
}
if(!(uriFormat.test(data2))){
vErrors = withError(vErrors, instancePath+"/url", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/url", "type", {type: "string"});
errors++;
}
}
if(data.failing_since !== undefined){
let data3 = data.failing_since;
if(typeof data3 === "string"){
if(!(dateTimeFormat.test(data3))){
vErrors = withError(vErrors, instancePath+"/failing_since", "format", {format: "date-time"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/failing_since", "type", {type: "string"});
errors++;
}
}
if(data.last_error !== undefined){
let data4 = data.last_error;
if((typeof data4 !== "string") && (data4 !== null)){
vErrors = withError(vErrors, instancePath+"/last_error", "type", {type: ["string","null"]});
errors++;
}
if(typeof data4 === "string"){
if(ucs2length(data4) > 500){
vErrors = withError(vErrors, instancePath+"/last_error", "maxLength", {limit: 500});
errors++;
}
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookDisabledData.errors = vErrors;
return errors === 0;
}

export function WebhookTestData(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.store_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "store_id"});
errors++;
}
if(data.endpoint_id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "endpoint_id"});
errors++;
}
if(data.message === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "message"});
errors++;
}
if(data.store_id !== undefined){
if(!(StoreId(data.store_id, instancePath+"/store_id"))){
vErrors = vErrors === null ? StoreId.errors : vErrors.concat(StoreId.errors);
errors = vErrors.length;
}
}
if(data.endpoint_id !== undefined){
if(!(EndpointId(data.endpoint_id, instancePath+"/endpoint_id"))){
vErrors = vErrors === null ? EndpointId.errors : vErrors.concat(EndpointId.errors);
errors = vErrors.length;
}
}
if(data.message !== undefined){
let data2 = data.message;
if(typeof data2 === "string"){
if(ucs2length(data2) > 200){
vErrors = withError(vErrors, instancePath+"/message", "maxLength", {limit: 200});
errors++;
}
if(ucs2length(data2) < 1){
vErrors = withError(vErrors, instancePath+"/message", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/message", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
WebhookTestData.errors = vErrors;
return errors === 0;
}

export function AnyExternalId(data, instancePath = ""){

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
AnyExternalId.errors = vErrors;
return errors === 0;
}

export function EventType(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
if(!(((((((((((((((((data === "tryon.completed") || (data === "tryon.failed")) || (data === "customer.plan_changed")) || (data === "customer.quota_exhausted")) || (data === "credit.low_balance")) || (data === "credit.balance_added")) || (data === "end_customer.created")) || (data === "end_customer.updated")) || (data === "end_customer.cancelled")) || (data === "end_customer.quota_warning")) || (data === "end_customer.quota_exhausted")) || (data === "end_customer.period_rolled")) || (data === "plan.created")) || (data === "plan.updated")) || (data === "plan.disabled")) || (data === "webhook.disabled")) || (data === "webhook.test"))){
vErrors = withError(vErrors, instancePath, "enum", {allowedValues: ["tryon.completed","tryon.failed","customer.plan_changed","customer.quota_exhausted","credit.low_balance","credit.balance_added","end_customer.created","end_customer.updated","end_customer.cancelled","end_customer.quota_warning","end_customer.quota_exhausted","end_customer.period_rolled","plan.created","plan.updated","plan.disabled","webhook.disabled","webhook.test"]});
errors++;
}
EventType.errors = vErrors;
return errors === 0;
}

export function listPlans_401(data, instancePath = ""){

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
if(!((data0 === "unauthorized") || (data0 === "invalid_key"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["unauthorized","invalid_key"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
listPlans_401.errors = vErrors;
return errors === 0;
}

export function getPlan_404(data, instancePath = ""){

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
getPlan_404.errors = vErrors;
return errors === 0;
}

export function upsertCustomer_400(data, instancePath = ""){

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
if(!((data0 === "invalid_body") || (data0 === "metadata_too_large"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["invalid_body","metadata_too_large"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
upsertCustomer_400.errors = vErrors;
return errors === 0;
}

export function upsertCustomer_403(data, instancePath = ""){

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
if(!((data0 === "account_inactive") || (data0 === "plan_not_found"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["account_inactive","plan_not_found"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
upsertCustomer_403.errors = vErrors;
return errors === 0;
}

export function createSession_403(data, instancePath = ""){

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
if(!((data0 === "account_inactive") || (data0 === "customer_inactive"))){
vErrors = withError(vErrors, instancePath+"/error", "enum", {allowedValues: ["account_inactive","customer_inactive"]});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
createSession_403.errors = vErrors;
return errors === 0;
}
