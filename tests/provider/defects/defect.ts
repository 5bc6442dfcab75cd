import type { Mangle, ProxiedAnswer, ProxiedRequest } from '../mangling-proxy.ts';

/** A mistake that a server could make. */
export interface Defect {
  /** What it does wrong, in words. */
  readonly says: string;
  /** The checks that must fail for it, each of them. */
  readonly breaks: readonly string[];
  /** The cells to run, where all of the checks' would be too many. */
  readonly only?: readonly string[];
  /** Made anew for each run, for what it remembers. */
  readonly mangle: () => Mangle;
}

// biome-ignore lint/suspicious/noExplicitAny: bodies are of many kinds
type Json = any;

export function jsonOf({ body }: Pick<ProxiedAnswer, 'body'>): Json {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function withJson<One extends { body: Buffer }>(one: One, value: unknown): One {
  return { ...one, body: Buffer.from(JSON.stringify(value)) };
}

/** Changes what comes back, where the request is of this method and path. */
export function answers(
  where: RegExp,
  change: (answer: ProxiedAnswer, request: ProxiedRequest) => ProxiedAnswer,
): () => Mangle {
  return () => async (request, forward) => {
    const answer = await forward(request);
    return where.test(`${request.method} ${request.path}`) ? change(answer, request) : answer;
  };
}

/** Changes the JSON that comes back with a success. */
export function answersJson(where: RegExp, change: (body: Json) => Json): () => Mangle {
  return answers(where, (answer) => {
    const body = jsonOf(answer);
    return body === undefined || answer.status >= 300 ? answer : withJson(answer, change(body));
  });
}

/** Changes what goes in. */
export function takes(where: RegExp, change: (request: ProxiedRequest) => ProxiedRequest): () => Mangle {
  return () => (request, forward) =>
    forward(where.test(`${request.method} ${request.path}`) ? change(request) : request);
}

/** Changes the JSON object that goes in. */
export function takesJson(where: RegExp, change: (body: Json) => Json): () => Mangle {
  return takes(where, (request) => {
    const body = jsonOf(request);
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? withJson(request, change(body)) : request;
  });
}

export function ownAnswer(status: number, body?: unknown): ProxiedAnswer {
  const headers = {
    'content-type': 'application/json',
    'x-request-id': `req_${Math.random().toString(36).slice(2).padEnd(10, '0')}`,
  };
  if (body === undefined)
    return { status, headers: { 'x-request-id': headers['x-request-id'] }, body: Buffer.alloc(0) };
  return { status, headers, body: Buffer.from(JSON.stringify(body)) };
}
