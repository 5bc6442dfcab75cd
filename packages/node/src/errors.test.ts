import { inspect } from 'node:util';
import {
  ERROR_CODES,
  ERRORS,
  FAULT_NAMES,
  type FaultName,
  PHOTO_REASONS,
  PORTAL_ERROR_CODES,
  PORTAL_ERRORS,
  QUOTA_REASONS,
} from '@genvoris/contract';
import { createMock, holdClosedPort, type Mock, UNRESOLVABLE_URL } from '@genvoris/mock';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { answering, json, speaking } from '../tests/loopback.ts';
import { createGenvoris } from './client.ts';
import { type AnyGenvorisError, isGenvorisError } from './errors.ts';

const SECRET = 'canary-internal-secret';
const TRYON = { product_type: 'apparel', variation_count: 1, generation_time_ms: 5, success: true };
const FORM = {
  photo: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  product_image_url: 'https://shop.example/a.jpg',
};

function client(url: string, key = 'gvk_live_canary', backendUrl = url) {
  const genvoris = createGenvoris({
    apiKey: key,
    portalUrl: url,
    backendUrl,
    internalSecret: SECRET,
    timeoutMs: 400,
    maxRetries: 0,
  });
  onTestFinished(() => void genvoris.close());
  return genvoris;
}

async function thrown(promise: Promise<unknown>): Promise<AnyGenvorisError> {
  const error = await promise.then(
    (data) => new Error(`answered ${JSON.stringify(data)}`),
    (error: unknown) => error,
  );
  if (!isGenvorisError(error)) throw error;
  return error;
}

describe('an error of the code family', () => {
  it.each(ERROR_CODES)('%s is typed by its code', async (code) => {
    const { status } = ERRORS[code];
    const { url } = await answering(json(status, { code, message: 'Told.' }, { 'retry-after': '7' }));
    expect(await thrown(client(url).status.get())).toMatchObject({
      name: 'GenvorisApiError',
      code,
      word: code,
      status,
      family: 'code',
      message: 'Told.',
      requestId: 'req_loopback',
      retryAfter: 7,
    });
  });

  it.each(PHOTO_REASONS)('photo_rejected says %s', async (reason) => {
    const { url } = await answering(json(422, { code: 'photo_rejected', reason }));
    expect(await thrown(client(url).tryon.analyze(FORM))).toMatchObject({ code: 'photo_rejected', reason });
  });
});

describe('an error of the error family', () => {
  it.each(PORTAL_ERROR_CODES)('%s is typed by its code', async (code) => {
    const { status } = PORTAL_ERRORS[code];
    const { url } = await answering(json(status, { error: code, message: 'Told.', detail: 'More.' }));
    expect(await thrown(client(url).v1.GET('/api/v1/plans'))).toMatchObject({
      name: 'GenvorisApiError',
      code,
      status,
      family: 'error',
      detail: 'More.',
      retryAfter: undefined,
    });
  });

  it.each(QUOTA_REASONS)('end_customer_quota says %s', async (reason) => {
    const { url } = await answering(json(402, { error: 'end_customer_quota', message: 'x', reason }));
    const error = await thrown(client(url).track.report(TRYON));
    expect(error).toMatchObject({ code: 'end_customer_quota', reason });
  });

  it('invalid_body names each field', async () => {
    const fieldErrors = { '/name': ['must have at most 80 characters'] };
    const { url } = await answering(json(400, { error: 'invalid_body', message: 'x', fieldErrors }));
    expect(await thrown(client(url).v1.GET('/api/v1/plans'))).toMatchObject({ fieldErrors });
  });

  it('comes through the try-on backend as the portal said it', async () => {
    const { url } = await answering(json(402, { error: 'credit_limit_reached', message: 'x' }));
    expect(await thrown(client(url).tryon.generate(FORM))).toMatchObject({
      code: 'credit_limit_reached',
      family: 'error',
    });
  });
});

