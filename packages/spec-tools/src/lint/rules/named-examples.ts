import { isObject, type JsonObject, section } from '../../contract/json.ts';
import { answersOf, follow, isEvent, type Oas3Rule } from './answers.ts';

/**
 * Every body of every response and event, of any media type, and every JSON body of a request shows at least
 * one example by name. A form with a photo has none that could be written down.
 */
export const namedExamples: Oas3Rule = () => ({
  Operation(operation, ctx) {
    for (const { what, owner, location } of isEvent(ctx)
      ? [sent('envelope')]
      : [sent('request body'), ...answered()]) {
      for (const [mediaType, media] of Object.entries(section(owner.content))) {
        if (mediaType === 'multipart/form-data') continue;
        if (isObject(media) && Object.keys(section(media.examples)).length > 0) continue;
        ctx.report({
          message: `${what} of ${operation.operationId} has no named example of ${mediaType}`,
          location: location.child(['content', mediaType]).key(),
        });
      }
    }

    function answered() {
      return [...answersOf(operation, ctx)].map(({ status, response, location }) => ({
        what: `the ${status}`,
        owner: response,
        location,
      }));
    }

    function sent(what: string) {
      const body = (operation.requestBody ?? null) as JsonObject | null;
      const { node, location } = follow(body, ctx, ctx.location.child('requestBody'));
      return { what: `the ${what}`, owner: section(node), location };
    }
  },
});
