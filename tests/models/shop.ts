import { createHmac } from 'node:crypto';
import http from 'node:http';
import { createMemoryLedger } from '@genvoris/ledger/memory';
import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import type { ErrorReport, ModelOption, ModelSettings, StorefrontOptions } from '@genvoris/storefront';
import { createNodeStorefront } from '@genvoris/storefront/node';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { Browser, SHOP } from '../../packages/storefront/tests/browser.ts';

export const SECRET = 'an order secret of the shop';
export const DAY = 86_400_000;
const UNLIMITED = { limit: 1_000_000, windowSeconds: 60 };

/** A moment in the middle of a month. */
export const START = Date.UTC(2026, 10, 10, 12);

/** The merchant's settings that the tests go by. */
export const SETTINGS = {
  FREE_ALL: { model: 'FREE_ALL', guests: true },
  SUBSCRIPTION: { model: 'SUBSCRIPTION', ctaUrl: '/subscribe' },
  CREDITS_WITH_PURCHASE: { model: 'CREDITS_WITH_PURCHASE', creditsPerOrder: 2, ctaUrl: '/shop' },
  PAY_PER_USE: { model: 'PAY_PER_USE', checkoutUrl: '/pay', productIds: ['pass'], tryOnsPerSession: 2 },
  FREEMIUM: { model: 'FREEMIUM', freePerMonth: 2, ctaUrl: '/upgrade' },
} as const satisfies Record<string, ModelSettings>;

/** A shop with a ledger and a clock of its own, between browsers, its order system and the mock of Genvoris. */
export class Shop {
  readonly ledger = createMemoryLedger();
  readonly reports: ErrorReport[] = [];
  model: ReturnType<Extract<ModelOption, () => unknown>>;
  now = START;
  url = '';
  #events = 0;
  #close = async () => {};

  constructor(model: Shop['model']) {
    this.model = model;
  }

  async open(upstream: ScenarioServer, options: Partial<StorefrontOptions> = {}): Promise<this> {
    const storefront = createNodeStorefront({
      apiKey: 'gvk_test_ALLOWED',
      shopOrigin: SHOP,
      backendUrl: upstream.url,
      portalUrl: upstream.url,
      trustedProxies: 1,
      ledger: this.ledger,
      orderSecret: SECRET,
      now: () => this.now,
      model: () => this.model,
      onError: (report) => this.reports.push(report),
      identify(request) {
        const [, id, email] = /shopper=([^;,]+),?([^;]*)/.exec(request.header('cookie') ?? '') ?? [];
        return id === undefined ? null : { id, ...(email && { email, emailVerified: true }) };
      },
      rateLimits: { receiveShopEvent: UNLIMITED, proxyTryon: UNLIMITED, useCredits: UNLIMITED },
      ...(options as object),
    });
    const { url, close } = await listenOnLoopback(http.createServer(storefront));
    this.url = url;
    this.#close = () => close().then(storefront.close);
    return this;
  }

  async close(): Promise<void> {
    await this.#close();
    await this.ledger.close();
  }

  visitor(id?: string): Browser {
    return new Browser(this.url, id);
  }

  /** Tells the shop's storefront what happened, signed as its order system does. */
  async tell(type: string, data: object, more: { id?: string; occurredAt?: number } = {}) {
    const { id = `event-${++this.#events}`, occurredAt = this.now } = more;
    return this.send({ id, type, occurredAt: new Date(occurredAt).toISOString(), data });
  }

  async send(event: unknown, headers: Record<string, string> = {}) {
    const body = typeof event === 'string' ? event : JSON.stringify(event);
    const signed = { 'x-shop-signature': sign(body, Math.floor(this.now / 1000)) };
    const response = await fetch(`${this.url}/webhooks/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed, ...headers },
      body,
    });
    // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect of it
    return { status: response.status, json: (await response.json()) as any };
  }

  paid(orderId: string, customerId: string | null, more: object = {}) {
    return this.tell('order.paid', {
      ...{ orderId, customerId, currency: 'EUR', totalCents: 8900 },
      ...{ items: [{ productId: 'pass', quantity: 1 }], ...more },
    });
  }
}

export function sign(body: string, seconds: number, secret = SECRET): string {
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}

/** The mock of Genvoris, and shops in front of it that are closed after each test. */
export function useShops() {
  let upstream: ScenarioServer;
  const open: Shop[] = [];
  beforeAll(async () => {
    upstream = await createScenarioServer();
    await upstream.warmUp();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((shop) => shop.close()));
    upstream.reset();
  });
  afterAll(() => upstream.close());
  return {
    get upstream() {
      return upstream;
    },
    async shop(model: Shop['model'], options?: Partial<StorefrontOptions>): Promise<Shop> {
      const shop = await new Shop(model).open(upstream, options);
      open.push(shop);
      return shop;
    },
  };
}
