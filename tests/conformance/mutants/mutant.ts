import { type HttpRequest, type HttpResponse, withHeader } from '@genvoris/testing/http-message';
import type { Mutation } from '@genvoris/testing/mutating-proxy';
import { answers } from '@genvoris/testing/mutations';

/** What a mutant can know besides the message in its hands. */
export interface Memory {
  /** The browser's last request, `GET /nonce` left out; only with `remembersBrowser` in front. */
  browser: HttpRequest | undefined;
  /** The upstream's last answer; only with `remembersUpstream` at the back. */
  upstream: HttpResponse | undefined;
  apiKey: string;
  orderSecret: string;
  webhookSecret: string;
  origin: string;
  /** The adapter behind the front proxy. */
  adapter: URL;
}

/** One small mistake an adapter could make, and the checks that must notice it. */
export interface Mutant {
  /** What it does wrong. */
  name: string;
  /** Between the browser and the adapter. */
  front?: (memory: Memory) => Mutation;
  /** Between the adapter and the upstream. */
  back?: (memory: Memory) => Mutation;
  /** The rule it breaks, for each of these operations. */
  rule: string;
  operations: readonly string[];
  /** The cells that show it. */
  cells: readonly string[];
}

export function remembersBrowser(memory: Memory): Mutation {
  return (request, forward) => {
    if (!request.path.endsWith('/nonce')) memory.browser = request;
    return forward(request);
  };
}

export function remembersUpstream(memory: Memory): Mutation {
  return async (request, forward) => {
    memory.upstream = await forward(request);
    return memory.upstream;
  };
}

/** Answers with this status in place of those. */
export function restatus(to: number, ...from: number[]): () => Mutation {
  return answers(/./, (answer) => (from.includes(answer.status) ? { ...answer, status: to } : answer));
}

/** Answers with this header, whatever it had, or without it. */
export function answersHeader(name: string, value: string | undefined): () => Mutation {
  return answers(/./, (answer) => withHeader(answer, name, value));
}

/** Makes one more call before each, where there is one to make. */
export function besides(call: (request: HttpRequest) => HttpRequest | undefined): () => Mutation {
  return () => (request, forward) => {
    const more = call(request);
    if (more) forward(more).catch(() => {});
    return forward(request);
  };
}
