import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The parts of a bundled OpenAPI document that the mock reads. */
export interface SpecDocument {
  openapi: string;
  jsonSchemaDialect?: string;
  paths?: Record<string, Record<string, unknown>>;
}

export interface HeaderObject {
  required?: boolean;
  schema?: unknown;
  example?: unknown;
  examples?: Record<string, unknown>;
}

export interface MediaTypeObject {
  schema?: unknown;
  examples?: Record<string, unknown>;
}

export interface ResponseObject {
  headers?: Record<string, unknown>;
  content?: Record<string, MediaTypeObject>;
}

const documents = new Map<string, Promise<SpecDocument>>();

/** A bundled spec of `@genvoris/contract`, read once. Do not change what it returns. */
export function loadSpec(name: string): Promise<SpecDocument> {
  let document = documents.get(name);
  if (!document) {
    document = readSpec(name);
    documents.set(name, document);
  }
  return document;
}

async function readSpec(name: string): Promise<SpecDocument> {
  const path = fileURLToPath(import.meta.resolve(`@genvoris/contract/specs/${name}.json`));
  return JSON.parse(await readFile(path, 'utf8')) as SpecDocument;
}

/** Follows a local `$ref` (`#/components/...`), however many there are in a row. */
export function deref<T>(document: SpecDocument, node: unknown): T {
  let current = node;
  for (let hops = 0; hops < 32; hops += 1) {
    const ref = (current as { $ref?: unknown } | undefined)?.$ref;
    if (typeof ref !== 'string') return current as T;
    current = atPointer(document, ref);
  }
  throw new Error('A $ref of the spec leads back to itself.');
}

function atPointer(document: SpecDocument, ref: string): unknown {
  if (!ref.startsWith('#/')) throw new Error(`The bundled spec has an outside $ref: ${ref}`);
  let node: unknown = document;
  for (const token of ref.slice(2).split('/')) {
    const key = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    node = (node as Record<string, unknown> | undefined)?.[key];
  }
  if (node === undefined) throw new Error(`The spec has a $ref to nothing: ${ref}`);
  return node;
}
