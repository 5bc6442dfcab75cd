import { createTransport, type Transport } from '@genvoris/node';
import { afterAll, describe, expect, test } from 'vitest';
import { createReporter, type ErrorReport } from '../src/core/error-report.ts';
import { createHandler } from '../src/core/handler.ts';
import { InFlight } from '../src/core/in-flight.ts';
import { parseOptions } from '../src/core/options.ts';
import type { Entitlements } from '../src/entitlements/entitlements.ts';
import { createFreeAll } from '../src/entitlements/free-all.ts';
import type { StorefrontRequest } from '../src/exchange/request.ts';
import { toStorefrontRequest } from '../src/hosts/fetch-bridge.ts';
import { createRecordedEvents } from '../src/operations/recorded-events.ts';
import { createSessions } from '../src/shoppers/sessions.ts';
import { createAccountStatus } from '../src/upstream/account-status.ts';
import { createUpstream } from '../src/upstream/upstream.ts';
import { createCredentials } from '../src/vault/credentials.ts';
import { FORM_TYPE, form, SHOP } from './browser.ts';
import { useUpstream } from './upstream.ts';

type Step = Exclude<keyof Entitlements, 'check'>;

const MODEL = createFreeAll({ model: 'FREE_ALL' }, { origin: SHOP, guests: true });

const upstream = useUpstream();
const transport = createTransport();

afterAll(() => transport.close());

const tryonsSent = () =>
  upstream.server.requests.filter(({ operationId }) => operationId === 'generateTryon').length;

/** A storefront whose model writes down what it is asked, and fails where it is told to. */
function open({ at, over = transport }: { at?: Step | 'refuses'; over?: Transport } = {}) {
  const asked: string[] = [];
  const reports: ErrorReport[] = [];
  const told = (step: string, failing = false) => {
    asked.push(step);
    if (failing) throw new Error(`no ${step}`);
  };
  const entitlements: Entitlements = {
    model: MODEL,
    check() {
      told('check');
      return { permitted: true, ctaType: 'try_on', remaining: 1 };
    },
    async reserve() {
      told('reserve', at === 'reserve');
      return at === 'refuses'
        ? { kind: 'allowance_spent', reason: 'quota_exhausted' }
        : { kind: 'reserved', id: 'r1', remaining: 0 };
    },
    settle({ id }) {
      told(`settle ${id}`, at === 'settle');
    },
    async release({ id }) {
      await Promise.resolve();
      told(`release ${id}`, at === 'release');
    },
  };
  const settings = parseOptions<Request>({
    ...upstream.options,
    timeoutMs: 1000,
    identify: () => ({ id: 7 }),
    onError: (report) => reports.push(report),
  });
  const report = createReporter(settings.onError, () => []);
  const credentials = createCredentials(settings, report.troubled);
  const calls = createUpstream(over, settings, credentials);
  const inFlight = new InFlight<StorefrontRequest<Request>>();
  const handle = createHandler(
    settings,
    {
      upstream: calls,
      accountStatus: createAccountStatus(calls),
      sessions: createSessions(calls),
      entitlements: () => entitlements,
      book: undefined,
      shopEvents: { take: () => Promise.reject(new Error('none are taken')), close: async () => {} },
      shopEventSource: undefined,
      orderSecret: undefined,
      now: Date.now,
      csrf: {
        header: 'X-WP-Nonce',
        issue: () => ({ nonce: 'x', expiresAt: new Date(0) }),
        verify: () => true,
      },
      platform: 'external',
      credentials,
      connect: undefined,
      onGenvorisEvent: {},
      recordedEvents: createRecordedEvents(undefined),
      uploadGraceMs: 30_000,
    },
    inFlight,
    report,
  );
  const send = async (path: string, request: RequestInit = {}) => {
    const headers = { origin: SHOP, 'x-wp-nonce': 'x', 'content-type': FORM_TYPE, ...request.headers };
    const web = new Request(SHOP + path, { ...request, headers });
    return (await handle(toStorefrontRequest(web, '', '203.0.113.7'))).status;
  };
  const upload = (path: string, request: RequestInit = {}) =>
    send(path, { method: 'POST', body: form(Buffer.from('photo')), ...request });
  return {
    asked,
    reports,
    inFlight,
    status: () => send('/status'),
    analyze: () => upload('/proxy/api/analyze'),
    tryOn: (request?: RequestInit) => upload('/proxy/api/tryon', request),
  };
}

