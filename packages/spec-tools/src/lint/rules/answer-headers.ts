import { section } from '../../contract/json.ts';
import { answersOf, isEvent, type Oas3Rule } from './answers.ts';

/** Every answer carries `X-Request-Id`. */
export const requestId: Oas3Rule = () => ({
  Operation(operation, ctx) {
    if (isEvent(ctx)) return;
    for (const { status, response, location } of answersOf(operation, ctx)) {
      if (section(response.headers)['X-Request-Id'] === undefined) {
        ctx.report({ message: `the ${status} of ${operation.operationId} has no X-Request-Id`, location });
      }
    }
  },
});

/** A 429 says when to come back. */
export const retryAfter: Oas3Rule = () => ({
  Operation(operation, ctx) {
    if (isEvent(ctx)) return;
    for (const { status, response, location } of answersOf(operation, ctx)) {
      if (status === '429' && section(response.headers)['Retry-After'] === undefined) {
        ctx.report({ message: `the 429 of ${operation.operationId} has no Retry-After`, location });
      }
    }
  },
});
