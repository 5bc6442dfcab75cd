import { type Finding, finding } from '../cells/finding.ts';
import { type BrowserAnswer, headerValues } from './answer.ts';

const REQUEST_ID = /^[A-Za-z0-9._-]{8,128}$/;

/** The one id by which an answer names its request; undefined where there is none of the documented form. */
export function requestIdOf(answer: BrowserAnswer): string | undefined {
  const [id = '', ...others] = headerValues(answer, 'x-request-id');
  return others.length === 0 && REQUEST_ID.test(id) ? id : undefined;
}

export function noRequestId(answer: BrowserAnswer): Finding {
  const values = headerValues(answer, 'x-request-id').join(', ') || 'none';
  return finding('the answer names no request', 'one X-Request-Id of 8 to 128 letters', values);
}
