import { isObject, type JsonObject } from './json.ts';
import { SpecError, token } from './spec-error.ts';

/** One enum of `openapi/shared` with what is known about each of its values. */
export interface Catalogue {
  file: string;
  /** The schema's name, which is also the type's. */
  name: string;
  values: string[];
  entries: Record<string, JsonObject>;
}

export function readCatalogues(shared: ReadonlyMap<string, JsonObject>): Catalogue[] {
  const catalogues: Catalogue[] = [];
  for (const [file, schemas] of shared) {
    for (const [name, schema] of Object.entries(schemas)) {
      if (isObject(schema) && schema['x-values'] !== undefined) catalogues.push(read(file, name, schema));
    }
  }
  return catalogues;
}

export function catalogueNamed(catalogues: readonly Catalogue[], name: string): Catalogue {
  const found = catalogues.find((catalogue) => catalogue.name === name);
  if (!found) throw new SpecError('openapi/shared', '', `no enum with x-values is named ${name}`);
  return found;
}

function read(file: string, name: string, schema: JsonObject): Catalogue {
  const pointer = `/${token(name)}`;
  const { enum: values, 'x-values': entries } = schema;
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) {
    throw new SpecError(file, `${pointer}/enum`, 'x-values needs an enum of strings beside it');
  }
  if (!isObject(entries)) throw new SpecError(file, `${pointer}/x-values`, 'is not a map');
  for (const value of values) {
    if (!isObject(entries[value])) {
      throw new SpecError(
        file,
        `${pointer}/x-values/${token(value)}`,
        'is missing: every value has an entry',
      );
    }
  }
  for (const value of Object.keys(entries)) {
    if (!values.includes(value)) {
      throw new SpecError(file, `${pointer}/x-values/${token(value)}`, 'is not a value of the enum');
    }
  }
  return { file, name, values, entries: entries as Record<string, JsonObject> };
}
