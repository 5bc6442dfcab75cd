import type { SpecDocument } from './spec-document.ts';

/** A place in a document: its JSON pointer and what stands there. */
export interface Place<T = unknown> {
  pointer: string;
  value: T;
}

/** Goes down from a place by keys, through every local `$ref` on the way and at the end. */
export function descend<T>(document: SpecDocument, from: Place, ...keys: string[]): Place<T> | undefined {
  let place: Place | undefined = follow(document, from);
  for (const key of keys) {
    const value = (place.value as Record<string, unknown> | undefined)?.[key];
    if (value === undefined) return undefined;
    place = follow(document, { pointer: `${place.pointer}/${escapeToken(key)}`, value });
  }
  return place as Place<T>;
}

/** What stands at the end of a node's `$ref`s; the node itself where it has none. */
export function deref<T>(document: SpecDocument, node: unknown): T {
  return follow(document, { pointer: '', value: node }).value as T;
}

/** What `descend` finds from the top of the document. */
export function find<T>(document: SpecDocument, ...keys: string[]): T | undefined {
  return descend<T>(document, root(document), ...keys)?.value;
}

export function root(document: SpecDocument): Place {
  return { pointer: '', value: document };
}

function follow(document: SpecDocument, place: Place): Place {
  let current = place;
  for (let hops = 0; hops < 32; hops += 1) {
    const ref = (current.value as { $ref?: unknown } | null | undefined)?.$ref;
    if (typeof ref !== 'string') return current;
    current = at(document, ref);
  }
  throw new Error(`A $ref of the spec leads back to itself (${current.pointer}).`);
}

function at(document: SpecDocument, ref: string): Place {
  if (!ref.startsWith('#/')) throw new Error(`The bundled spec has an outside $ref: ${ref}`);
  let value: unknown = document;
  const tokens = ref.slice(2).split('/').map(unescapeToken);
  for (const token of tokens) value = (value as Record<string, unknown> | undefined)?.[token];
  if (value === undefined) throw new Error(`The spec has a $ref to nothing: ${ref}`);
  return { pointer: tokens.map((token) => `/${escapeToken(token)}`).join(''), value };
}

function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapeToken(token: string): string {
  return decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
}
