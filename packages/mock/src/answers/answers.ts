import { createRequestId } from '@genvoris/http';
import type { CustomAnswer } from '../scenarios/behaviour.ts';
import { defaultExample, type MockOperation, type NamedExample } from '../spec/operations.ts';
import { askPrism, type PrismRequest } from '../spec/prism.ts';
import { type Answer, headerOf, jsonAnswer, setHeader } from './answer.ts';
import { documentedHeaders } from './documented-headers.ts';

const NO_REQUEST = { query: new URLSearchParams(), headers: {}, body: undefined };

/** A documented answer, its body by Prism, its headers by the scenario. */
export async function documentedAnswer(
  operation: MockOperation,
  at: NamedExample,
  request: PrismRequest,
  dynamic: { dynamic?: boolean; seed?: string | undefined } = {},
): Promise<Answer> {
  const answer = await askPrism(operation, at, request, dynamic);
  const headers = await documentedHeaders(operation, at, answer.headers);
  const documented = operation.responses.find(({ status }) => status === at.status);
  if (documented?.mediaType === undefined) return { status: at.status, headers, body: new Uint8Array() };
  headers['Content-Type'] = documented.mediaType;
  return { status: at.status, headers, body: serialize(documented.mediaType, answer.body) };
}

/**
 * The answer a fault breaks: what the operation would have said by default. Of one that says nothing
 * (204) or sends elsewhere (302) there is nothing to cut in half, so a body is put in its place.
 */
export async function breakableAnswer(operation: MockOperation): Promise<Answer> {
  const path = operation.path.replaceAll(/\{[^}]+\}/g, 'x');
  const answer = await documentedAnswer(operation, defaultExample(operation), { ...NO_REQUEST, path });
  if (answer.body.length > 1 && answer.status < 300) return answer;
  return {
    ...jsonAnswer(200, { ok: true }),
    headers: { ...answer.headers, 'Content-Type': 'application/json' },
  };
}

/** An answer written by hand; only the id that every answer carries is added where it is left out. */
export function customAnswer({ status, headers = {}, body }: CustomAnswer): Answer {
  const answer: Answer = { status, headers: { ...headers }, body: bytesOf(body) };
  const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
  if (isJson && headerOf(answer, 'content-type') === undefined)
    setHeader(answer, 'Content-Type', 'application/json');
  if (headerOf(answer, 'x-request-id') === undefined) setHeader(answer, 'X-Request-Id', createRequestId());
  return answer;
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function serialize(mediaType: string, body: unknown): Uint8Array {
  if (typeof body === 'string' && !/[/+]json\b/.test(mediaType)) return Buffer.from(body);
  return Buffer.from(JSON.stringify(body));
}
