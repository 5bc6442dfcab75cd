import { isObject, section } from '../../generate/json.ts';
import { answersOf, isEvent, type Oas3Rule } from '../answers.ts';

/** Every body of every response, of any media type, shows at least one example by name. */
export const namedExamples: Oas3Rule = () => ({
  Operation(operation, ctx) {
    if (isEvent(ctx)) return;
    for (const { status, response, location } of answersOf(operation, ctx)) {
      for (const [mediaType, media] of Object.entries(section(response.content))) {
        if (isObject(media) && Object.keys(section(media.examples)).length > 0) continue;
        ctx.report({
          message: `the ${status} of ${operation.operationId} has no named example of ${mediaType}`,
          location: location.child(['content', mediaType]).key(),
        });
      }
    }
  },
});
