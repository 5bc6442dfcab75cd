import { ERROR_WORDS, ERRORS, type OperationId, PORTAL_ERRORS } from '@genvoris/contract';
import { exampleOf, operationOf } from './documented.ts';
import { ERROR_REASONS } from './reasons.ts';

export interface ErrorCase {
  /** The error's word, with its reason after a dot; also the name of its example, where it has one. */
  name: string;
  status: number;
  body: unknown;
  /** The operation shows an example of this name, which Prism can answer. */
  documented: boolean;
}

/** Every error of both catalogues with every reason; those the operation documents as it shows them. */
export function catalogueErrors(upstream: OperationId): ErrorCase[] {
  const cases = new Map<string, ErrorCase>();
  for (const [status, words] of Object.entries(ERROR_WORDS[upstream])) {
    for (const { example } of words) {
      const body = exampleOf(upstream, Number(status), example);
      cases.set(example, { name: example, status: Number(status), body, documented: true });
    }
  }
  const families = { error: PORTAL_ERRORS, code: ERRORS };
  for (const [field, table] of Object.entries(families)) {
    for (const [word, { status }] of Object.entries(table)) {
      for (const reason of ERROR_REASONS.get(word) ?? [undefined]) {
        const plain = reason === undefined ? word : `${word}.${reason}`;
        const shown = cases.get(plain);
        if (shown?.documented && field in (shown.body as object)) continue;
        const name = `${field}=${plain}`;
        const body = { [field]: word, message: 'An error.', ...(reason !== undefined && { reason }) };
        cases.set(name, { name, status, body, documented: false });
      }
    }
  }
  return [...cases.values()];
}

/** Every form `Retry-After` may take on its way here. */
export function retryAfterForms(): { name: string; header: string | undefined }[] {
  return [
    { name: 'seconds', header: '7' },
    { name: 'zero', header: '0' },
    { name: 'a-date', header: 'Sat, 21 Nov 2099 07:28:00 GMT' },
    { name: 'nothing', header: undefined },
    { name: 'a-negative-number', header: '-5' },
    { name: 'a-fraction', header: '1.5' },
    { name: 'a-word', header: 'soon' },
    { name: 'an-absurd-number', header: '99999999999999999999' },
    { name: 'an-impossible-date', header: 'Sat, 45 Nov 2099 99:28:00 GMT' },
  ];
}

export function isPortal(upstream: OperationId): boolean {
  return !['status', 'tryon', 'storefront'].includes(operationOf(upstream).spec);
}
