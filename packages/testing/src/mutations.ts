import { type HttpRequest, type HttpResponse, type Json, jsonOf, withJson } from './http-message.ts';
import type { Mutation } from './mutating-proxy.ts';

// Each makes a mutation for one run, as those do that remember something.

/** Changes nothing, but takes the request whole and lets it go on when the caller has gone. */
export const passesWhole = (): Mutation => (request, forward) => forward(request);

/** Changes what comes back, where method and path of the request are such. */
export function answers(
  where: RegExp,
  change: (answer: HttpResponse, request: HttpRequest) => HttpResponse,
): () => Mutation {
  return () => async (request, forward) => {
    const answer = await forward(request);
    return matches(where, request) ? change(answer, request) : answer;
  };
}

/** Changes the JSON object that comes back with a success. */
export function answersJson(where: RegExp, change: (body: Json) => Json): () => Mutation {
  return answers(where, (answer) => (answer.status < 300 ? changedJson(answer, change) : answer));
}

/** Answers by itself, where it has an answer. */
export function answersItself(own: (request: HttpRequest) => HttpResponse | undefined): () => Mutation {
  return () => async (request, forward) => own(request) ?? forward(request);
}

/** Changes what goes in. */
export function takes(
  where: RegExp,
  change: (request: HttpRequest) => HttpRequest | Promise<HttpRequest>,
): () => Mutation {
  return () => async (request, forward) => forward(matches(where, request) ? await change(request) : request);
}

/** Changes the JSON object that goes in. */
export function takesJson(where: RegExp, change: (body: Json) => Json): () => Mutation {
  return takes(where, (request) => changedJson(request, change));
}

/** Returns the message with its JSON object changed; one that is no JSON object stays as it is. */
export function changedJson<One extends HttpRequest | HttpResponse>(
  one: One,
  change: (body: Json) => Json,
): One {
  const body = jsonOf(one);
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return isObject ? withJson(one, change(body)) : one;
}

function matches(where: RegExp, { method, path }: HttpRequest): boolean {
  return where.test(`${method} ${path}`);
}
