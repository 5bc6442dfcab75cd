import { expect } from 'vitest';
import type Genvoris from '../../src/compat.ts';

const EVENT = { sessionId: 'session_12345678', eventType: 'WIDGET_OPENED' } as const;
const BATCH = [EVENT, { ...EVENT, eventType: 'PHOTO_UPLOADED' }, { ...EVENT, eventType: 'CLOSED' }] as const;
const ORDER = { orderId: 'order_1001', platform: 'custom', amountCents: 12900, currency: 'USD' } as const;
const REFUND = { orderId: 'order_1001', platform: 'custom', refundedAmountCents: 12900 } as const;

/** What the calls are about, as the server knows it. */
export interface Ids {
  customer: string;
  /** The customer's `externalId`. */
  known: string;
  plan: string;
  endpoint: string;
  jti: string;
}

/** A method, the call its documentation shows, the request that makes, what it gives, and the body sent. */
export type DocumentedMethod = [
  name: string,
  call: (gv: Genvoris) => Promise<unknown>,
  request: string,
  answer: unknown,
  body?: unknown,
];

/** Each documented method of the older client, called as its documentation shows. */
export function documentedMethods({ customer, known, plan, endpoint, jti }: Ids): DocumentedMethod[] {
  return [
    [
      'customers.create',
      (gv) =>
        gv.customers.create({
          externalId: 'user_42',
          email: 'shopper@shop.example',
          planId: plan,
          metadata: null,
        }),
      'POST /customers',
      { status: 'ACTIVE' },
      { externalId: 'user_42', email: 'shopper@shop.example', planId: plan, metadata: null },
    ],
    [
      'customers.retrieve',
      (gv) => gv.customers.retrieve(customer),
      `GET /customers/${customer}`,
      { id: customer },
    ],
    [
      'customers.update',
      (gv) => gv.customers.update('user/42', { status: 'PAUSED', resetPeriod: true }),
      'PATCH /customers/user%2F42',
      { id: customer },
      { status: 'PAUSED', resetPeriod: true },
    ],
    [
      'customers.list',
      (gv) => gv.customers.list({ status: 'ACTIVE', limit: 10, cursor: undefined }),
      'GET /customers?status=ACTIVE&limit=10',
      { data: [{ status: 'ACTIVE' }, { status: 'ACTIVE' }], next_cursor: expect.stringMatching(/./) },
    ],
    [
      'customers.list of one',
      (gv) => gv.customers.list({ externalId: known }),
      `GET /customers?externalId=${encodeURIComponent(known)}`,
      { data: [{ id: customer, externalId: known }], next_cursor: null },
    ],
    [
      'customers.list of one who is not there',
      (gv) => gv.customers.list({ externalId: 'nope' }),
      'GET /customers?externalId=nope',
      { data: [], next_cursor: null },
    ],
    ['customers.cancel', (gv) => gv.customers.cancel(customer), `DELETE /customers/${customer}`, undefined],
    [
      'customers.usage',
      (gv) => gv.customers.usage(customer),
      `GET /customers/${customer}/usage`,
      { data: { current: { used: 33, limit: 100, remaining: 67, ok: true } } },
    ],
    [
      'customers.sessions',
      (gv) => gv.customers.sessions(customer),
      `GET /customers/${customer}/sessions`,
      { data: expect.arrayContaining([expect.objectContaining({ jti })]) },
    ],
    [
      'plans.list',
      (gv) => gv.plans.list({ includeInactive: true }),
      'GET /plans?include_inactive=true',
      { data: expect.arrayContaining([expect.objectContaining({ id: plan, active: true })]) },
    ],
    [
      'plans.create',
      (gv) => gv.plans.create({ name: 'Pro', monthlyTryOns: 100, externalPriceId: 'price_1', active: true }),
      'POST /plans',
      { active: true },
      { name: 'Pro', monthlyTryOns: 100, externalPriceId: 'price_1', active: true },
    ],
    ['plans.retrieve', (gv) => gv.plans.retrieve(plan), `GET /plans/${plan}`, { id: plan }],
    [
      'plans.update',
      (gv) => gv.plans.update(plan, { name: 'Pro', monthlyTryOns: 150 }),
      `PATCH /plans/${plan}`,
      { monthlyTryOns: 150 },
      { name: 'Pro', monthlyTryOns: 150 },
    ],
    ['plans.archive', (gv) => gv.plans.archive(plan), `DELETE /plans/${plan}`, undefined],
    [
      'sessions.mint',
      (gv) => gv.sessions.mint({ customerId: customer }),
      `POST /customers/${customer}/sessions`,
      { token_type: 'Bearer', expires_in: 900 },
    ],
    [
      'sessions.mint with a lifetime, which is brought into its bounds',
      (gv) => gv.sessions.mint({ customerId: customer, ttlSeconds: 7200 }),
      `POST /customers/${customer}/sessions`,
      { token_type: 'Bearer' },
      { expires_in: 3600 },
    ],
    [
      'sessions.revoke',
      (gv) => gv.sessions.revoke({ customerId: customer, jti: jti }),
      `DELETE /customers/${customer}/sessions/${jti}`,
      { jti: jti, revoked: true },
    ],
    ['events.track', (gv) => gv.events.track(EVENT), 'POST /events', { accepted: 1 }, EVENT],
    [
      'events.trackBatch',
      (gv) => gv.events.trackBatch(BATCH),
      'POST /events',
      { accepted: BATCH.length },
      { events: BATCH },
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
    [
      'webhooks.list',
      (gv) => gv.webhooks.list(),
      'GET /webhooks',
      { data: expect.arrayContaining([expect.objectContaining({ id: endpoint, active: true })]) },
    ],
    [
      'webhooks.create',
      async (gv) => {
        const made = await gv.webhooks.create({
          url: 'https://shop.example/genvoris/webhook',
          secret: 'a-secret-of-the-shop',
          events: ['end_customer.created'],
        });
        return { ...made, shownASecret: 'secret' in made };
      },
      'POST /webhooks',
      // A secret that was given is not shown; another one would be the wrong one.
      {
        url: 'https://shop.example/genvoris/webhook',
        events: ['end_customer.created'],
        active: true,
        shownASecret: false,
      },
      {
        url: 'https://shop.example/genvoris/webhook',
        secret: 'a-secret-of-the-shop',
        events: ['end_customer.created'],
      },
    ],
    [
      'webhooks.create without a secret',
      (gv) => gv.webhooks.create({ url: 'https://shop.example/genvoris/webhook' }),
      'POST /webhooks',
      { active: true, secret: expect.stringMatching(/^whsec_/) },
      { url: 'https://shop.example/genvoris/webhook' },
    ],
    ['webhooks.test', (gv) => gv.webhooks.test(endpoint), `POST /webhooks/${endpoint}/test`, undefined],
    ['webhooks.delete', (gv) => gv.webhooks.delete(endpoint), `DELETE /webhooks/${endpoint}`, undefined],
  ];
}
