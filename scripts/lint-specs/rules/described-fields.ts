import { isObject } from '../../generate/json.ts';
import type { Oas3Rule } from '../answers.ts';

/** Every field says what it is, in its own words or those of the schema it refers to. */
export const describedFields: Oas3Rule = () => ({
  Schema(schema, ctx) {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      if (!isObject(field) || '$ref' in field || field.description) continue;
      ctx.report({
        message: `the field ${name} has no description`,
        location: ctx.location.child(['properties', name]).key(),
      });
    }
  },
});
