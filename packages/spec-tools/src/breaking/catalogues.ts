import { isObject, type Json, type JsonObject } from '../contract/json.ts';
import { type About, type Change, major, minor } from './change.ts';
import { canonical, entries, nodes } from './document.ts';

// Prose for people; everything else in an entry is data that consumers act on.
const PROSE = new Set(['description', 'message', 'label', 'summary', 'example', 'nativeId']);

/**
 * Compares what is declared as data: the values of every enum with `x-values` and what stands beside each,
 * and the storefront's translation table and faults.
 */
export function compareCatalogues(spec: string, released: JsonObject, current: JsonObject): Change[] {
  const after = catalogues(current);
  return [...catalogues(released)].flatMap(([name, before]) => {
    const now = after.get(name);
    if (now) return [...compare(spec, name, before, now)];
    const about = { spec, where: name, names: Object.keys(before) };
    return [major(about, 'catalogue-removed', `the catalogue ${name} is removed`)];
  });
}

/** Name of each catalogue, with its entries. */
export function catalogues(document: JsonObject): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const [key, schema] of entries(
    isObject(document.components) ? document.components.schemas : undefined,
  )) {
    for (const node of nodes(schema)) {
      if (isObject(node['x-values'])) found.set(String(node.title ?? key), node['x-values']);
    }
  }
  const info = isObject(document.info) ? document.info : {};
  if (isObject(info['x-faults'])) found.set('Faults', info['x-faults']);
  if (isObject(info['x-translation'])) {
    const { codes, statuses, ...rest } = info['x-translation'];
    if (isObject(codes)) found.set('Translation by code', codes);
    if (isObject(statuses)) found.set('Translation by status', statuses);
    found.set('Translation', rest);
  }
  return found;
}

function* compare(spec: string, name: string, before: JsonObject, after: JsonObject): Generator<Change> {
  const at = (value: string): About => ({ spec, where: `${name}.${value}`, names: [value] });
  for (const [value, data] of Object.entries(before)) {
    if (!Object.hasOwn(after, value)) {
      yield major(at(value), 'value-removed', `${value} is removed or renamed`);
      continue;
    }
    for (const [field, from, to] of differences(data, after[value])) {
      const what = field ? `its ${field}` : 'it';
      yield from === undefined
        ? minor(at(value), 'value-data-added', `${what} is now stated: ${show(to)}`)
        : major(at(value), 'value-data-changed', `${what} was ${show(from)} and is ${show(to)}`);
    }
  }
  for (const value of Object.keys(after)) {
    if (!Object.hasOwn(before, value)) yield minor(at(value), 'value-added', `${value} is new`);
  }
}

function differences(before: Json, after: Json | undefined): [string, Json | undefined, Json | undefined][] {
  if (!isObject(before) || !isObject(after)) {
    return canonical(before) === canonical(after) ? [] : [['', before, after]];
  }
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter((field) => !PROSE.has(field) && canonical(before[field]) !== canonical(after[field]))
    .map((field) => [field, before[field], after[field]]);
}

function show(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
