import { operationNodes } from '../contract/document.ts';
import { isObject, type Json, type JsonObject } from '../contract/json.ts';

/** One operation of a bundled spec, or one event under `webhooks`. */
export interface Operation {
  kind: 'paths' | 'webhooks';
  /** `GET /status`, or the event's name. */
  where: string;
  id: string;
  node: JsonObject;
}

/** The entries of an object, or none where there is no object. */
export function entries(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Every operation and event, by method and path, or by the event's name. */
export function operations(document: JsonObject): Map<string, Operation> {
  const found = new Map<string, Operation>();
  for (const { kind, path, method, operation: node } of operationNodes(document)) {
    const where = kind === 'paths' ? `${method.toUpperCase()} ${path}` : `event ${path}`;
    found.set(where, { kind, where, id: String(node.operationId ?? where), node });
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
