import { signWebhook } from '@genvoris/node/webhooks';
import { rawRequest } from '@genvoris/testing/raw-request';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createStorefront, type ErrorReport, type StorefrontOptions } from '../src/index.ts';
import { SHOP } from './browser.ts';
import { HOSTS } from './hosts.ts';
import { useUpstream } from './upstream.ts';

const upstream = useUpstream();
const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=';
const OTHER = 'whsec_b3RoZXIgc2VjcmV0IG9mIHRoZSBzYW1lIGxlbmd0aCE=';

const envelope = (id: string, type = 'webhook.test', data: object = {}) =>
  JSON.stringify({ id, type, created: 1795168800, data });

const signed = (body: string, secret: string | string[] = SECRET, timestamp?: number) => ({
  'content-type': 'application/json',
  ...signWebhook(body, { id: 'evt_1', type: 'webhook.test', delivery: 'whd_1', timestamp }, secret),
});

function openShop(options: Partial<StorefrontOptions<Request>> = {}) {
  const reports: ErrorReport[] = [];
  const storefront = createStorefront<Request>({
    ...upstream.options,
    webhookSecret: SECRET,
    onError: (report) => reports.push(report),
    ...options,
  });
  const deliver = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) => {
    const answer = await storefront.fetch(new Request(`${SHOP}/webhook`, { method: 'POST', body, headers }));
    const told = (await answer.json()) as { duplicate?: boolean; code?: string };
    return { status: answer.status, ...told };
  };
  return { reports, deliver, storefront };
}

const TAKEN = { status: 200, received: true, duplicate: false };
const AGAIN = { status: 200, received: true, duplicate: true };

