// Generated from openapi by `pnpm generate`. Do not edit.
import { ExternalId } from './shared.js';
import { ucs2length, withError } from './ajv-runtime.js';
const uriFormat = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u;
const pattern2 = /* @__PURE__ */ new RegExp("^(https://[^@#]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?([/?][^@#]*)?)$", "u");
const pattern3 = /* @__PURE__ */ new RegExp("^[A-Za-z0-9._~-]+$", "u");
const pattern4 = /* @__PURE__ */ new RegExp("^st_[A-Za-z0-9]{8,60}$", "u");
const pattern5 = /* @__PURE__ */ new RegExp("^gvk_(live|test)_[A-Za-z0-9_]+$", "u");
const pattern6 = /* @__PURE__ */ new RegExp("^whsec_[A-Za-z0-9+/]{32,128}={0,2}$", "u");

export function ConnectUrl(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 2048){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 2048});
errors++;
}
if(ucs2length(data) < 10){
vErrors = withError(vErrors, instancePath, "minLength", {limit: 10});
errors++;
}
if(!pattern2.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^(https://[^@#]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?([/?][^@#]*)?)$"});
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
ConnectUrl.errors = vErrors;
return errors === 0;
}

export function ConnectState(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 512){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 512});
errors++;
}
if(ucs2length(data) < 16){
vErrors = withError(vErrors, instancePath, "minLength", {limit: 16});
errors++;
}
if(!pattern3.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^[A-Za-z0-9._~-]+$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
ConnectState.errors = vErrors;
return errors === 0;
}

