import { ERRORS, type OperationId, PORTAL_ERRORS } from '@genvoris/contract';
import { isPortal } from './catalogue-errors.ts';
import { documentedAnswer, exampleOf, statusesOf, successOf } from './documented.ts';

/** An upstream answer that no example shows. `raw` goes out in place of `body` where it is not JSON. */
export interface OddAnswer {
  name: string;
  status: number;
  /** As the oracle reads it: `undefined` where it is not JSON. */
  body: unknown;
  raw?: string;
  type?: string;
}

/** Access values nobody documented: unknown, missing, mistyped, and names that every object has. */
export function unknownAccess(): { name: string; body: Record<string, unknown> }[] {
  const known = exampleOf('getStatus', 200, 'ALLOWED') as Record<string, unknown>;
  const { access: _access, ...without } = known;
  const values: Record<string, unknown> = {
    unknown: 'UNLOCKED_SOON',
    'lower-case': 'allowed',
    padded: 'ALLOWED ',
    empty: '',
    'of-every-object': 'constructor',
    null: null,
    number: 1,
    true: true,
    array: ['ALLOWED'],
    object: { value: 'ALLOWED' },
  };
  const odd = Object.entries(values).map(([name, access]) => ({ name, body: { ...known, access } }));
  return [...odd, { name: 'missing', body: without }];
}

/** Words outside the catalogues, and catalogued words under a status that is not theirs. */
export function unknownErrors(upstream: OperationId): OddAnswer[] {
  const field = isPortal(upstream) ? 'error' : 'code';
  const table: Record<string, { status: number }> = isPortal(upstream) ? PORTAL_ERRORS : ERRORS;
  const answers: OddAnswer[] = [];
  for (const status of [
    400, 401, 402, 403, 404, 405, 409, 410, 413, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599,
  ]) {
    answers.push({
      name: `${status}-unknown-word`,
      status,
      body: { [field]: 'brand_new_word', message: 'New.' },
    });
  }
  for (const [word, entry] of Object.entries(table)) {
    const status = entry.status === 400 ? 409 : 400;
    answers.push({ name: `${status}-${word}`, status, body: { [field]: word, message: 'Misplaced.' } });
  }
  for (const word of ['constructor', '__proto__', 'toString']) {
    answers.push({
      name: `403-${word}`,
      status: 403,
      body: JSON.parse(`{"${field}":"${word}","message":"Odd."}`),
    });
  }
  const quota = { error: 'end_customer_quota', message: 'New.', reason: 'brand_new_reason' };
  answers.push({ name: '402-unknown-reason', status: 402, body: quota });
  answers.push({ name: '402-no-word', status: 402, body: { message: 'Nothing else.' } });
  answers.push({ name: '402-mistyped-word', status: 402, body: { [field]: 402, message: 'A number.' } });
  return answers;
}

/** Error statuses with bodies that are no error object at all. */
export function wrongBodies(): OddAnswer[] {
  const html = '<!doctype html><title>No</title>';
  return [
    { name: '402-array', status: 402, body: [] },
    { name: '402-null', status: 402, body: null, raw: 'null', type: 'application/json' },
    { name: '401-html', status: 401, body: undefined, raw: html, type: 'text/html' },
    { name: '404-html', status: 404, body: undefined, raw: html, type: 'text/html' },
    { name: '429-html', status: 429, body: undefined, raw: html, type: 'text/html' },
    { name: '503-html', status: 503, body: undefined, raw: html, type: 'text/html' },
    { name: '402-not-json', status: 402, body: undefined, raw: '{"code":', type: 'application/json' },
  ];
}

/** Successes that break the documented schema: fields gone or mistyped, other kinds of JSON, other statuses. */
export function brokenSuccesses(upstream: OperationId): OddAnswer[] {
  const status = successOf(upstream);
  const good = documentedAnswer(upstream, status)?.examples[0]?.value as Record<string, unknown>;
  const answers: OddAnswer[] = [];
  for (const [field, value] of Object.entries(good)) {
    if (upstream === 'getStatus' && field === 'access') continue;
    const { [field]: _gone, ...without } = good;
    answers.push({ name: `${field}-missing`, status, body: without });
    answers.push({ name: `${field}-mistyped`, status, body: { ...good, [field]: mistyped(value) } });
  }
  const kinds: Record<string, unknown> = {
    array: [good],
    null: null,
    string: 'ALLOWED',
    number: 42,
    true: true,
  };
  for (const [name, body] of Object.entries(kinds))
    answers.push({ name, status, body, raw: JSON.stringify(body) });
  for (const other of [200, 201, 202, 204, 206].filter((one) => !statusesOf(upstream).includes(one))) {
    answers.push({ name: `as-${other}`, status: other, body: good });
  }
  return answers;
}

function mistyped(value: unknown): unknown {
  return typeof value === 'string' ? { text: value } : 'of another type';
}
