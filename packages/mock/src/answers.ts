import { type Answer, jsonAnswer } from './answer.ts';
import type { CustomAnswer } from './behaviour.ts';
import { documentedHeaders } from './documented-headers.ts';
import { defaultExample, type MockOperation, type NamedExample } from './operations.ts';
import { askPrism, type PrismRequest } from './prism.ts';

const NO_REQUEST = { query: new URLSearchParams(), headers: {}, body: undefined };

/** A documented answer, its body by Prism, its headers by the scenario. */
export async function documentedAnswer(
  operation: MockOperation,
  at: NamedExample,
  request: PrismRequest,
  dynamic: { dynamic?: boolean; seed?: string | undefined } = {},
): Promise<Answer> {
  const answer = await askPrism(operation, request, { code: at.status, example: at.example, ...dynamic });
  if (!answer.ok) throw new Error(`Prism: ${answer.detail}`);
  // Prism falls back to another answer where it cannot find the one that was asked for.
  if (answer.status !== at.status) {
    throw new Error(
      `Prism answered ${answer.status} for ${operation.operationId} ${at.status} ${at.example}.`,
    );
  }
  const headers = await documentedHeaders(operation, at.status, at.example, answer.headers);
  const documented = operation.responses.find(({ status }) => status === at.status);
  if (documented?.mediaType === undefined) return { status: at.status, headers, body: new Uint8Array() };
  headers['Content-Type'] = documented.mediaType;
  return { status: at.status, headers, body: serialize(documented.mediaType, answer.body) };
}

/** The answer a fault breaks: what the operation would have said by default. */
export function defaultAnswer(operation: MockOperation): Promise<Answer> {
  const path = operation.path.replaceAll(/\{[^}]+\}/g, 'x');
  return documentedAnswer(operation, defaultExample(operation), { ...NO_REQUEST, path });
}

export function customAnswer({ status, headers = {}, body }: CustomAnswer): Answer {
  if (body === undefined || body === null) return { status, headers: { ...headers }, body: new Uint8Array() };
  if (typeof body === 'string') return { status, headers: { ...headers }, body: Buffer.from(body) };
  if (body instanceof Uint8Array) return { status, headers: { ...headers }, body };
  const answer = jsonAnswer(status, body);
  if (Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')) answer.headers = {};
  Object.assign(answer.headers, headers);
  return answer;
}

function serialize(mediaType: string, body: unknown): Uint8Array {
  if (typeof body === 'string' && !/[/+]json\b/.test(mediaType)) return Buffer.from(body);
  return Buffer.from(JSON.stringify(body));
}
