import { OPERATIONS, type Operation } from '@genvoris/contract';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PortalOperationId } from '../../src/api/operations/define.ts';
import { operations } from '../../src/api/operations/index.ts';
import { type Furnished, furnish } from '../kit/furnish.ts';
import { rowsOf } from '../kit/rows-of.ts';
import type { CallOptions, TestPortal } from '../kit/test-portal.ts';

/** What the second store sends with the first one's ids, where an operation takes more than the ids in its path. */
const ATTEMPTS: Partial<Record<PortalOperationId, (first: Furnished) => CallOptions>> = {
  createPlan: () => ({ body: { externalId: 'shared', name: 'Taken over', monthlyTryOns: 1 } }),
  updatePlan: () => ({ body: { name: 'Taken over' } }),
  upsertCustomer: ({ externalId, planId }) => ({ body: { externalId, planId } }),
  updateCustomer: ({ externalId }) => ({ params: { id: externalId }, body: { status: 'PAUSED' } }),
  createGrant: () => ({ body: { orderId: 'o1', amount: 1 } }),
  trackEvents: () => ({ body: { sessionId: 'visit-1', eventType: 'CLOSED', productId: 'dress-1' } }),
  createConversion: () => ({
    body: { orderId: 'o1', platform: 'custom', amountCents: 1, sessionId: 'visit-1', productId: 'dress-1' },
  }),
  createReturn: () => ({ body: { orderId: 'o1', platform: 'custom', refundedAmountCents: 1 } }),
  createWebhookEndpoint: () => ({ body: { url: 'https://second.example/hook' } }),
  updateWebhookEndpoint: () => ({ body: { active: false } }),
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

const keyed = Object.values(operations)
  .map(({ operationId }) => OPERATIONS[operationId] as Operation & { operationId: PortalOperationId })
  .filter(({ security }) => security.flat().some((scheme) => scheme.startsWith('ApiKey')))
  .map(({ operationId }) => operationId);

export function isolation(running: () => TestPortal): void {
  describe('a second store can neither read nor change the first by', () => {
    test.each(keyed)('%s', async (operationId) => {
      const [first, second] = [await running().store(), await running().store({ credits: 7 })];
      const ids = await furnish(first);
      const before = await rowsOf(running(), first.storeId);

      const { path } = OPERATIONS[operationId];
      const params = { ...ids, id: idIn(path, ids), orderId: 'o1' };
      const options = { params, ...ATTEMPTS[operationId]?.(ids) };
      const { status, body } = await second.call(operationId, options);

      expect(await rowsOf(running(), first.storeId)).toEqual(before);
      const told = JSON.stringify(body ?? '');
      const { planId, customerId, jti, token, endpointId } = ids;
      for (const secret of [planId, customerId, jti, token, endpointId, 'The first', first.storeId]) {
        expect(told).not.toContain(secret);
      }
      if (path.includes('{')) expect(status).toBe(404);
      // Or it was refused for what is not in ATTEMPTS.
      else expect(status).not.toBe(400);
    });

    test('trackTryon, with a token of the first', async () => {
      const [first, second] = [await running().store(), await running().store()];
      const { token } = await first.shopper(5);
      const before = await rowsOf(running(), first.storeId);
      expect((await second.track({ token })).body.error).toBe('token_store_mismatch');
      expect(await rowsOf(running(), first.storeId)).toEqual(before);
    });
  });
}

function idIn(path: string, { planId, customerId, endpointId }: Furnished): string {
  if (path.startsWith('/api/v1/plans')) return planId;
  return path.startsWith('/api/v1/customers') ? customerId : endpointId;
}
