import { decodeJwt } from 'jose';
import type { TestStore } from './test-portal.ts';

/** One of everything that a store can have. */
export interface Furnished {
  readonly planId: string;
  readonly customerId: string;
  readonly externalId: string;
  readonly token: string;
  readonly jti: string;
  readonly endpointId: string;
  readonly deliveryId: string;
}

/** Gives the store a plan `shared` that is called The first, a customer on it with a grant `o1`, a visit with an order `o1` and its refund, and an endpoint. */
export async function furnish(store: TestStore): Promise<Furnished> {
  const externalId = 'wp_1';
  const named = { name: 'The first', monthlyTryOns: 9, externalId: 'shared' };
  const { id: planId } = (await store.call('createPlan', { body: named })).body;
  const { id } = (await store.call('upsertCustomer', { body: { externalId, planId } })).body;
  await store.call('createGrant', { params: { id }, body: { orderId: 'o1', amount: 2 } });
  const { token } = (await store.call('createSession', { params: { id } })).body;
  const visit = { sessionId: 'visit-1', productId: 'dress-1', productTitle: 'The first dress' };
  await store.call('trackEvents', { body: { ...visit, eventType: 'TRYON_GENERATED' } });
  const order = { orderId: 'o1', platform: 'custom' };
  await store.call('createConversion', { body: { ...order, ...visit, amountCents: 9_900 } });
  await store.call('createReturn', { body: { ...order, refundedAmountCents: 900 } });
  const hook = await store.call('createWebhookEndpoint', { body: { url: 'https://first.example/hook' } });
  const endpointId: string = hook.body.id;
  const delivery = await store.call('testWebhookEndpoint', { params: { id: endpointId } });
  const jti = decodeJwt(token).jti ?? '';
  return { planId, customerId: id, externalId, token, jti, endpointId, deliveryId: delivery.body.id };
}
