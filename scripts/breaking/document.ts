import { isObject, type Json, type JsonObject } from '../generate/json.ts';

export { isObject, type Json, type JsonObject };

/** One operation of a bundled spec, or one event under `webhooks`. */
export interface Operation {
  kind: 'paths' | 'webhooks';
  /** `GET /status`, or the event's name. */
  where: string;
  id: string;
  node: JsonObject;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The entries of an object, or none where there is no object. */
export function entries(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}

export function child(node: Json | undefined, ...path: string[]): Json | undefined {
  let found = node;
  for (const name of path) found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}

/** What a `$ref` inside the document leads to; anything else is itself. */
export function resolve(document: JsonObject, node: Json | undefined): Json | undefined {
  let found = node;
  for (let hops = 0; hops < 32 && isObject(found) && typeof found.$ref === 'string'; hops += 1) {
    const names = found.$ref.replace(/^#\//, '').split('/');
    found = child(document, ...names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')));
  }
  return found;
}

/** Every operation and event, by method and path, or by the event's name. */
export function operations(document: JsonObject): Map<string, Operation> {
  const found = new Map<string, Operation>();
  for (const kind of ['paths', 'webhooks'] as const) {
    for (const [path, item] of entries(document[kind])) {
      for (const method of METHODS) {
        const node = child(item, method);
        if (!isObject(node)) continue;
        const where = kind === 'paths' ? `${method.toUpperCase()} ${path}` : `event ${path}`;
        found.set(where, { kind, where, id: String(node.operationId ?? where), node });
      }
    }
  }
  return found;
}

/** Every node below this one, with no reference followed. */
export function* nodes(node: Json): Generator<JsonObject> {
  if (Array.isArray(node)) for (const item of node) yield* nodes(item);
  if (!isObject(node)) return;
  yield node;
  for (const item of Object.values(node)) yield* nodes(item);
}

/** JSON with its keys in order, so that equal values have equal text. */
export function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_, item: Json) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
  );
}
