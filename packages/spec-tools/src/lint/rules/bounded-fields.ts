import { isObject, type JsonObject } from '../../contract/json.ts';
import type { Oas3Rule } from './answers.ts';

// Their length is bounded by what they are.
const SHORT_FORMATS = new Set(['date', 'date-time', 'uuid', 'ipv4', 'ipv6']);

/** Every field has a bound that a reader can rely on: texts and lists a longest, numbers a smallest. */
export const boundedFields: Oas3Rule = () => ({
  Schema(schema, ctx) {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const missing = isObject(field) ? missingBound(field) : null;
      if (!missing) continue;
      ctx.report({
        message: `the field ${name} has no ${missing}`,
        location: ctx.location.child(['properties', name]).key(),
      });
    }
  },
});

function missingBound(field: JsonObject): string | null {
  const types = [field.type].flat();
  if (field.enum !== undefined || field.const !== undefined) return null;
  if (types.includes('string')) {
    return field.maxLength !== undefined || SHORT_FORMATS.has(String(field.format)) ? null : 'maxLength';
  }
  if (types.includes('integer') || types.includes('number')) {
    return field.minimum !== undefined || field.exclusiveMinimum !== undefined ? null : 'minimum';
  }
  return types.includes('array') && field.maxItems === undefined ? 'maxItems' : null;
}
