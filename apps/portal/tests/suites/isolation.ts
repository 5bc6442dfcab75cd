import { OPERATIONS, type Operation } from '@genvoris/contract';
import { sql } from 'kysely';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PortalOperationId } from '../../src/api/operations/define.ts';
import { operations } from '../../src/api/operations/index.ts';
import type { CallOptions, TestPortal } from '../kit/test-portal.ts';

/** What the second store tries with the first one's ids, per operation that takes a key. */
type Attempt = (first: {
  endpointId: string;
  deliveryId: string;
  planId: string;
  customerId: string;
  externalId: string;
  jti: string;
  token: string;
}) => CallOptions;

const ATTEMPTS: Partial<Record<PortalOperationId, Attempt>> = {
  createPlan: () => ({ body: { externalId: 'shared', name: 'Taken over', monthlyTryOns: 1 } }),
  listPlans: () => ({}),
  getPlan: ({ planId }) => ({ params: { id: planId } }),
  updatePlan: ({ planId }) => ({ params: { id: planId }, body: { name: 'Taken over' } }),
  disablePlan: ({ planId }) => ({ params: { id: planId } }),
  upsertCustomer: ({ externalId, planId }) => ({ body: { externalId, planId } }),
  listCustomers: () => ({}),
  getCustomer: ({ customerId }) => ({ params: { id: customerId } }),
  updateCustomer: ({ externalId }) => ({ params: { id: externalId }, body: { status: 'PAUSED' } }),
  cancelCustomer: ({ customerId }) => ({ params: { id: customerId } }),
  getCustomerUsage: ({ customerId }) => ({ params: { id: customerId } }),
  createGrant: ({ customerId }) => ({ params: { id: customerId }, body: { orderId: 'o1', amount: 1 } }),
  revokeGrant: ({ customerId }) => ({ params: { id: customerId, orderId: 'o1' } }),
  createSession: ({ customerId }) => ({ params: { id: customerId } }),
  listSessions: ({ customerId }) => ({ params: { id: customerId } }),
  revokeSession: ({ customerId, jti }) => ({ params: { id: customerId, jti } }),
  getStatus: () => ({}),
  createWebhookEndpoint: () => ({ body: { url: 'https://second.example/hook' } }),
  listWebhookEndpoints: () => ({}),
  getWebhookEndpoint: ({ endpointId }) => ({ params: { id: endpointId } }),
  updateWebhookEndpoint: ({ endpointId }) => ({ params: { id: endpointId }, body: { active: false } }),
  deleteWebhookEndpoint: ({ endpointId }) => ({ params: { id: endpointId } }),
  testWebhookEndpoint: ({ endpointId }) => ({ params: { id: endpointId } }),
  rotateWebhookSecret: ({ endpointId }) => ({ params: { id: endpointId } }),
  listWebhookDeliveries: ({ endpointId }) => ({ params: { id: endpointId } }),
  replayWebhookDelivery: ({ endpointId, deliveryId }) => ({ params: { id: endpointId, deliveryId } }),
  analyzePhoto: () => ({ body: form() }),
  generateTryon: ({ token }) => ({ body: form(), headers: { 'x-end-customer-token': token } }),
};

const photo = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'teal' } })
  .png()
  .toBuffer();

function form(): FormData {
  const fields = new FormData();
  fields.set('photo', new Blob([new Uint8Array(photo)]), 'me.png');
  fields.set('product_image_url', 'https://shop.example/dress.jpg');
  return fields;
}

const TABLES = [
  'stores',
  'pools',
  'packs',
  'plans',
  'customers',
  'grants',
  'sessions',
  'tryons',
  'outbox',
  'webhook_endpoints',
  'webhook_deliveries',
];

const keyed = Object.values(operations)
  .map(({ operationId }) => OPERATIONS[operationId] as Operation & { operationId: PortalOperationId })
  .filter(({ security }) => security.flat().some((scheme) => scheme.startsWith('ApiKey')))
  .map(({ operationId }) => operationId);

export function isolation(running: () => TestPortal): void {
  describe('a second store can neither read nor change the first by', () => {
    test.each(keyed)('%s', async (operationId) => {
      const attempt = ATTEMPTS[operationId];
      if (!attempt) throw new Error(`${operationId} has no attempt in this suite: add one`);
      const first = await running().store();
      const second = await running().store({ credits: 7 });
      await first.call('createPlan', { body: { externalId: 'shared', name: 'The first', monthlyTryOns: 9 } });
      const { id: customerId, externalId, planId, token } = await first.shopper(5);
      await first.call('createGrant', { params: { id: customerId }, body: { orderId: 'o1', amount: 2 } });
      const { jti } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      const hook = await first.call('createWebhookEndpoint', { body: { url: 'https://first.example/hook' } });
      const endpointId: string = hook.body.id;
      const test = await first.call('testWebhookEndpoint', { params: { id: endpointId } });
      const deliveryId: string = test.body.id;
      const before = await everything(running(), first.storeId);

      const { status, body } = await second.call(
        operationId,
        attempt({ planId, customerId, externalId, jti, token, endpointId, deliveryId }),
      );

      expect(await everything(running(), first.storeId)).toEqual(before);
      const told = JSON.stringify(body ?? '');
      for (const secret of [planId, customerId, jti, token, endpointId, 'The first', first.storeId]) {
        expect(told).not.toContain(secret);
      }
      if (OPERATIONS[operationId].path.includes('{')) expect(status).toBe(404);
    });

    test('trackTryon, with a token of the first', async () => {
      const [first, second] = [await running().store(), await running().store()];
      const { token } = await first.shopper(5);
      const before = await everything(running(), first.storeId);
      expect((await second.track({ token })).body.error).toBe('token_store_mismatch');
      expect(await everything(running(), first.storeId)).toEqual(before);
    });
  });
}

async function everything({ portal }: TestPortal, storeId: string): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const table of TABLES) {
    const { rows } =
      await sql`select * from ${sql.table(table)} where store_id = ${storeId} order by 1, 2`.execute(
        portal.db,
      );
    all[table] = rows;
  }
  return all;
}
