import { ERROR_CODES, ERRORS, PORTAL_ERROR_CODES, PORTAL_ERRORS } from '@genvoris/contract';
import { describe, expect, it } from 'vitest';
import { errorOf, openClient } from '../../tests/clients.ts';
import { answering, json } from '../../tests/loopback.ts';
import { GenvorisApiError } from '../errors.ts';

const AT_ONCE = { maxRetries: 0 };
const UNEXPECTED = 'unexpected_status';

describe('an error of the code family', () => {
  it.each(ERROR_CODES)('%s is typed by its code', async (code) => {
    const { status } = ERRORS[code];
    const { url } = await answering(json(status, { code, message: 'Told.' }, { 'retry-after': '7' }));
    expect(await errorOf(openClient(url, AT_ONCE).status.get())).toMatchObject({
      name: 'GenvorisApiError',
      code,
      rawCode: code,
      status,
      catalogue: 'code',
      message: 'Told.',
      requestId: 'req_loopback',
      retryAfter: 7,
    });
  });
});

describe('an error of the error family', () => {
  it.each(PORTAL_ERROR_CODES)('%s is typed by its code', async (code) => {
    const { status } = PORTAL_ERRORS[code];
    const { url } = await answering(json(status, { error: code, message: 'Told.', detail: 'More.' }));
    expect(await errorOf(openClient(url, AT_ONCE).v1.GET('/api/v1/plans'))).toMatchObject({
      name: 'GenvorisApiError',
      code,
      status,
      catalogue: 'error',
      detail: 'More.',
      retryAfter: undefined,
    });
  });

  it('invalid_body names each field', async () => {
    const fieldErrors = { '/name': ['must have at most 80 characters'] };
    const { url } = await answering(json(400, { error: 'invalid_body', message: 'x', fieldErrors }));
    expect(await errorOf(openClient(url, AT_ONCE).v1.GET('/api/v1/plans'))).toMatchObject({ fieldErrors });
  });
});

describe('an answer without a code that the contract knows', () => {
  it.each([
    ['a code of a later version', 418, { code: 'teapot' }, UNEXPECTED, 'teapot'],
    ['a known code under another status', 500, { code: 'quota_exhausted' }, UNEXPECTED, 'quota_exhausted'],
    ['a 429 that says nothing', 429, {}, 'rate_limited', undefined],
    ['words that are no text', 400, { error: { $ne: 1 }, code: ['x'] }, UNEXPECTED, undefined],
    ['__proto__ for a code', 401, { error: '__proto__', code: 'constructor' }, UNEXPECTED, 'constructor'],
    ['a list', 403, [], UNEXPECTED, undefined],
    ['null', 404, null, UNEXPECTED, undefined],
  ])('is typed by its status: %s', async (_, status, body, code, rawCode) => {
    const { url } = await answering(json(status, body));
    expect(await errorOf(openClient(url, AT_ONCE).status.get())).toMatchObject({
      name: 'GenvorisApiError',
      status,
      code,
      rawCode,
    });
  });
});

it('an error answers to the names of before', async () => {
  const { url } = await answering(json(404, { error: 'not_found' }));
  const error = (await errorOf(openClient(url, AT_ONCE).v1.GET('/api/v1/plans'))) as GenvorisApiError;
  expect([error.family, error.word]).toEqual([error.catalogue, error.rawCode]);
  const { catalogue: family, rawCode: word } = error;
  const built = new GenvorisApiError('unexpected_status', 'Refused.', { status: 418, family, word });
  expect([built.catalogue, built.rawCode]).toEqual([family, word]);
  expect([error.catalogue, error.rawCode]).toEqual(['error', 'not_found']);
});
