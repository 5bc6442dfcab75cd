import { isObject, type Json, section } from '../../contract/json.ts';
import { token } from '../../contract/spec-error.ts';
import type { AcrossRule } from './across-rule.ts';

/** A shared enum is a catalogue, and a field that spells out values of one has its values and all of them. */
export const cataloguedEnums: AcrossRule = function* ({ shared, specs, catalogues }) {
  for (const [file, schemas] of shared) {
    for (const [name, schema] of Object.entries(schemas)) {
      if (section(schema).enum !== undefined && section(schema)['x-values'] === undefined) {
        yield { file, at: `/${token(name)}`, message: 'is an enum without x-values' };
      }
    }
  }
  const spelled = new Map<string, Set<Json>>();
  for (const { document } of specs) collectSpelled(section(document.components).schemas ?? null, spelled);
  for (const { file, name, values } of catalogues) {
    const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const found = [...(spelled.get(field) ?? [])];
    const at = `/${token(name)}/x-values`;
    for (const value of found.filter((one) => typeof one !== 'string' || !values.includes(one))) {
      yield { file, at, message: `a field ${field} allows ${value}, which is not here` };
    }
    for (const value of found.length === 0 ? [] : values.filter((one) => !found.includes(one))) {
      yield { file, at, message: `no field ${field} allows ${value}` };
    }
  }
};

/** Field name to the values that schemas spell out for it, by `const` or `enum` in place. */
function collectSpelled(node: Json, spelled: Map<string, Set<Json>>): void {
  if (Array.isArray(node)) {
    for (const item of node) collectSpelled(item, spelled);
  }
  if (!isObject(node)) return;
  for (const [name, field] of Object.entries(section(node.properties))) {
    const { const: only, enum: several } = section(field);
    const values = [...(only === undefined ? [] : [only]), ...(Array.isArray(several) ? several : [])];
    if (values.length > 0) spelled.set(name, new Set([...(spelled.get(name) ?? []), ...values]));
  }
  for (const item of Object.values(node)) collectSpelled(item, spelled);
}