export function ConnectPage(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) < 1){
vErrors = withError(vErrors, instancePath, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
ConnectPage.errors = vErrors;
return errors === 0;
}

export function ConnectDecision(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.decision === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "decision"});
errors++;
}
if(data.csrf === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "csrf"});
errors++;
}
for(const key0 in data){
if(!(((key0 === "decision") || (key0 === "csrf")) || (key0 === "store"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.decision !== undefined){
let data0 = data.decision;
if(typeof data0 !== "string"){
vErrors = withError(vErrors, instancePath+"/decision", "type", {type: "string"});
errors++;
}
if(!((data0 === "allow") || (data0 === "deny"))){
vErrors = withError(vErrors, instancePath+"/decision", "enum", {allowedValues: ["allow","deny"]});
errors++;
}
}
if(data.csrf !== undefined){
let data1 = data.csrf;
if(typeof data1 === "string"){
if(ucs2length(data1) > 8192){
vErrors = withError(vErrors, instancePath+"/csrf", "maxLength", {limit: 8192});
errors++;
}
if(ucs2length(data1) < 16){
vErrors = withError(vErrors, instancePath+"/csrf", "minLength", {limit: 16});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/csrf", "type", {type: "string"});
errors++;
}
}
if(data.store !== undefined){
if(!(ConnectStoreId(data.store, instancePath+"/store"))){
vErrors = vErrors === null ? ConnectStoreId.errors : vErrors.concat(ConnectStoreId.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ConnectDecision.errors = vErrors;
return errors === 0;
}

export function ConnectExchangeRequest(data, instancePath = ""){

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
if(data.return_url === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "return_url"});
errors++;
}
for(const key0 in data){
if(!(((key0 === "code") || (key0 === "state")) || (key0 === "return_url"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.code !== undefined){
let data0 = data.code;
if(typeof data0 === "string"){
if(ucs2length(data0) > 512){
vErrors = withError(vErrors, instancePath+"/code", "maxLength", {limit: 512});
errors++;
}
if(ucs2length(data0) < 16){
vErrors = withError(vErrors, instancePath+"/code", "minLength", {limit: 16});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/code", "type", {type: "string"});
errors++;
}
}
if(data.state !== undefined){
if(!(ConnectState(data.state, instancePath+"/state"))){
vErrors = vErrors === null ? ConnectState.errors : vErrors.concat(ConnectState.errors);
errors = vErrors.length;
}
}
if(data.return_url !== undefined){
if(!(ConnectUrl(data.return_url, instancePath+"/return_url"))){
vErrors = vErrors === null ? ConnectUrl.errors : vErrors.concat(ConnectUrl.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ConnectExchangeRequest.errors = vErrors;
return errors === 0;
}

export function ConnectStoreId(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(ucs2length(data) > 64){
vErrors = withError(vErrors, instancePath, "maxLength", {limit: 64});
errors++;
}
if(!pattern4.test(data)){
vErrors = withError(vErrors, instancePath, "pattern", {pattern: "^st_[A-Za-z0-9]{8,60}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "string"});
errors++;
}
ConnectStoreId.errors = vErrors;
return errors === 0;
}

export function ConnectedStore(data, instancePath = ""){

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
if(data.id !== undefined){
if(!(ConnectStoreId(data.id, instancePath+"/id"))){
vErrors = vErrors === null ? ConnectStoreId.errors : vErrors.concat(ConnectStoreId.errors);
errors = vErrors.length;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(ucs2length(data1) > 200){
vErrors = withError(vErrors, instancePath+"/name", "maxLength", {limit: 200});
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
if(data.external_id !== undefined){
if(!(ExternalId(data.external_id, instancePath+"/external_id"))){
vErrors = vErrors === null ? ExternalId.errors : vErrors.concat(ExternalId.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ConnectedStore.errors = vErrors;
return errors === 0;
}

export function ConnectExchange(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.api_key === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "api_key"});
errors++;
}
if(data.webhook_secret === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "webhook_secret"});
errors++;
}
if(data.store === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "store"});
errors++;
}
if(data.portal_url === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "portal_url"});
errors++;
}
if(data.backend_url === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "backend_url"});
errors++;
}
if(data.api_key !== undefined){
let data0 = data.api_key;
if(typeof data0 === "string"){
if(ucs2length(data0) > 255){
vErrors = withError(vErrors, instancePath+"/api_key", "maxLength", {limit: 255});
errors++;
}
if(ucs2length(data0) < 16){
vErrors = withError(vErrors, instancePath+"/api_key", "minLength", {limit: 16});
errors++;
}
if(!pattern5.test(data0)){
vErrors = withError(vErrors, instancePath+"/api_key", "pattern", {pattern: "^gvk_(live|test)_[A-Za-z0-9_]+$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/api_key", "type", {type: "string"});
errors++;
}
}
if(data.webhook_secret !== undefined){
let data1 = data.webhook_secret;
if(typeof data1 === "string"){
if(ucs2length(data1) > 136){
vErrors = withError(vErrors, instancePath+"/webhook_secret", "maxLength", {limit: 136});
errors++;
}
if(!pattern6.test(data1)){
vErrors = withError(vErrors, instancePath+"/webhook_secret", "pattern", {pattern: "^whsec_[A-Za-z0-9+/]{32,128}={0,2}$"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/webhook_secret", "type", {type: "string"});
errors++;
}
}
if(data.store !== undefined){
if(!(ConnectedStore(data.store, instancePath+"/store"))){
vErrors = vErrors === null ? ConnectedStore.errors : vErrors.concat(ConnectedStore.errors);
errors = vErrors.length;
}
}
if(data.portal_url !== undefined){
let data3 = data.portal_url;
if(typeof data3 === "string"){
if(ucs2length(data3) > 2048){
vErrors = withError(vErrors, instancePath+"/portal_url", "maxLength", {limit: 2048});
errors++;
}
if(!(uriFormat.test(data3))){
vErrors = withError(vErrors, instancePath+"/portal_url", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/portal_url", "type", {type: "string"});
errors++;
}
}
if(data.backend_url !== undefined){
let data4 = data.backend_url;
if(typeof data4 === "string"){
if(ucs2length(data4) > 2048){
vErrors = withError(vErrors, instancePath+"/backend_url", "maxLength", {limit: 2048});
errors++;
}
if(!(uriFormat.test(data4))){
vErrors = withError(vErrors, instancePath+"/backend_url", "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/backend_url", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ConnectExchange.errors = vErrors;
return errors === 0;
}
