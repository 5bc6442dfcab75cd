import { createMock, type Mock } from '@genvoris/mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Genvoris from '../../src/compat.ts';

const CUSTOMER = 'ec_01JD8Z6T5V9M4K2Q7R3S8X1Y0B';
const PLAN = 'pln_01JD8Z6T5V9M4K2Q7R3S8X1Y0A';
const ENDPOINT = 'we_01JD8Z6T5V9M4K2Q7R3S8X1Y0D';
const EVENT = { sessionId: 'session_12345678', eventType: 'WIDGET_OPENED' } as const;
const ORDER = { orderId: 'order_1001', platform: 'custom', amountCents: 12900, currency: 'USD' } as const;
const REFUND = { orderId: 'order_1001', platform: 'custom', refundedAmountCents: 12900 } as const;

let mock: Mock;
beforeAll(async () => {
  mock = await createMock();
  await mock.warmUp();
});
afterAll(() => mock.close());

/** Each documented method, called as its documentation shows, the request it makes, and what it gives. */
const METHODS: [string, (gv: Genvoris) => Promise<unknown>, string, unknown, unknown?][] = [
  [
    'customers.create',
    (gv) =>
      gv.customers.create({
        externalId: 'user_42',
        email: 'shopper@shop.example',
        planId: PLAN,
        metadata: null,
      }),
    'POST /customers',
    { status: 'ACTIVE' },
    { externalId: 'user_42', email: 'shopper@shop.example', planId: PLAN, metadata: null },
  ],
  [
    'customers.retrieve',
    (gv) => gv.customers.retrieve(CUSTOMER),
    `GET /customers/${CUSTOMER}`,
    { id: CUSTOMER },
  ],
  [
    'customers.update',
    (gv) => gv.customers.update('user/42', { status: 'PAUSED', resetPeriod: true }),
    'PATCH /customers/user%2F42',
    { id: CUSTOMER },
    { status: 'PAUSED', resetPeriod: true },
  ],
  [
    'customers.list',
    (gv) => gv.customers.list({ status: 'ACTIVE', limit: 10, cursor: undefined }),
    'GET /customers?status=ACTIVE&limit=10',
    { data: expect.any(Array), next_cursor: expect.any(String) },
  ],
  ['customers.cancel', (gv) => gv.customers.cancel(CUSTOMER), `DELETE /customers/${CUSTOMER}`, undefined],
  [
    'customers.usage',
    (gv) => gv.customers.usage(CUSTOMER),
    `GET /customers/${CUSTOMER}/usage`,
    { data: { current: { used: 33, limit: 100, remaining: 67, ok: true } } },
  ],
  [
    'customers.sessions',
    (gv) => gv.customers.sessions(CUSTOMER),
    `GET /customers/${CUSTOMER}/sessions`,
    { data: expect.any(Array) },
  ],
  [
    'plans.list',
    (gv) => gv.plans.list({ includeInactive: true }),
    'GET /plans?include_inactive=true',
    { data: expect.any(Array) },
  ],
  [
    'plans.create',
    (gv) => gv.plans.create({ name: 'Pro', monthlyTryOns: 100, externalPriceId: 'price_1', active: true }),
    'POST /plans',
    { active: true },
    { name: 'Pro', monthlyTryOns: 100, externalPriceId: 'price_1', active: true },
  ],
  ['plans.retrieve', (gv) => gv.plans.retrieve(PLAN), `GET /plans/${PLAN}`, { id: PLAN }],
  [
    'plans.update',
    (gv) => gv.plans.update(PLAN, { name: 'Pro', monthlyTryOns: 150 }),
    `PATCH /plans/${PLAN}`,
    { monthlyTryOns: 150 },
    { name: 'Pro', monthlyTryOns: 150 },
  ],
  ['plans.archive', (gv) => gv.plans.archive(PLAN), `DELETE /plans/${PLAN}`, undefined],
  [
    'sessions.mint',
    (gv) => gv.sessions.mint({ customerId: CUSTOMER }),
    `POST /customers/${CUSTOMER}/sessions`,
    { token_type: 'Bearer', expires_in: 900 },
  ],
  [
    'sessions.mint with a lifetime, which is brought into its bounds',
    (gv) => gv.sessions.mint({ customerId: CUSTOMER, ttlSeconds: 7200 }),
    `POST /customers/${CUSTOMER}/sessions`,
    { token_type: 'Bearer' },
    { expires_in: 3600 },
  ],
  [
    'sessions.revoke',
    (gv) => gv.sessions.revoke({ customerId: CUSTOMER, jti: 'ses_01JDA1B2C3D4E5F6G7H8J9K0M1' }),
    `DELETE /customers/${CUSTOMER}/sessions/ses_01JDA1B2C3D4E5F6G7H8J9K0M1`,
    { jti: 'ses_01JDA1B2C3D4E5F6G7H8J9K0M1', revoked: true },
  ],
  ['events.track', (gv) => gv.events.track(EVENT), 'POST /events', { accepted: expect.any(Number) }, EVENT],
  [
    'events.trackBatch',
    (gv) => gv.events.trackBatch([EVENT, { ...EVENT, eventType: 'CLOSED' }]),
    'POST /events',
    { accepted: expect.any(Number) },
    { events: [EVENT, { ...EVENT, eventType: 'CLOSED' }] },
  ],
  [
    'conversions.create',
    (gv) => gv.conversions.create(ORDER),
    'POST /conversions',
    { id: expect.stringMatching(/^conv_/), attributedFromTryOn: true },
    ORDER,
  ],
  [
    'returns.create',
    (gv) => gv.returns.create(REFUND),
    'POST /returns',
    { conversionEventId: expect.stringMatching(/^conv_/) },
    REFUND,
  ],
  ['webhooks.list', (gv) => gv.webhooks.list(), 'GET /webhooks', { data: expect.any(Array) }],
  [
    'webhooks.create',
    (gv) =>
      gv.webhooks.create({
        url: 'https://shop.example/genvoris/webhook',
        secret: 'a-secret-of-the-shop',
        events: ['end_customer.created'],
      }),
    'POST /webhooks',
    { active: true },
    {
      url: 'https://shop.example/genvoris/webhook',
      secret: 'a-secret-of-the-shop',
      events: ['end_customer.created'],
    },
  ],
  ['webhooks.test', (gv) => gv.webhooks.test(ENDPOINT), `POST /webhooks/${ENDPOINT}/test`, undefined],
  ['webhooks.delete', (gv) => gv.webhooks.delete(ENDPOINT), `DELETE /webhooks/${ENDPOINT}`, undefined],
];

describe.each(['its own transport', 'a fetch of the caller'])('over %s', (way) => {
  it.each(METHODS)('%s does what its documentation says', async (_, call, request, answer, body) => {
    const seen: { url: string; init: RequestInit }[] = [];
    const gv = new Genvoris({
      apiKey: 'gvk_test_ALLOWED',
      baseUrl: `${mock.url}/api/v1`,
      ...(way === 'its own transport'
        ? {}
        : {
            fetch: (url, init = {}) => {
              seen.push({ url: String(url), init });
              return fetch(url, init);
            },
          }),
    });
    const given = await call(gv);
    if (answer === undefined) expect(given).toBe(undefined);
    else expect(given).toMatchObject(answer as object);
    if (way === 'its own transport') return;
    const [{ url, init } = { url: '', init: {} as RequestInit }] = seen;
    expect(`${init.method} ${url.slice(`${mock.url}/api/v1`.length)}`).toBe(request);
    expect(init.body === undefined ? undefined : JSON.parse(String(init.body))).toEqual(body);
    expect(init.headers).toMatchObject({
      Authorization: 'Bearer gvk_test_ALLOWED',
      Accept: 'application/json',
    });
  });
});
