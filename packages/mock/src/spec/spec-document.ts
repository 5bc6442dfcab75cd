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
