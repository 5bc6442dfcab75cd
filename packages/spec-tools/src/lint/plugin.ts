import { requestId, retryAfter } from './rules/answer-headers.ts';
import { boundedFields } from './rules/bounded-fields.ts';
import { describedFields } from './rules/described-fields.ts';
import { documentedErrors } from './rules/documented-errors.ts';
import { enumValues } from './rules/enum-values.ts';
import { errorExamples } from './rules/error-examples.ts';
import { namedExamples } from './rules/named-examples.ts';

/** Our rules on one document, for Redocly. Rules across documents are in `across-specs.ts`. */
export default function genvoris() {
  return {
    id: 'genvoris',
    rules: {
      oas3: {
        'enum-values': enumValues,
        'named-examples': namedExamples,
        'documented-errors': documentedErrors,
        'request-id': requestId,
        'retry-after': retryAfter,
        'error-examples': errorExamples,
        'described-fields': describedFields,
        'bounded-fields': boundedFields,
      },
    },
  };
}