describe('an answer without a word the contract knows', () => {
  it.each([
    ['a word of a later version', 418, { code: 'teapot' }, 'unexpected_status', 'teapot'],
    [
      'a known word under another status',
      500,
      { code: 'quota_exhausted' },
      'unexpected_status',
      'quota_exhausted',
    ],
    ['a 429 that says nothing', 429, {}, 'rate_limited', undefined],
    ['words that are no text', 400, { error: { $ne: 1 }, code: ['x'] }, 'unexpected_status', undefined],
    [
      '__proto__ for a word',
      401,
      { error: '__proto__', code: 'constructor' },
      'unexpected_status',
      'constructor',
    ],
    ['a list', 403, [], 'unexpected_status', undefined],
    ['null', 404, null, 'unexpected_status', undefined],
  ])('is typed by its status: %s', async (_, status, body, code, word) => {
    const { url } = await answering(json(status, body));
    expect(await thrown(client(url).status.get())).toMatchObject({
      name: 'GenvorisApiError',
      status,
      code,
      word,
    });
  });
});

describe('an answer that breaks the contract', () => {
  it.each([
    ['/name', { name: 42 }],
    ['/monthlyTryOns', { monthlyTryOns: 0 }],
    ['/createdAt', { createdAt: 'yesterday' }],
    ['/active', { active: undefined }],
  ])('is an error that says which path is wrong: %s', async (path, wrong) => {
    const plan = {
      id: 'pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A',
      externalId: null,
      externalPriceId: null,
      name: 'Five',
      monthlyTryOns: 5,
      active: true,
      createdAt: '2026-10-01T09:00:00Z',
      updatedAt: '2026-11-10T12:00:00Z',
      ...wrong,
    };
    const { url } = await answering(json(200, plan));
    const error = await thrown(
      client(url).v1.GET('/api/v1/plans/{id}', { params: { path: { id: 'pln_1' } } }),
    );
    expect(error).toMatchObject({
      name: 'GenvorisContractError',
      code: 'contract_violation',
      operationId: 'getPlan',
      status: 200,
      requestId: 'req_loopback',
      path,
    });
    expect(error.message).toContain(path);
  });

  it('is one with a 2xx that is not documented', async () => {
    const { url } = await answering(json(203, { access: 'ALLOWED' }));
    expect(await thrown(client(url).status.get())).toMatchObject({ code: 'contract_violation', path: '' });
  });

  it('is none where only access is unknown: that reads as ERROR', async () => {
    for (const access of ['SOMETHING_NEW', undefined, null, 7, ['ALLOWED']]) {
      const { url } = await answering(json(200, { access, plan: 'growth' }));
      expect(await client(url).status.get()).toEqual({ access: 'ERROR' });
      expect((await client(url).status.GET('/status')).data).toEqual({ access: 'ERROR' });
    }
  });

  it('is none where the plan is a new one', async () => {
    const { url } = await answering(json(200, { access: 'LOCKED', plan: 'enterprise', later: true }));
    expect(await client(url).status.get()).toEqual({ access: 'LOCKED', later: true });
  });

  it('is one where a per_tryon status has no quota, or the body is no object', async () => {
    for (const body of [{ access: 'ALLOWED', monetizationModel: 'per_tryon' }, [], 'ALLOWED', null]) {
      const { url } = await answering(json(200, body));
      expect((await thrown(client(url).status.get())).code).toBe('contract_violation');
    }
  });
});

describe('a fault', () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await createMock();
    await mock.warmUp();
  });
  afterAll(() => mock.close());

  /** Every fault has a line: one that is added to the specs fails here until it is thought about. */
  const EXPECTED: Record<FaultName, object> = {
    refused: { name: 'GenvorisConnectionError', code: 'refused' },
    unresolvable: { name: 'GenvorisConnectionError', code: 'unresolvable' },
    reset_before_headers: { name: 'GenvorisConnectionError', code: 'reset' },
    reset_mid_body: { name: 'GenvorisConnectionError', code: 'reset' },
    stall_before_headers: { name: 'GenvorisTimeoutError', code: 'timeout', phase: 'headers' },
    stall_mid_body: { name: 'GenvorisTimeoutError', code: 'timeout', phase: 'body' },
    truncated: { name: 'GenvorisConnectionError', code: 'truncated' },
    not_json: { name: 'GenvorisContractError', code: 'contract_violation', path: '' },
    wrong_content_type: { name: 'GenvorisContractError', code: 'contract_violation', path: '' },
    empty: { name: 'GenvorisContractError', code: 'contract_violation', path: '' },
    html_500: { name: 'GenvorisApiError', code: 'unexpected_status', status: 500 },
    redirect: { name: 'GenvorisApiError', code: 'unexpected_status' },
    oversize: { name: 'GenvorisConnectionError', code: 'too_large' },
    slow_drip: { name: 'GenvorisTimeoutError', code: 'timeout', phase: 'body' },
  };

  it.each(FAULT_NAMES)('%s is an error of its kind', async (fault) => {
    const closed = await holdClosedPort();
    onTestFinished(closed.release);
    // These two are of the address, not of an answer.
    const backend = { refused: closed.url, unresolvable: UNRESOLVABLE_URL }[fault as string] ?? mock.url;
    const error = await thrown(client(mock.url, `gvk_test_fault_${fault}`, backend).status.get());
    expect(error).toMatchObject(EXPECTED[fault]);
    expect(inspect(error, { depth: 10 }) + JSON.stringify(error)).not.toContain('gvk_test_fault_');
  });
});

