import type { Operation } from '@genvoris/contract';
import { createRedact } from '@genvoris/http';
import { invalidField } from '../../foundation/api-error.ts';
import { familyOf } from './answer.ts';
import { takesKey } from './caller.ts';

const MOST_LETTERS = 64;
const redact = createRedact([]);

/**
 * Refuses a query parameter that an operation of a key does not document, or that comes twice: a filter that went
 * unheeded would answer with somebody else's record. @throws ApiError `invalid_body`
 */
export function requireDocumentedQuery(operation: Operation, query: URLSearchParams): void {
  if (!takesKey(operation) || familyOf(operation) !== 'error') return;
  const known = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  const seen = new Set<string>();
  for (const name of query.keys()) {
    if (!known.includes(name)) throw invalidField(toPointer(name), 'is not a parameter of this operation');
    if (seen.has(name)) throw invalidField(toPointer(name), 'must be given once');
    seen.add(name);
  }
}

/** The caller's own word, which may be anything, a key too. */
function toPointer(name: string): string {
  const short = redact(name).slice(0, MOST_LETTERS).toWellFormed();
  return `/${short.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
