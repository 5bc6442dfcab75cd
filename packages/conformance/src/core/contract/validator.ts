import '@hyperjump/json-schema/formats';
import {
  hasSchema,
  registerSchema,
  setShouldValidateFormat,
  type Validator,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import { loadSpec } from './spec.ts';

// Not ajv: the adapters under test may well use the validators that are compiled with it, and one
// validator's mistake must not be both the culprit and the judge.

setShouldValidateFormat(true);

const validators = new Map<string, Promise<Validator>>();

/** What is wrong with a value by the schema at this pointer of this spec; empty where nothing is. */
export async function violations(spec: string, pointer: string, value: unknown): Promise<string[]> {
  const isValid = await validatorAt(spec, pointer);
  const output = isValid(value as never, 'BASIC') as {
    valid: boolean;
    errors?: { keyword: string; absoluteKeywordLocation: string; instanceLocation: string }[];
  };
  if (output.valid) return [];
  const seen = new Set<string>();
  for (const { absoluteKeywordLocation, instanceLocation } of output.errors ?? []) {
    const where = instanceLocation.replace(/^#/, '') || 'the body';
    const rule = decodeURIComponent(absoluteKeywordLocation.split('#')[1] ?? '');
    seen.add(`${where} breaks ${spec}.yaml ${rule}`);
  }
  return [...seen];
}

function validatorAt(spec: string, pointer: string): Promise<Validator> {
  const base = `https://conformance.genvoris.invalid/${spec}.json`;
  const key = `${base}#${pointer}`;
  let validator = validators.get(key);
  if (!validator) {
    if (!hasSchema(base)) {
      const document = structuredClone(loadSpec(spec));
      registerSchema(document as never, base, document.jsonSchemaDialect);
    }
    validator = validate(encodeURI(key));
    validators.set(key, validator);
  }
  return validator;
}
