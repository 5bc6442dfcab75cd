import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import Genvoris, {
  GenvorisAPIError,
  GenvorisAuthError,
  type GenvorisConfig,
  GenvorisRateLimitError,
  GenvorisValidationError,
  WebhooksResource,
} from '../../src/compat.ts';
import { answering, json } from '../loopback.ts';

const open = (baseUrl: string, config: Partial<GenvorisConfig> = {}) =>
  new Genvoris({ apiKey: 'gvk_live_canary', baseUrl, maxRetries: 0, ...config });

const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    (data) => `answered ${JSON.stringify(data)}`,
    (error) => error,
  );

describe('an answer that is an error is thrown as its class', () => {
  it.each([
    [401, { error: 'invalid_key' }, GenvorisAuthError, { code: 'invalid_key', message: 'invalid_key' }],
    [403, { error: 'account_inactive', message: 'Off.' }, GenvorisAuthError, { message: 'Off.' }],
    [
      400,
      { error: 'invalid_body', fieldErrors: { '/name': ['too long'] } },
      GenvorisValidationError,
      { fieldErrors: { '/name': ['too long'] } },
    ],
    [422, { error: 'idempotency_conflict' }, GenvorisValidationError, { fieldErrors: {} }],
    [404, { error: 'not_found' }, GenvorisAPIError, { status: 404, requestId: 'req_01JD8Z6T5V9M4K2Q' }],
    [500, 'no JSON at all', GenvorisAPIError, { code: 'unknown_error' }],
    [400, { error: '', message: '' }, GenvorisAPIError, { code: 'unknown_error' }],
  ])('%i', async (status, body, type, fields) => {
    const { url } = await answering((response) => {
      response.writeHead(status, { 'x-request-id': 'req_01JD8Z6T5V9M4K2Q' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    const error = await failure(open(url).customers.retrieve('cus_missing'));
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(GenvorisAPIError);
    expect(error).toMatchObject({ status, ...fields });
  });

  it.each([
    ['7', 7],
    [undefined, 60],
    ['soon', 60],
  ])('429 with a Retry-After of %s', async (retryAfter, seconds) => {
    const { url } = await answering((response) => {
      response.writeHead(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
      response.end('{"error":"rate_limited"}');
    });
    const error = await failure(open(url).plans.list());
    expect(error).toBeInstanceOf(GenvorisRateLimitError);
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterSeconds: seconds });
  });

  it('and never with the key in it', async () => {
    const { url } = await answering(
      json(400, {
        error: 'gvk_live_canary',
        message: 'for gvk_live_canary',
        fieldErrors: { '/a': ['gvk_live_canary'] },
      }),
    );
    const error = (await failure(open(url).plans.list())) as GenvorisValidationError;
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('canary');
  });
});

describe('an attempt that may end differently is repeated', () => {
  it.each([429, 502, 503, 504])('after %i, under the same idempotency key', async (status) => {
    const { url, received } = await answering(json(status, {}), json(201, { id: 'conv_1' }));
    const gv = open(url, { maxRetries: 3 });
    expect(await gv.conversions.create({ orderId: '1', platform: 'custom', amountCents: 1 })).toEqual({
      id: 'conv_1',
    });
    const keys = received.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0]]);
  });

  it.each([400, 401, 403, 404, 422, 500])('not after %i', async (status) => {
    const { url, received } = await answering(json(status, {}));
    await failure(open(url, { maxRetries: 3 }).plans.list());
    expect(received).toHaveLength(1);
  });

  it('with a signal of its own for each, and none of them aborted by a good answer', async () => {
    const signals: AbortSignal[] = [];
    const fetch = async (_: unknown, init?: RequestInit) => {
      signals.push(init?.signal as AbortSignal);
      if (signals.length < 3) throw new TypeError('fetch failed');
      return Response.json({ data: [] });
    };
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await open('https://portal.invalid/api/v1', { maxRetries: 3, fetch }).webhooks.list();
    vi.restoreAllMocks();
    expect(new Set(signals).size).toBe(3);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false, false]);
  });

  it('no oftener than maxRetries says; then the last error is thrown', async () => {
    const { url, received } = await answering(json(503, { error: 'unavailable' }));
    expect(await failure(open(url, { maxRetries: 1 }).plans.list())).toMatchObject({ status: 503 });
    expect(received).toHaveLength(2);
  });
});

