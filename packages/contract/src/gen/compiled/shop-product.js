// Generated from openapi by `pnpm generate`. Do not edit.
import { ucs2length, withError } from './ajv-runtime.js';
const uriFormat = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u;
const pattern2 = /* @__PURE__ */ new RegExp("^https?://", "u");

export function ShopProduct(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.images === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "images"});
errors++;
}
if(data.id !== undefined){
let data0 = data.id;
var _errs2 = errors;
let valid1 = false;
var _errs3 = errors;
if(typeof data0 === "string"){
if(ucs2length(data0) > 200){
vErrors = withError(vErrors, instancePath+"/id", "maxLength", {limit: 200});
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
var _valid0 = _errs3 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
var _errs5 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
vErrors = withError(vErrors, instancePath+"/id", "type", {type: "integer"});
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
vErrors = withError(vErrors, instancePath+"/id", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
vErrors = withError(vErrors, instancePath+"/id", "anyOf", {});
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
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
vErrors = withError(vErrors, instancePath+"/name", "type", {type: "string"});
errors++;
}
}
if(data.images !== undefined){
let data2 = data.images;
if(Array.isArray(data2)){
if(data2.length > 200){
vErrors = withError(vErrors, instancePath+"/images", "maxItems", {limit: 200});
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(ShopProductImage(data2[i0], instancePath+"/images/" + i0))){
vErrors = vErrors === null ? ShopProductImage.errors : vErrors.concat(ShopProductImage.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/images", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopProduct.errors = vErrors;
return errors === 0;
}

export function ShopProductImage(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.src === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "src"});
errors++;
}
if(data.src !== undefined){
if(typeof data.src !== "string"){
vErrors = withError(vErrors, instancePath+"/src", "type", {type: "string"});
errors++;
}
}
if(data.thumbnail !== undefined){
if(typeof data.thumbnail !== "string"){
vErrors = withError(vErrors, instancePath+"/thumbnail", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ShopProductImage.errors = vErrors;
return errors === 0;
}

export function ProductPictures(data, instancePath = ""){

let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "id"});
errors++;
}
if(data.pictures === undefined){
vErrors = withError(vErrors, instancePath, "required", {missingProperty: "pictures"});
errors++;
}
for(const key0 in data){
if(!(((key0 === "id") || (key0 === "name")) || (key0 === "pictures"))){
vErrors = withError(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(ucs2length(data0) > 200){
vErrors = withError(vErrors, instancePath+"/id", "maxLength", {limit: 200});
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
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(ucs2length(data1) > 500){
vErrors = withError(vErrors, instancePath+"/name", "maxLength", {limit: 500});
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
if(data.pictures !== undefined){
let data2 = data.pictures;
if(Array.isArray(data2)){
if(data2.length > 10){
vErrors = withError(vErrors, instancePath+"/pictures", "maxItems", {limit: 10});
errors++;
}
if(data2.length < 1){
vErrors = withError(vErrors, instancePath+"/pictures", "minItems", {limit: 1});
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(ucs2length(data3) > 2048){
vErrors = withError(vErrors, instancePath+"/pictures/" + i0, "maxLength", {limit: 2048});
errors++;
}
if(!pattern2.test(data3)){
vErrors = withError(vErrors, instancePath+"/pictures/" + i0, "pattern", {pattern: "^https?://"});
errors++;
}
if(!(uriFormat.test(data3))){
vErrors = withError(vErrors, instancePath+"/pictures/" + i0, "format", {format: "uri"});
errors++;
}
}
else {
vErrors = withError(vErrors, instancePath+"/pictures/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath+"/pictures", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = withError(vErrors, instancePath, "type", {type: "object"});
errors++;
}
ProductPictures.errors = vErrors;
return errors === 0;
}