describe('the entitlements', () => {
  test('are checked for a status and for an analysis, and pay for neither', async () => {
    const { asked, status, analyze } = open();
    expect([await status(), await analyze()]).toEqual([200, 200]);
    expect(asked).toEqual(['check', 'check']);
  });

  test('are settled for a try-on that is made', async () => {
    const { asked, tryOn, reports } = open();
    expect(await tryOn()).toBe(200);
    expect(asked).toEqual(['reserve', 'settle r1']);
    expect(reports).toEqual([]);
  });

  test('pay once for a try-on that is repeated with a fresh token', async () => {
    upstream.server.use('generateTryon', ['invalid_session_token', 'generated']);
    const { asked, tryOn } = open();
    expect(await tryOn()).toBe(200);
    expect(tryonsSent()).toBe(2);
    expect(asked).toEqual(['reserve', 'settle r1']);
  });

  test('hold nothing for what is refused before it is sent', async () => {
    const { asked, tryOn } = open();
    expect(await tryOn({ headers: { 'content-type': 'text/plain' } })).toBe(400);
    expect(asked).toEqual([]);
  });

  test('that refuse at last keep the photo from upstream', async () => {
    const { asked, tryOn, reports } = open({ at: 'refuses' });
    expect(await tryOn()).toBe(402);
    expect(asked).toEqual(['reserve']);
    expect(tryonsSent()).toBe(0);
    expect(reports).toEqual([]);
  });
});

describe('what was held is released', () => {
  test.each([
    ['an upstream that refuses', 'rate_limited', 429],
    ['a connection that is cut off', { fault: 'reset_mid_body' }, 502],
    ['an answer that breaks the contract', { status: 200, body: { images: 7 } }, 502],
    ['an upstream that is silent', { fault: 'stall_before_headers' }, 502],
  ] as const)('after %s', async (_, behaviour, status) => {
    upstream.server.use('generateTryon', behaviour);
    const { asked, tryOn } = open();
    expect(await tryOn()).toBe(status);
    expect(asked).toEqual(['reserve', 'release r1']);
  });

  test('after a transport that throws', async () => {
    const over: Transport = {
      request: (request) =>
        request.url.endsWith('/tryon') ? Promise.reject(new Error('no way')) : transport.request(request),
      close: async () => {},
    };
    const { asked, tryOn, reports } = open({ over });
    expect(await tryOn()).toBe(500);
    expect(asked).toEqual(['reserve', 'release r1']);
    expect(reports).toMatchObject([{ kind: 'internal', message: 'unforeseen (Error: no way)' }]);
  });

  test('after a client that went away, and its model that fails then is told', async () => {
    upstream.server.use('generateTryon', { fault: 'stall_before_headers' });
    for (const at of [undefined, 'release'] as const) {
      const { asked, tryOn, reports } = open(at && { at });
      const leaving = new AbortController();
      upstream.server.clearRequests();
      const left = tryOn({ signal: leaving.signal });
      await expect.poll(tryonsSent).toBe(1);
      leaving.abort();
      await left;
      expect(asked).toEqual(['reserve', 'release r1']);
      expect(reports.map(({ message }) => message)).toEqual(
        at ? ['unforeseen (Error: no release r1), after client_gone'] : [],
      );
    }
  });

  test('after a storefront that closed, before it is closed', async () => {
    upstream.server.use('generateTryon', { fault: 'stall_before_headers' });
    const { asked, tryOn, inFlight } = open();
    const ended = tryOn();
    await expect.poll(tryonsSent).toBe(1);
    await inFlight.drain(0);
    expect(asked).toEqual(['reserve', 'release r1']);
    expect(await ended).toBe(502);
  });
});

describe('a model that fails', () => {
  test('to reserve keeps the photo from upstream', async () => {
    const { asked, tryOn, reports } = open({ at: 'reserve' });
    expect(await tryOn()).toBe(500);
    expect(asked).toEqual(['reserve']);
    expect(tryonsSent()).toBe(0);
    expect(reports).toMatchObject([{ kind: 'internal', message: 'unforeseen (Error: no reserve)' }]);
  });

  test('to settle fails the try-on, and is not asked to release', async () => {
    const { asked, tryOn, reports } = open({ at: 'settle' });
    expect(await tryOn()).toBe(500);
    expect(asked).toEqual(['reserve', 'settle r1']);
    expect(reports).toMatchObject([{ kind: 'internal', message: 'unforeseen (Error: no settle r1)' }]);
  });

  test('to release is told together with what had failed before', async () => {
    upstream.server.use('generateTryon', 'rate_limited');
    const { asked, tryOn, reports } = open({ at: 'release' });
    expect(await tryOn()).toBe(500);
    expect(asked).toEqual(['reserve', 'release r1']);
    expect(reports).toMatchObject([
      {
        kind: 'internal',
        message: 'unforeseen (Error: no release r1), after generateTryon answered 429 rate_limited',
      },
    ]);
  });
});
