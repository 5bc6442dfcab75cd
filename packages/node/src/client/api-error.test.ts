import {
  ERROR_CODES,
  ERRORS,
  PHOTO_REASONS,
  PORTAL_ERROR_CODES,
  PORTAL_ERRORS,
  QUOTA_REASONS,
} from '@genvoris/contract';
import { describe, expect, it } from 'vitest';
import { errorOf, FORM, openClient, TRYON } from '../../tests/clients.ts';
import { answering, json } from '../../tests/loopback.ts';
import type { GenvorisApiError } from '../errors.ts';

const AT_ONCE = { maxRetries: 0 };

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

  it.each(PHOTO_REASONS)('photo_rejected says %s', async (reason) => {
    const { url } = await answering(json(422, { code: 'photo_rejected', reason }));
    expect(await errorOf(openClient(url, AT_ONCE).tryon.analyze(FORM))).toMatchObject({
      code: 'photo_rejected',
      reason,
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

  it.each(QUOTA_REASONS)('end_customer_quota says %s', async (reason) => {
    const { url } = await answering(json(402, { error: 'end_customer_quota', message: 'x', reason }));
    const error = await errorOf(openClient(url, AT_ONCE).track.report(TRYON));
    expect(error).toMatchObject({ code: 'end_customer_quota', reason });
  });

  it('invalid_body names each field', async () => {
    const fieldErrors = { '/name': ['must have at most 80 characters'] };
    const { url } = await answering(json(400, { error: 'invalid_body', message: 'x', fieldErrors }));
    expect(await errorOf(openClient(url, AT_ONCE).v1.GET('/api/v1/plans'))).toMatchObject({ fieldErrors });
  });

  it('comes through the try-on backend as the portal said it', async () => {
    const { url } = await answering(json(402, { error: 'credit_limit_reached', message: 'x' }));
    expect(await errorOf(openClient(url, AT_ONCE).tryon.generate(FORM))).toMatchObject({
      code: 'credit_limit_reached',
      catalogue: 'error',
    });
  });
});

describe('an answer without a code that the contract knows', () => {
  it.each([
    ['a code of a later version', 418, { code: 'teapot' }, 'unexpected_status', 'teapot'],
    [
      'a known code under another status',
      500,
      { code: 'quota_exhausted' },
      'unexpected_status',
      'quota_exhausted',
    ],
    ['a 429 that says nothing', 429, {}, 'rate_limited', undefined],
    ['words that are no text', 400, { error: { $ne: 1 }, code: ['x'] }, 'unexpected_status', undefined],
    [
      '__proto__ for a code',
      401,
      { error: '__proto__', code: 'constructor' },
      'unexpected_status',
      'constructor',
    ],
    ['a list', 403, [], 'unexpected_status', undefined],
    ['null', 404, null, 'unexpected_status', undefined],
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
  expect([error.catalogue, error.rawCode]).toEqual(['error', 'not_found']);
});
