import { section } from '../../contract/json.ts';
import { answersOf, isEvent, type Oas3Rule } from './answers.ts';

/** An operation documents how it succeeds and each error that its own description makes possible. */
export const documentedErrors: Oas3Rule = () => {
  let inherited: unknown;
  return {
    Root(root) {
      inherited = root.security;
    },
    Operation(operation, ctx) {
      if (isEvent(ctx)) return;
      const statuses = [...answersOf(operation, ctx)].map(({ status }) => status);
      const location = ctx.location.child('responses').key();
      const need = (status: string, why: string) => {
        if (!statuses.includes(status)) {
          ctx.report({ message: `${operation.operationId} documents no ${status}: ${why}`, location });
        }
      };
      if (!statuses.some((status) => /^[23]/.test(status))) need('2XX or 3XX', 'it can succeed');
      need('500', 'any server can fail');
      if ((operation as { 'x-rate-limit'?: unknown })['x-rate-limit'] !== undefined)
        need('429', 'it has a rate limit');
      const security: unknown = operation.security ?? inherited;
      const alternatives = Array.isArray(security) ? security : [];
      if (alternatives.length > 0 && alternatives.every((one) => Object.keys(section(one)).length > 0)) {
        // A page sends a visitor who is not signed in to where they can be.
        if (!statuses.some((status) => status.startsWith('3'))) need('401', 'it needs credentials');
      }
      if (operation.requestBody && (operation.requestBody as { required?: boolean }).required) {
        need('400', 'it needs a body');
      }
    },
  };
};