it('ends an attempt whose deadline passes, before the headers and within the body', async () => {
  const stalled = await answering(() => {});
  expect(await failure(open(stalled.url, { timeoutMs: 50 }).plans.list())).toMatchObject({ code: 'timeout' });
  const half = await answering((response) => response.writeHead(200).write('{'));
  expect(await failure(open(half.url, { timeoutMs: 50 }).plans.list())).toMatchObject({ code: 'timeout' });
  const fetch = (_: unknown, init?: RequestInit) =>
    new Promise<Response>((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('The operation was aborted')));
    });
  const error = await failure(open('https://portal.invalid', { timeoutMs: 50, fetch }).plans.list());
  expect(String(error)).toMatch(/abort/);
});

it('sends the headers of its options and keeps its own key', async () => {
  const { url, received } = await answering(json(200, { data: [] }));
  const defaultHeaders = { 'X-App-Version': '1.0.0', Authorization: 'Bearer other' };
  await open(`${url}/gateway/`, { defaultHeaders }).plans.list();
  expect(received[0]?.path).toBe('/gateway/plans');
  expect(received[0]?.headers).toMatchObject({
    'x-app-version': '1.0.0',
    authorization: 'Bearer gvk_live_canary',
  });
});

it.each([
  [{}, 'apiKey is required'],
  [{ apiKey: 'gvk_live_1\n' }, 'apiKey'],
  [{ apiKey: 'gvk_live_1', baseUrl: 'genvoris.org' }, 'baseUrl'],
  [{ apiKey: 'gvk_live_1', maxRetries: -1 }, 'maxRetries'],
  [{ apiKey: 'gvk_live_1', timeoutMs: Number.NaN }, 'timeoutMs'],
])('refuses %j and names the option', (config, message) => {
  expect(() => new Genvoris(config as GenvorisConfig)).toThrow(message);
});

it('refuses an id that would name something else', async () => {
  const { url, received } = await answering(json(200, {}));
  expect(await failure(open(url).customers.retrieve('..'))).toMatchObject({ code: 'invalid_call' });
  expect(received).toEqual([]);
});

describe('WebhooksResource.verify', () => {
  const secret = 'whsec_test_secret';
  const body = '{"id":"evt_1","type":"plan.updated","created":1794312000,"data":{"plan":{}}}';
  const now = () => Math.floor(Date.now() / 1000);
  const sign = (t: number, text = body) =>
    `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${text}`).digest('hex')}`;

  it('returns the event of a genuine delivery, from text and from bytes', () => {
    const event = JSON.parse(body);
    const header = sign(now());
    expect(WebhooksResource.verify({ payload: body, header, secret })).toEqual(event);
    expect(WebhooksResource.verify({ payload: Buffer.from(body), header, secret })).toEqual(event);
    expect(
      WebhooksResource.verify({ payload: new TextEncoder().encode(body).buffer, header, secret }),
    ).toEqual(event);
  });

  it.each([
    ['another body', () => ({ payload: `${body} ` }), 'signature mismatch'],
    ['a signature that is too short', () => ({ header: sign(now()).slice(0, -2) }), 'signature mismatch'],
    [
      'a signature that is no hex',
      () => ({ header: `t=${now()},v1=${'z'.repeat(64)}` }),
      'signature mismatch',
    ],
    ['a time long past', () => ({ header: sign(now() - 400) }), 'signature timestamp too old'],
    ['a time to come', () => ({ header: sign(now() + 400) }), 'signature timestamp too old'],
    ['no signature', () => ({ header: '' }), 'invalid signature header'],
    ['no secret', () => ({ secret: '' }), 'secret is required'],
    [
      'a body that was parsed',
      () => ({ payload: JSON.parse(body) }),
      'payload: the bytes as received are needed',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(() =>
      WebhooksResource.verify({ payload: body, header: sign(now()), secret, ...change() }),
    ).toThrow(message);
  });
});
