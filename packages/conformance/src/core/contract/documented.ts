import { OPERATIONS, type Operation, type OperationId } from '@genvoris/contract';
import { follow, type HeaderNode, loadSpec, type ResponseNode, token } from './spec.ts';

export function operationOf(operationId: OperationId): Operation {
  return OPERATIONS[operationId];
}

export function pointerOf(operationId: OperationId): string {
  const { path, method } = operationOf(operationId);
  return `/paths/${token(path)}/${method.toLowerCase()}`;
}

export interface DocumentedAnswer {
  mediaType: string | undefined;
  /** Pointer of the body's schema, for `violations`. */
  schema: string | undefined;
  headers: { name: string; required: boolean; schema: string | undefined }[];
  examples: { name: string; value: unknown }[];
}

const answers = new Map<string, DocumentedAnswer | undefined>();

/** An answer as the spec shows it; every cell asks for some, so each is looked up once. */
export function documentedAnswer(operationId: OperationId, status: number): DocumentedAnswer | undefined {
  const key = `${operationId} ${status}`;
  if (!answers.has(key)) answers.set(key, findAnswer(operationId, status));
  return answers.get(key);
}

function findAnswer(operationId: OperationId, status: number): DocumentedAnswer | undefined {
  const { spec } = operationOf(operationId);
  const document = loadSpec(spec);
  const response = follow<ResponseNode>(document, `${pointerOf(operationId)}/responses/${status}`);
  if (!response) return undefined;
  const [mediaType] = Object.keys(response.node.content ?? {});
  const headers = Object.keys(response.node.headers ?? {}).map((name) => {
    const header = follow<HeaderNode>(document, `${response.pointer}/headers/${token(name)}`);
    return {
      name,
      required: header?.node.required === true,
      schema: header?.node.schema === undefined ? undefined : `${header.pointer}/schema`,
    };
  });
  if (mediaType === undefined) return { mediaType, schema: undefined, headers, examples: [] };
  const media = `${response.pointer}/content/${token(mediaType)}`;
  const shown = Object.keys(response.node.content?.[mediaType]?.examples ?? {});
  const examples = shown.map((name) => ({
    name,
    value: follow<{ value?: unknown }>(document, `${media}/examples/${token(name)}`)?.node.value,
  }));
  return { mediaType, schema: `${media}/schema`, headers, examples };
}

export function statusesOf(operationId: OperationId): number[] {
  return Object.keys(operationOf(operationId).responses).map(Number);
}

/** The lowest documented 2xx. */
export function successOf(operationId: OperationId): number {
  const success = statusesOf(operationId).filter((status) => status >= 200 && status < 300);
  const [lowest] = success.sort((a, b) => a - b);
  if (lowest === undefined) throw new Error(`${operationId} documents no success.`);
  return lowest;
}

export function exampleOf(operationId: OperationId, status: number, name: string): unknown {
  return documentedAnswer(operationId, status)?.examples.find((example) => example.name === name)?.value;
}

/** A documented success of an operation by the name of its example, or its first one. */
export function success(operationId: OperationId, name?: string): { status: number; body: unknown } {
  const status = successOf(operationId);
  const examples = documentedAnswer(operationId, status)?.examples ?? [];
  const found = name === undefined ? examples[0] : examples.find((example) => example.name === name);
  if (!found) throw new Error(`${operationId} has no example ${name ?? ''}.`);
  return { status, body: structuredClone(found.value) };
}

/** The first example of the operation's request body in this media type, if it shows one. */
export function requestExample(operationId: OperationId, mediaType = 'application/json'): unknown {
  return requestExamples(operationId, mediaType)[0]?.value;
}

/** Every example of the operation's request body in this media type. */
export function requestExamples(
  operationId: OperationId,
  mediaType = 'application/json',
): { name: string; value: unknown }[] {
  const document = loadSpec(operationOf(operationId).spec);
  const examples = `${pointerOf(operationId)}/requestBody/content/${token(mediaType)}/examples`;
  return Object.keys(follow<object>(document, examples)?.node ?? {}).map((name) => ({
    name,
    value: follow<{ value?: unknown }>(document, `${examples}/${token(name)}`)?.node.value,
  }));
}

export function requestSchema(operationId: OperationId): string | undefined {
  const pointer = `${pointerOf(operationId)}/requestBody/content/${token('application/json')}/schema`;
  return follow(loadSpec(operationOf(operationId).spec), pointer) ? pointer : undefined;
}
