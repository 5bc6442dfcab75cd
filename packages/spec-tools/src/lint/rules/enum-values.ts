import { isObject } from '../../contract/json.ts';
import type { Oas3Rule } from './answers.ts';

/** A named enum says what each of its values means: `x-values` has exactly its values, each described. */
export const enumValues: Oas3Rule = () => ({
  Schema(schema, ctx) {
    const values: unknown = schema.enum;
    const entries: unknown = (schema as { 'x-values'?: unknown })['x-values'];
    if (entries === undefined) {
      if (Array.isArray(values) && schema.title) {
        ctx.report({
          message: `the enum ${schema.title} has no x-values`,
          location: ctx.location.child('enum'),
        });
      }
      return;
    }
    const location = ctx.location.child('x-values');
    if (!Array.isArray(values) || !isObject(entries)) {
      return ctx.report({ message: 'x-values is a map beside an enum', location });
    }
    for (const value of values) {
      const entry = entries[String(value)];
      if (!isObject(entry)) ctx.report({ message: `x-values has no entry for ${value}`, location });
      else if (typeof entry.description !== 'string' || entry.description === '') {
        ctx.report({ message: `${value} has no description`, location: location.child(String(value)) });
      }
    }
    for (const value of Object.keys(entries)) {
      if (!values.includes(value)) {
        ctx.report({ message: `${value} is not a value of the enum`, location: location.child(value).key() });
      }
    }
  },
});
