import { isObject, type JsonObject } from '../../contract/json.ts';
import type { Oas3Rule } from './answers.ts';

/**
 * Every field says what it is, in its own words or those of the schema it refers to, and shows one value, unless
 * the schema itself names its values or it is bytes.
 */
export const describedFields: Oas3Rule = () => ({
  Schema(schema, ctx) {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      if (!isObject(field) || '$ref' in field) continue;
      const location = ctx.location.child(['properties', name]).key();
      if (!field.description) ctx.report({ message: `the field ${name} has no description`, location });
      if (needsExample(field)) ctx.report({ message: `the field ${name} has no example`, location });
    }
  },
});

function needsExample(field: JsonObject): boolean {
  const types = [field.type].flat();
  const scalar = ['string', 'integer', 'number'].some((type) => types.includes(type));
  const named = ['enum', 'const', 'examples', 'contentMediaType'].some((keyword) => keyword in field);
  return scalar && !named;
}
