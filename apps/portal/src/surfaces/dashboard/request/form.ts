import { isStorable } from '@genvoris/contract';
import { readBody } from '../../../api/http/read-body.ts';
import { ApiError } from '../../../foundation/api-error.ts';

/** The fields of a submitted form. */
export interface Form {
  /** Which of a page's forms it was. */
  readonly name: string;
  text(field: string): string;
  /** Undefined if it was left empty. */
  optional(field: string): string | undefined;
  /** NaN if it is not a number, which every schema refuses. */
  number(field: string): number;
  checked(field: string): boolean;
  all(field: string): string[];
}

const MOST_BYTES = 65_536;
export const UNSTORABLE = 'There is a character in it that cannot be kept.';

/** @throws ApiError `invalid_body`, `payload_too_large` */
export async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new ApiError('invalid_body', { detail: 'This is not a form of the dashboard.' });
  }
  const fields = new URLSearchParams((await readBody(request, MOST_BYTES)).toString('utf8'));
  if (![...fields.values()].every(isStorable)) throw new ApiError('invalid_body', { detail: UNSTORABLE });
  const text = (field: string) => (fields.get(field) ?? '').trim();
  return {
    name: text('form'),
    text,
    optional: (field) => text(field) || undefined,
    number: (field) => (text(field) === '' ? Number.NaN : Number(text(field))),
    checked: (field) => fields.has(field),
    all: (field) => fields.getAll(field),
  };
}
