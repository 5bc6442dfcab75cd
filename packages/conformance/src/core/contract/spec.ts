import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A bundled OpenAPI document; what else it holds is found by `follow`. */
export interface SpecDocument {
  jsonSchemaDialect: string;
}

/** The parts of a response that the run reads; each entry may be a reference. */
export interface ResponseNode {
  content?: Record<string, { examples?: Record<string, unknown> }>;
  headers?: Record<string, unknown>;
}

export interface HeaderNode {
  required?: boolean;
  schema?: unknown;
}

const documents = new Map<string, SpecDocument>();

/** A bundled spec of `@genvoris/contract`, read once. */
export function loadSpec(name: string): SpecDocument {
  let document = documents.get(name);
  if (!document) {
    const path = fileURLToPath(import.meta.resolve(`@genvoris/contract/specs/${name}.json`));
    document = JSON.parse(readFileSync(path, 'utf8')) as SpecDocument;
    documents.set(name, document);
  }
  return document;
}

/** A node with the JSON pointer at which it really stands, references followed. */
export interface Located<T> {
  node: T;
  pointer: string;
}

export function follow<T>(document: SpecDocument, pointer: string): Located<T> | undefined {
  let current = pointer;
  for (let hops = 0; hops < 32; hops += 1) {
    const node = at(document, current);
    if (node === undefined) return undefined;
    const ref = (node as { $ref?: unknown }).$ref;
    if (typeof ref !== 'string') return { node: node as T, pointer: current };
    current = ref.replace(/^#/, '');
  }
  throw new Error(`A $ref of the spec leads back to itself: ${pointer}`);
}

export function token(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function at(document: unknown, pointer: string): unknown {
  let node: unknown = document;
  for (const part of pointer.split('/').slice(1)) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof node !== 'object' || node === null) return undefined;
    node = Object.hasOwn(node, name) ? (node as Record<string, unknown>)[name] : undefined;
  }
  return node;
}