describe('an event of Genvoris', () => {
  test('is taken in either form of signature, once, and reaches its handler', async () => {
    const handled: string[] = [];
    const { deliver } = openShop({
      onGenvorisEvent: {
        'plan.updated': ({ id, data }) => void handled.push(`${id} ${data.plan.name}`),
        'plan.created': () => void handled.push('another'),
      },
    });
    const body = envelope('evt_1', 'plan.updated', { plan: { name: 'Gold' } });
    const { 'X-Genvoris-Signature': own, 'webhook-signature': standard, ...rest } = signed(body);
    expect(await deliver(body, { ...rest, 'X-Genvoris-Signature': own })).toEqual(TAKEN);
    expect(await deliver(body, { ...rest, 'webhook-signature': standard })).toEqual(AGAIN);
    const next = envelope('evt_2', 'plan.updated', { plan: { name: 'Silver' } });
    const { 'X-Genvoris-Signature': _, ...onlyStandard } = signed(next);
    expect(await deliver(next, onlyStandard)).toEqual(TAKEN);
    expect(handled).toEqual(['evt_1 Gold', 'evt_2 Silver']);
  });

  test('that comes a hundred times at once is handled once', async () => {
    let handled = 0;
    const { deliver } = openShop({
      onGenvorisEvent: {
        async 'webhook.test'() {
          await new Promise(setImmediate);
          handled++;
        },
      },
    });
    const body = envelope('evt_1');
    const answers = await Promise.all(Array.from({ length: 100 }, () => deliver(body, signed(body))));
    expect(answers.filter(({ duplicate }) => duplicate === false)).toHaveLength(1);
    expect(handled).toBe(1);
  });

  test('whose handler fails is told of and taken when it is sent again', async () => {
    let failures = 1;
    const { deliver, reports } = openShop({
      onGenvorisEvent: {
        async 'webhook.test'() {
          if (failures-- > 0) throw new Error(`no database for ${SECRET}`);
        },
      },
    });
    const body = envelope('evt_1');
    expect(await deliver(body, signed(body))).toMatchObject({ status: 500, code: 'internal_error' });
    expect(reports).toMatchObject([{ kind: 'internal', operationId: 'receiveWebhook' }]);
    expect(JSON.stringify(reports)).toContain('no database for [redacted]');
    expect(await deliver(body, signed(body))).toEqual(TAKEN);
    expect(await deliver(body, signed(body))).toEqual(AGAIN);
  });

  test.each(['plan.merged', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'of the type %s, which this version does not know, is taken',
    async (type) => {
      const { deliver } = openShop({ onGenvorisEvent: { 'plan.updated': () => {} } });
      const body = envelope('evt_1', type);
      expect(await deliver(body, signed(body))).toEqual(TAKEN);
    },
  );

  test('may be signed with any of several secrets while one is rotated', async () => {
    const { deliver } = openShop({ webhookSecret: [OTHER, SECRET] });
    for (const [n, secret] of [SECRET, OTHER].entries()) {
      const body = envelope(`evt_${n}`);
      expect(await deliver(body, signed(body, secret))).toEqual(TAKEN);
    }
  });

  test('needs no origin, no session and no nonce of a page', async () => {
    const { deliver } = openShop({
      identify: () => {
        throw new Error('nobody asks');
      },
    });
    const body = envelope('evt_1');
    expect(await deliver(body, signed(body))).toEqual(TAKEN);
  });
});

describe('a forged event', () => {
  const now = Math.floor(Date.now() / 1000);
  const body = envelope('evt_1');
  const good = signed(body);
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name)));

  test.each<[string, string, Record<string, string>]>([
    ['with no signature', body, without('X-Genvoris-Signature', 'webhook-signature')],
    ['with a signature of another secret', body, signed(body, OTHER)],
    ['whose body was changed by a blank', `${body} `, good],
    ['whose id was changed', body.replace('evt_1', 'evt_2'), good],
    ['of six minutes ago', body, signed(body, SECRET, now - 361)],
    ['of six minutes ahead', body, signed(body, SECRET, now + 361)],
    [
      'whose two signatures do not agree',
      body,
      { ...good, 'X-Genvoris-Signature': `t=${now},v1=${'0'.repeat(64)}` },
    ],
    [
      'with a signature before the good one',
      body,
      { ...good, 'X-Genvoris-Signature': `t=1, ${good['X-Genvoris-Signature']}` },
    ],
  ])('%s is refused', async (_, text, headers) => {
    let handled = 0;
    const { deliver, reports } = openShop({ onGenvorisEvent: { 'webhook.test': () => void handled++ } });
    expect(await deliver(text, headers)).toMatchObject({ status: 401, code: 'invalid_signature' });
    expect(handled).toBe(0);
    expect(JSON.stringify(reports)).not.toContain(SECRET);
    // Nor does it keep the true one out.
    expect(await deliver(body, signed(body))).toEqual(TAKEN);
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['is not JSON', 'evt'],
    ['is not UTF-8', new Uint8Array([0xff, 0xfe])],
    ['has no id', JSON.stringify({ type: 'webhook.test', created: 1, data: {} })],
    ['has an id of another kind', envelope('evt 1\n')],
    ['has a type of a hundred characters', envelope('evt_1', 'x'.repeat(100))],
    ['has no time', JSON.stringify({ id: 'evt_1', type: 'webhook.test', created: 'today', data: {} })],
    ['has a list for data', JSON.stringify({ id: 'evt_1', type: 'webhook.test', created: 1, data: [] })],
  ])('that is signed well and %s is no event', async (_, text) => {
    const { deliver } = openShop();
    const { 'content-type': type, ...headers } = signed(text as string);
    expect(await deliver(text, { 'content-type': type, ...headers })).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
  });

  test('of more than 256 kB is not read to its end', async () => {
    const { deliver } = openShop();
    const large = envelope('evt_1', 'webhook.test', { text: 'x'.repeat(262_144) });
    expect(await deliver(large, signed(large))).toMatchObject({ status: 413 });
  });

  test('finds nothing where the shop has no secret', async () => {
    const { deliver } = openShop({ webhookSecret: undefined });
    expect(await deliver(body, good)).toMatchObject({ status: 404, code: 'path_not_allowed' });
  });

  test('does not come from one address more than 600 times a minute', async () => {
    const { storefront } = openShop({ rateLimits: { receiveWebhook: { limit: 2, windowSeconds: 60 } } });
    const statuses = [];
    for (let n = 0; n < 3; n++) {
      const request = new Request(`${SHOP}/webhook`, {
        method: 'POST',
        body,
        headers: without('X-Genvoris-Signature'),
      });
      statuses.push((await storefront.fetch(request)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('a change of a shopper’s plan', () => {
  const customer = { externalId: 'external_7', planId: null };
  test.each<[string, object, number]>([
    ['customer.plan_changed', { external_id: 'external_7', plan_id: null }, 2],
    ['end_customer.cancelled', { customer }, 2],
    ['end_customer.updated', { customer, changed: ['planId'] }, 2],
    // What minting itself brings about would else keep no session at all.
    ['end_customer.updated', { customer, changed: ['email'] }, 1],
    ['customer.plan_changed', { external_id: 'external_8' }, 1],
    ['end_customer.updated', {}, 1],
  ])('%s %j has the kept session minted so often: %i', async (type, data, mints) => {
    const { deliver, storefront } = openShop({ identify: () => ({ id: 7 }) });
    const status = () => storefront.fetch(new Request(`${SHOP}/status`));
    expect((await status()).status).toBe(200);
    const body = envelope('evt_1', type, data);
    expect(await deliver(body, signed(body))).toEqual(TAKEN);
    expect((await status()).status).toBe(200);
    const minted = upstream.server.requests.filter(({ operationId }) => operationId === 'createSession');
    expect(minted).toHaveLength(mints);
  });
});

test.each(HOSTS)('$name hands on the bytes as they came', async ({ start }) => {
  const host = await start({ ...upstream.options, webhookSecret: SECRET });
  onTestFinished(host.close);
  const body = `{"created":1795168800.0, "data" :{"é":"\\u00e9"},\n"type":"webhook.test","id":"evt_1"}`;
  for (const answer of [TAKEN, AGAIN]) {
    const { status, json } = await rawRequest(host.url, {
      method: 'POST',
      path: '/webhook',
      headers: signed(body),
      body,
    });
    expect({ status, ...json }).toEqual(answer);
  }
});
