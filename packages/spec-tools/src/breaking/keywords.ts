import { child, lookUp } from '../contract/document.ts';
import { isObject, type Json, type JsonObject } from '../contract/json.ts';
import { type Change, major, minor } from './change.ts';
import { canonical, entries, operations } from './document.ts';

type Direction = 'request' | 'answer';

interface Side {
  document: JsonObject;
  node: Json | undefined;
}

type Keyword = [string, (before: Json | undefined, after: Json | undefined) => boolean];

/** Schema keywords that oasdiff leaves alone; `wider` says whether the new value lets more through. */
const KEYWORDS: Keyword[] = [
  ['maxItems', (before, after) => number(after, Infinity) > number(before, Infinity)],
  ['maxProperties', (before, after) => number(after, Infinity) > number(before, Infinity)],
  ['minProperties', (before, after) => number(after, 0) < number(before, 0)],
  ['uniqueItems', (_, after) => after !== true],
  ['additionalProperties', (_, after) => after !== false],
  // Released first as prose: a bound that is now stated as data was there before.
  ['x-max-bytes', (before, after) => number(after, 0) > number(before, Infinity)],
  ['x-picture.minSide', (before, after) => number(after, Infinity) < number(before, 0)],
  ['x-picture.maxSide', (before, after) => number(after, 0) > number(before, Infinity)],
  ...['maxPixels', 'maxHeldPixels', 'maxInterlacedPixels', 'maxScans'].map(
    (field): Keyword => [
      `x-picture.${field}`,
      (before, after) => number(after, 0) > number(before, Infinity),
    ],
  ),
];

/** Compares those keywords in every body of every operation and event. */
export function compareKeywords(spec: string, released: JsonObject, current: JsonObject): Change[] {
  const now = operations(current);
  return [...operations(released).values()].flatMap((before) => {
    const after = now.get(before.where);
    if (!after) return [];
    // What an event carries is an answer in the eyes of its receiver.
    const body: Direction = before.kind === 'webhooks' ? 'answer' : 'request';
    const pairs: [Direction, string, Side, Side][] = bodies(released, before.node).flatMap(([name, node]) => {
      const counterpart = new Map(bodies(current, after.node)).get(name);
      if (counterpart === undefined) return [];
      const direction = name.startsWith('request') ? body : 'answer';
      return [[direction, name, { document: released, node }, { document: current, node: counterpart }]];
    });
    return pairs.flatMap(([direction, name, from, to]) =>
      [...walk('', from, to, new Set())].map(([keyword, at, was, is, wider]): Change => {
        const breaks = wider === (direction === 'answer');
        const text = `${keyword} of the ${name}${at && ` at ${at}`} was ${was} and is ${is}`;
        const rule = `${direction}-${breaks === (direction === 'answer') ? 'looser' : 'stricter'}`;
        return (breaks ? major : minor)({ spec, where: before.where, names: [before.id] }, rule, text);
      }),
    );
  });
}

function bodies(document: JsonObject, operation: JsonObject): [string, Json][] {
  const request = child(lookUp(document, operation.requestBody), 'content');
  const answers = entries(operation.responses).flatMap(([status, node]) =>
    schemas(`answer ${status}`, child(lookUp(document, node), 'content')),
  );
  return [...schemas('request', request), ...answers];
}

function schemas(name: string, content: Json | undefined): [string, Json][] {
  return entries(content).flatMap(([type, media]): [string, Json][] => {
    const schema = child(media, 'schema');
    return schema === undefined ? [] : [[`${name} (${type})`, schema]];
  });
}

function* walk(
  at: string,
  before: Side,
  after: Side,
  seen: Set<Json>,
): Generator<[string, string, string, string, boolean]> {
  const from = lookUp(before.document, before.node);
  const to = lookUp(after.document, after.node);
  if (!isObject(from) || !isObject(to) || seen.has(from)) return;
  seen.add(from);
  for (const [keyword, wider] of KEYWORDS) {
    const path = keyword.split('.');
    const [was, is] = [child(from, ...path), child(to, ...path)].map((value) =>
      isObject(value) ? true : value,
    );
    if (canonical(was) === canonical(is)) continue;
    if (wider(was, is) === wider(is, was)) continue;
    yield [keyword, at, String(was ?? 'not set'), String(is ?? 'not set'), wider(was, is)];
  }
  const below = (name: string, ...path: string[]) =>
    walk(name, { ...before, node: child(from, ...path) }, { ...after, node: child(to, ...path) }, seen);
  for (const [name] of entries(from.properties)) yield* below(`${at}/${name}`, 'properties', name);
  yield* below(`${at}/*`, 'items');
  yield* below(`${at}/*`, 'additionalProperties');
  for (const combiner of ['allOf', 'oneOf', 'anyOf']) {
    const [was, is] = [from[combiner], to[combiner]];
    if (!Array.isArray(was) || !Array.isArray(is) || was.length !== is.length) continue;
    for (const [index, node] of was.entries()) {
      yield* walk(at, { ...before, node }, { ...after, node: is[index] }, seen);
    }
  }
}

const number = (value: Json | undefined, otherwise: number) =>
  typeof value === 'number' ? value : otherwise;
