import type { RecordedRequest } from '../requests/recorded-request.ts';
import { type Answer, setHeader } from './answer.ts';

/** Lets any page read the answer: the docs' "try it" and a widget on another port. */
export function allowOrigin(answer: Answer, request: RecordedRequest): void {
  // With credentials `*` would mean a header of that name, so the names are spelled out.
  setHeader(answer, 'Access-Control-Expose-Headers', Object.keys(answer.headers).join(', '));
  setHeader(answer, 'Access-Control-Allow-Origin', request.header('origin') ?? '*');
  setHeader(answer, 'Access-Control-Allow-Credentials', 'true');
  setHeader(answer, 'Vary', 'Origin');
}

export function isPreflight(request: RecordedRequest): boolean {
  return request.method === 'OPTIONS' && request.header('access-control-request-method') !== undefined;
}

export function preflightAnswer(request: RecordedRequest): Answer {
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': request.header('origin') ?? '*',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': request.header('access-control-request-method') ?? '*',
      'Access-Control-Allow-Headers': request.header('access-control-request-headers') ?? '*',
      'Access-Control-Allow-Private-Network': 'true',
      'Access-Control-Max-Age': '600',
      Vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
    },
    body: new Uint8Array(),
  };
}
