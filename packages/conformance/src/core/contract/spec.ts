import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The parts of a bundled OpenAPI document that the run reads. */
export interface SpecDocument {
  jsonSchemaDialect: string;
  paths: Record<string, Record<string, OperationNode>>;
  components: Record<string, Record<string, unknown>>;
}

export interface OperationNode {
  operationId?: string;
  requestBody?: BodyNode;
  responses?: Record<string, ResponseNode | Reference>;
}

export interface BodyNode {
  content?: Record<string, MediaNode>;
}

export interface ResponseNode extends BodyNode {
  headers?: Record<string, HeaderNode | Reference>;
}

export interface MediaNode {
  schema?: unknown;
  examples?: Record<string, { value?: unknown } | Reference>;
}

export interface HeaderNode {
  required?: boolean;
  schema?: unknown;
}

export interface Reference {
  $ref: string;
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
    const ref = (node as Partial<Reference>).$ref;
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