describe('no secret is in any error', () => {
  const all = (error: unknown) => {
    let text = '';
    for (let each = error; each instanceof Error; each = each.cause) {
      text +=
        inspect(each, { depth: 10, showHidden: true }) + JSON.stringify(each) + each.stack + each.message;
    }
    return text;
  };
  const TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.canary';
  const errorsAt = (url: string) => {
    const genvoris = client(url);
    return Promise.allSettled([
      genvoris.status.get(),
      genvoris.v1.GET('/api/v1/plans'),
      genvoris.v1.POST('/api/v1/plans', { body: { name: 'x', monthlyTryOns: 1 } }),
      genvoris.track.report({ ...TRYON, end_customer_token: TOKEN }),
      genvoris.tryon.generate(FORM, { sessionToken: TOKEN }),
    ]).then((calls) => calls.flatMap((call) => (call.status === 'rejected' ? [call.reason as unknown] : [])));
  };

  it('whatever goes wrong below HTTP', async () => {
    const closed = await holdClosedPort();
    onTestFinished(closed.release);
    const silent = await speaking(() => {});
    const garbage = await speaking((socket) => socket.end('gvk_live_canary\r\n'));
    const reset = await speaking((socket) => socket.resetAndDestroy());
    for (const url of [closed.url, UNRESOLVABLE_URL, silent.url, garbage.url, reset.url]) {
      const errors = await errorsAt(url);
      expect(errors.length).toBeGreaterThanOrEqual(4);
      for (const error of errors) {
        expect(isGenvorisError(error)).toBe(true);
        expect(all(error)).not.toContain('canary');
      }
    }
  });

  it('though the server echoes every header and body in every field', async () => {
    const { url } = await answering((response, request) => {
      const echo = JSON.stringify(request.headers) + request.body.toString('latin1');
      const body = {
        error: echo,
        code: echo,
        message: echo,
        detail: echo,
        reason: echo,
        fieldErrors: { [echo]: [echo] },
      };
      response.writeHead(400, {
        'content-type': 'application/json',
        'x-request-id': encodeURIComponent(echo).slice(0, 2000),
      });
      response.end(JSON.stringify(body));
    });
    const errors = await errorsAt(url);
    expect(errors.length).toBeGreaterThanOrEqual(4);
    for (const error of errors) {
      expect(isGenvorisError(error)).toBe(true);
      expect(all(error)).not.toMatch(/canary|eyJ/);
    }
  });

  it('though a good status carries an echo that is not JSON, or of the wrong shape', async () => {
    for (const wrap of [
      (text: string) => text,
      (text: string) => JSON.stringify({ [text]: text, access: 'ALLOWED', quota: text }),
    ]) {
      const { url } = await answering((response, request) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(wrap(JSON.stringify(request.headers)));
      });
      const errors = await errorsAt(url);
      expect(errors.length).toBeGreaterThanOrEqual(4);
      for (const error of errors) {
        expect(isGenvorisError(error)).toBe(true);
        expect(all(error)).not.toContain('canary');
      }
    }
  });

  it('though a custom fetch puts them there', async () => {
    const genvoris = createGenvoris({
      apiKey: 'gvk_live_canary',
      maxRetries: 0,
      fetch: async (request) => {
        throw new Error(`could not send ${request.headers.get('authorization')}`, { cause: request });
      },
    });
    expect(all(await thrown(genvoris.status.get()))).not.toContain('canary');
  });
});
