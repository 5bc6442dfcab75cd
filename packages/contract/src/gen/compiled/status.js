// Generated from openapi by `pnpm generate`. Do not edit.
import { CodeError } from './shared.js';
import { withError } from './ajv-runtime.js';

export function getStatus_402(data, instancePath = ""){

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
getStatus_402.errors = vErrors;
return errors === 0;
}
