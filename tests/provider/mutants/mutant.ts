import type { HttpRequest, HttpResponse } from '@genvoris/testing/http-message';
import type { Mutation } from '@genvoris/testing/mutating-proxy';
import { answers } from '@genvoris/testing/mutations';

/** A server with a mistake that one could make. */
export interface Mutant {
  /** What it does wrong, in words. */
  readonly says: string;
  /** The checks that must fail for it, each of them. */
  readonly breaks: readonly string[];
  /** The cells to run, where all of the checks' would be too many. */
  readonly only?: readonly string[];
  /** Made for each run, for what it remembers. */
  readonly mutation: () => Mutation;
}

/** Changes the answers of one status. */
export function refuses(
  status: number,
  change: (answer: HttpResponse, request: HttpRequest) => HttpResponse,
): () => Mutation {
  return answers(/./, (answer, request) => (answer.status === status ? change(answer, request) : answer));
}
