import { child, lookUp } from '../contract/document.ts';
import { isObject, type Json, type JsonObject } from '../contract/json.ts';
import { type About, type Change, major, minor } from './change.ts';
import { canonical, entries, type Operation, operations } from './document.ts';

/** A lower number of these takes something away; a higher number of `x-response-limit` does. */
const LIMITS: [string[], 'down' | 'up'][] = [
  [['x-rate-limit', 'limit'], 'down'],
  [['x-rate-limit', 'windowSeconds'], 'up'],
  [['x-body-limit'], 'down'],
  [['x-response-limit'], 'up'],
];

/** Compares what stands on an operation and oasdiff does not look at: its name, limits, security, headers. */
export function compareOperations(spec: string, released: JsonObject, current: JsonObject): Change[] {
  const now = operations(current);
  return [...operations(released).values()].flatMap((before) => {
    const after = now.get(before.where);
    if (!after) return [];
    const about = { spec, where: before.where, names: [before.id] };
    return [
      ...renamed(about, before.id, after.id),
      ...limits(about, before.node, after.node),
      ...models(about, before.node, after.node),
      ...security(about, alternatives(released, before), alternatives(current, after)),
      ...headers(about, released, before.node, current, after.node),
    ];
  });
}

function renamed(about: About, from: string, to: string): Change[] {
  return from === to ? [] : [major(about, 'operation-renamed', `the operation ${from} is now ${to}`)];
}

function limits(about: About, before: JsonObject, after: JsonObject): Change[] {
  return LIMITS.flatMap(([path, worse]): Change[] => {
    const from = child(before, ...path);
    const to = child(after, ...path);
    if (from === to) return [];
    const lost =
      typeof from === 'number'
        ? typeof to === 'number'
          ? to < from === (worse === 'down')
          : worse === 'up'
        : worse === 'down';
    const text = `${path.join('.')} was ${from ?? 'not set'} and is ${to ?? 'not set'}`;
    return [(lost ? major : minor)(about, 'limit-changed', text)];
  });
}

function models(about: About, before: JsonObject, after: JsonObject): Change[] {
  const [from, to] = [before, after].map((node) => node['x-models']);
  if (canonical(from) === canonical(to)) return [];
  const lost = Array.isArray(to) && (!Array.isArray(from) || from.some((model) => !to.includes(model)));
  const text = `it was offered by the models ${list(from)} and is by ${list(to)}`;
  return [(lost ? major : minor)(about, 'models-changed', text)];
}

const list = (models: Json | undefined) => (Array.isArray(models) ? models.join(', ') : 'all');

function security(about: About, before: Map<string, string>, after: Map<string, string>): Change[] {
  const lost = [...before].filter(([key]) => !after.has(key)).map(([, name]) => name);
  const gained = [...after].filter(([key]) => !before.has(key)).map(([, name]) => name);
  return [
    ...lost.map((name) => major(about, 'security-removed', `${name} is no longer enough to call it`)),
    ...gained.map((name) => minor(about, 'security-added', `${name} is now enough to call it`)),
  ];
}

// Each way to be let in, with what its schemes are on the wire, so that a changed header name counts too.
function alternatives(document: JsonObject, operation: Operation): Map<string, string> {
  const stated = operation.node.security ?? document.security ?? [{}];
  const found = new Map<string, string>();
  if (operation.kind === 'webhooks' || !Array.isArray(stated)) return found;
  for (const requirement of stated.length === 0 ? [{}] : stated) {
    if (!isObject(requirement)) continue;
    const schemes = Object.entries(requirement).map(([name, scopes]) => {
      const scheme = lookUp(document, child(document, 'components', 'securitySchemes', name));
      return [...['type', 'in', 'name', 'scheme'].map((field) => child(scheme, field) ?? null), scopes];
    });
    found.set(
      canonical(schemes.map(canonical).sort()),
      Object.keys(requirement).join(' with ') || 'no credential',
    );
  }
  return found;
}

function headers(
  about: About,
  released: JsonObject,
  before: JsonObject,
  current: JsonObject,
  after: JsonObject,
): Change[] {
  return entries(before.responses).flatMap(([status, node]) => {
    const now = child(lookUp(current, child(after, 'responses', status)), 'headers');
    return entries(child(lookUp(released, node), 'headers')).flatMap(([name, header]): Change[] => {
      const from = schemaOf(released, header);
      const to = schemaOf(current, child(now, name));
      if (child(now, name) === undefined || from === to) return [];
      const text = `the header ${name} of the answer ${status} was ${from} and is ${to}`;
      return [major(about, 'response-header-changed', text)];
    });
  });
}

function schemaOf(document: JsonObject, header: Json | undefined): string {
  const schema = lookUp(document, child(lookUp(document, header), 'schema'));
  if (!isObject(schema)) return 'any text';
  const { description: _, examples: __, title: ___, ...rest } = schema;
  return canonical(rest);
}
