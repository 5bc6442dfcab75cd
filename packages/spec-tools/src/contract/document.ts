import { isObject, type Json, type JsonObject, section } from './json.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** What stands at a path of keys; `undefined` where one of them is missing. */
export function child(node: Json | undefined, ...path: string[]): Json | undefined {
  let found = node;
  for (const name of path) found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}

/** What a `$ref` inside the document leads to; anything else is itself. */
export function lookUp(document: JsonObject, node: Json | undefined): Json | undefined {
  let found = node;
  for (let hops = 0; isObject(found) && typeof found.$ref === 'string' && hops < 32; hops += 1) {
    const names = found.$ref.replace(/^#\//, '').split('/');
    found = child(document, ...names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')));
  }
  return found;
}

/** Every operation of the document: paths first, then webhooks. */
export function* operationNodes(document: JsonObject): Generator<{
  kind: 'paths' | 'webhooks';
  path: string;
  method: string;
  item: JsonObject;
  operation: JsonObject;
}> {
  for (const kind of ['paths', 'webhooks'] as const) {
    for (const [path, item] of Object.entries(section(document[kind]))) {
      if (!isObject(item)) continue;
      for (const method of METHODS) {
        const operation = item[method];
        if (isObject(operation)) yield { kind, path, method, item, operation };
      }
    }
  }
}
