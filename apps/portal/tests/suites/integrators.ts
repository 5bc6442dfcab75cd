import { fileURLToPath } from 'node:url';
import { EVENT_TYPES } from '@genvoris/contract';
import { validateEvent } from '@genvoris/contract/validators';
import { verifyWebhook } from '@genvoris/node/webhooks';
import { type NodeProcess, startNode } from '@genvoris/testing/node-process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addKey, changeKey } from '../../src/domain/stores/api-key.ts';
import { newId } from '../../src/foundation/ids.ts';
import { streamEvents } from '../../src/surfaces/integrators/event-stream.ts';
import { type Receiver, startReceiver } from '../kit/receiver.ts';
import { type JsonAnswer, sendJson } from '../kit/send-json.ts';
import type { TestPortal } from '../kit/test-portal.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** `portal listen`, `portal trigger` and `portal replay`, as processes against a running portal. */
export function integrators(running: () => TestPortal): void {
  describe('for integrators', () => {
    let receiver: Receiver;
    const started: NodeProcess[] = [];
    beforeAll(async () => {
      receiver = await startReceiver();
    });
    afterEach(() => {
      for (const { child } of started.splice(0)) child.kill();
      receiver.received.length = 0;
    });
    afterAll(() => receiver.close());

    function start(key: string, ...args: string[]): NodeProcess {
      const env = {
        PATH: process.env.PATH,
        GENVORIS_API_KEY: key,
        GENVORIS_PORTAL_URL: running().server.url,
      };
      const program = startNode([CLI, ...args], { env });
      started.push(program);
      return program;
    }

    async function run(key: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
      const { ended, said } = start(key, ...args);
      return { code: await ended, said: said() };
    }

    it('listens: forwards the events of a store, signed, and those only', async () => {
      const [store, other] = [await running().store({ credits: 0 }), await running().store()];
      const { said } = start(store.key, 'listen', '--forward-to', `${receiver.url}/hook`);
      await expect.poll(said).toContain('Signing secret: whsec_');
      const secret = /whsec_\S+/.exec(said())?.[0] ?? '';
      await other.call('createPlan', { body: { name: 'Of another store', monthlyTryOns: 3 } });
      await store.call('createPlan', { body: { name: 'Style club', monthlyTryOns: 3 } });
      await expect.poll(() => receiver.received.length).toBe(1);
      const [request] = receiver.received;
      const event = verifyWebhook(
        request?.body ?? '',
        { ...request?.headers } as Record<string, string>,
        secret,
      );
      expect(event).toMatchObject({ type: 'plan.created', data: { plan: { name: 'Style club' } } });
      await expect.poll(said).toMatch(/plan\.created +evt_\w+ {2}200 {2}\d+ ms/);
    });

    it('triggers an event that listeners and endpoints get', async () => {
      const store = await running().store();
      const { said } = start(
        store.key,
        'listen',
        '--forward-to',
        receiver.url,
        '--events',
        'credit.low_balance',
      );
      await expect.poll(said).toContain('Listening');
      const data = '{"remaining_credits": 3}';
      const triggered = await run(store.key, 'trigger', 'credit.low_balance', '--data', data);
      expect(triggered).toMatchObject({
        code: 0,
        said: expect.stringContaining('Triggered credit.low_balance (evt_'),
      });
      await expect.poll(() => receiver.received.length).toBe(1);
      const event = JSON.parse(receiver.received[0]?.body.toString() ?? '');
      expect(event.data).toMatchObject({ store_id: store.storeId, remaining_credits: 3 });
    });

    it('triggers every event of the contract, as documented', async () => {
      const store = await running().store({ credits: 0 });
      for (const type of EVENT_TYPES) {
        const { status, body } = await trigger(store.key, { type });
        expect(status).toBe(202);
        expect(validateEvent(type, body)).toEqual({ ok: true });
      }
    });

    it.each([
      ['an event that does not exist', { type: 'order.paid' }, 'invalid_body'],
      [
        'data that breaks the event',
        { type: 'credit.low_balance', data: { remaining_credits: -1 } },
        'invalid_body',
      ],
      ['a list for data', { type: 'credit.low_balance', data: [] }, 'invalid_body'],
    ])('does not trigger %s', async (_, body, error) => {
      const answer = await trigger((await running().store()).key, body);
      expect(answer).toMatchObject({ status: 400, body: { error } });
    });

    it('makes nothing up in a real shop: a live key triggers nothing', async () => {
      const { storeId } = await running().store();
      const { portal, clock } = running();
      const { key } = await addKey(portal.db, { storeId, name: 'live', mode: 'live' }, clock.now());
      expect((await trigger(key, { type: 'credit.low_balance' })).status).toBe(400);
    });

    it('tells nothing more to a key that was revoked', async () => {
      const store = await running().store({ credits: 0 });
      const { portal, server, clock } = running();
      const authorization = `Bearer ${store.key}`;
      const stream = await fetch(`${server.url}/dev/events`, { headers: { authorization } });
      const { storeId, keyId } = store;
      const other = await addKey(
        portal.db,
        { storeId, name: 'other', mode: 'test', allowedDomains: [] },
        clock.now(),
      );
      await changeKey(portal.db, { storeId, id: keyId, revokedAt: clock.now() });
      expect((await trigger(other.key, { type: 'webhook.test' })).status).toBe(202);
      expect(await stream.text()).toBe(': listening\n\n');
    });

    it('ends for a listener who does not read when the portal closes', async () => {
      const { storeId, key } = await running().store({ credits: 0 });
      const health = { closing: false };
      const asked = Promise.withResolvers<void>();
      const ended = Promise.withResolvers<void>();
      streamEvents(running().portal, health, storeId, {
        after: undefined,
        // Asked before an event is sent, for which there is no room: the greeting was not read.
        allowed: async () => {
          asked.resolve();
          return true;
        },
        signal: new AbortController().signal,
        closed: ended.resolve,
      });
      expect((await trigger(key, { type: 'webhook.test' })).status).toBe(202);
      await asked.promise;
      await new Promise((resolve) => setTimeout(resolve, 50));
      health.closing = true;
      await ended.promise;
    });

    it('reads no further ahead than a listener reads', async () => {
      const { storeId } = await running().store({ credits: 0 });
      const { portal, clock } = running();
      const now = clock.now();
      const many = Array.from({ length: 700 }, () => ({ id: newId('evt_', now), store_id: storeId }));
      const event = { type: 'webhook.test' as const, created_at: now, data: '{}', taken_at: now };
      await portal.db
        .insertInto('outbox')
        .values(many.map((ids) => ({ ...event, ...ids })))
        .execute();
      const stop = new AbortController();
      const stream = streamEvents(portal, { closing: false }, storeId, {
        after: many[0]?.id,
        allowed: async () => true,
        signal: stop.signal,
        closed: () => {},
      });
      let told = 0;
      const reader = stream.getReader();
      const read = async () => {
        const { done, value } = await reader.read();
        if (!done) told += Buffer.from(value).toString().split('data: ').length - 1;
        return !done;
      };
      while (told === 0) await read();
      // Long enough for a stream that does not wait for its reader.
      await new Promise((resolve) => setTimeout(resolve, 600));
      await portal.db.deleteFrom('outbox').where('store_id', '=', storeId).execute();
      setTimeout(() => stop.abort(), 600);
      while (await read());
      expect(told).toBeGreaterThan(0);
      expect(told).toBeLessThanOrEqual(200);
    });

    it('says what is wrong: no portal, an unknown key, no key, an event that does not exist', async () => {
      const { key } = await running().store();
      const nowhere = await run(key, 'trigger', 'webhook.test', '--portal', 'http://127.0.0.1:1');
      expect(nowhere).toMatchObject({
        code: 1,
        said: expect.stringContaining('There is no portal at http://127.0.0.1:1'),
      });
      const unknown = await run('gvk_test_unknown', 'listen', '--forward-to', receiver.url);
      expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining('The API key is not valid.') });
      const none = await run('', 'listen', '--forward-to', receiver.url);
      expect(none).toMatchObject({ code: 1, said: expect.stringContaining('GENVORIS_API_KEY') });
      const deaf = await run(key, 'listen', '--forward-to', receiver.url, '--events', 'order.paid');
      expect(deaf).toMatchObject({ code: 1, said: expect.stringContaining('"order.paid" is none') });
      const wrong = await run(key, 'trigger', 'order.paid');
      expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('must be one of') });
    });

    it('replays all dead deliveries of an endpoint', async () => {
      const store = await running().store();
      const { body: endpoint } = await store.call('createWebhookEndpoint', {
        body: { url: `${receiver.url}/hook` },
      });
      const params = { id: endpoint.id };
      for (let n = 0; n < 3; n += 1) await store.call('testWebhookEndpoint', { params });
      const { db } = running().portal;
      const mine = db.updateTable('webhook_deliveries').where('endpoint_id', '=', endpoint.id);
      await mine.set({ status: 'dead', attempts: 9, next_attempt_at: null }).execute();
      const replayed = await run(store.key, 'replay', '--endpoint', endpoint.id);
      expect(replayed).toMatchObject({
        code: 0,
        said: expect.stringContaining('3 deliveries are queued once more.'),
      });
      const { body: pending } = await store.call('listWebhookDeliveries', {
        params,
        query: { status: 'pending' },
      });
      expect(pending.data).toHaveLength(3);
      await store.call('deleteWebhookEndpoint', { params });
    });

    function trigger(key: string, body: unknown): Promise<JsonAnswer> {
      const headers = { authorization: `Bearer ${key}` };
      return sendJson(`${running().server.url}/dev/trigger`, { headers, body });
    }
  });
}
