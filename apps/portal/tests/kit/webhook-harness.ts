import { verifyWebhook, type WebhookEvent } from '@genvoris/node/webhooks';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Received, type Receiver, startReceiver } from './receiver.ts';
import { startTestPortal, type TestPortal, type TestStore } from './test-portal.ts';

export interface HookEndpoint {
  readonly id: string;
  readonly secret: string;
}

/** A portal that may deliver to this machine, and a receiver there; empty before each test. */
export interface WebhookHarness {
  readonly portal: TestPortal;
  readonly receiver: Receiver;
  received(): readonly Received[];
  register(store: TestStore, more?: Record<string, unknown>): Promise<HookEndpoint>;
  /** Makes a `plan.created` happen. */
  addPlan(store: TestStore): Promise<void>;
  /** Sends what is due by the portal's clock. */
  drain(): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer
  deliveries(store: TestStore, endpoint: { id: string }, query?: Record<string, string>): Promise<any[]>;
  /** The event of a request, verified as a receiver does, by the time of its own machine. */
  opened(request: Received, secret: string): WebhookEvent;
}

/** Sets the harness for the tests of the `describe` it is called in. */
export function webhookHarness(running: () => TestPortal): WebhookHarness {
  let portal: TestPortal;
  let receiver: Receiver;
  // Or what one test left waiting would be sent in the next, when the clock moves.
  const forgetEndpoints = () => portal.portal.db.deleteFrom('webhook_endpoints').execute();
  beforeAll(async () => {
    portal = await startTestPortal(running().portal.database, { allowPrivateReceivers: true });
    receiver = await startReceiver();
    await forgetEndpoints();
  });
  afterEach(async () => {
    await forgetEndpoints();
    receiver.received.length = 0;
    receiver.answer = () => ({ status: 200 });
  });
  afterAll(async () => {
    await portal.close();
    await receiver.close();
  });
  return {
    get portal() {
      return portal;
    },
    get receiver() {
      return receiver;
    },
    received: () => receiver.received,
    async register(store, more = {}) {
      const body = { url: `${receiver.url}/hook`, ...more };
      const created = await store.call('createWebhookEndpoint', { body });
      expect(created.status).toBe(201);
      return created.body;
    },
    async addPlan(store) {
      await store.call('createPlan', { body: { name: 'Style club', monthlyTryOns: 10 } });
    },
    drain: () => portal.portal.webhooks.drain(),
    async deliveries(store, { id }, query = {}) {
      return (await store.call('listWebhookDeliveries', { params: { id }, query })).body.data;
    },
    opened({ headers, body }, secret) {
      return verifyWebhook(body, headers as Record<string, string>, secret);
    },
  };
}
