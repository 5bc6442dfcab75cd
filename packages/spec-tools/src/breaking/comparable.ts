import { child, lookUp } from '../contract/document.ts';
import { isObject, type Json, type JsonObject } from '../contract/json.ts';
import { entries, nodes, operations } from './document.ts';

/**
 * A copy of a bundled spec in the form oasdiff judges as we do:
 *
 * - Values declared as data (`x-values`) are open, because adding one is minor and our own rules hold the rest.
 * - An error response's list of the words it shows is dropped, for the same reason.
 * - A parameter of a whole path stands with each of its operations, because oasdiff looks for them there only.
 * - An event is a path that answers what the event carries, because oasdiff does not look into webhooks.
 */
export function comparable(bundled: JsonObject): JsonObject {
  const document = structuredClone(bundled);
  for (const node of nodes(document)) if (isObject(node['x-values'])) delete node.enum;
  for (const [, item] of entries(document.paths)) handDown(item);
  for (const { kind, node } of operations(document).values()) {
    for (const [status, response] of kind === 'paths' ? entries(node.responses) : []) {
      if (/^[45]/.test(status)) widen(lookUp(document, response));
    }
  }
  const events = entries(document.webhooks).map(([name, item]): [string, Json] => [
    `/event/${name}`,
    { get: received(document, child(item, 'post')) },
  ]);
  delete document.webhooks;
  return {
    ...document,
    paths: { ...Object.fromEntries(entries(document.paths)), ...Object.fromEntries(events) },
  };
}

/** `GET /event/tryon.completed` as its reader knows it: `event tryon.completed`. */
export function whereOf(operation: string, path: string): string {
  return path.startsWith('/event/') ? `event ${path.slice('/event/'.length)}` : `${operation} ${path}`;
}

function handDown(item: Json): void {
  const { parameters: shared, ...rest } = isObject(item) ? item : {};
  if (!isObject(item) || !Array.isArray(shared)) return;
  delete item.parameters;
  for (const [, operation] of entries(rest)) {
    if (!isObject(operation)) continue;
    const own = Array.isArray(operation.parameters) ? operation.parameters : [];
    operation.parameters = [...shared, ...own];
  }
}

function received(document: JsonObject, operation: Json | undefined): JsonObject {
  const content = child(lookUp(document, child(operation, 'requestBody')), 'content') ?? {};
  return {
    operationId: child(operation, 'operationId') ?? '',
    responses: { '200': { description: 'Received.', content } },
  };
}

// Undoes what bundling adds: `allOf: [<the family's schema>, <the words shown here>]`.
function widen(response: Json | undefined): void {
  for (const [, media] of entries(child(response, 'content'))) {
    const schema = child(media, 'schema');
    const all = child(schema, 'allOf');
    if (!isObject(media) || !Array.isArray(all) || all.length !== 2) continue;
    const [family, words] = all;
    if (family !== undefined && isObject(words) && !words.$ref) media.schema = family;
  }
}
