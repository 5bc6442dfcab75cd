import type { Caller, ProviderStage } from './stage.ts';

/** A plan. */
export async function makePlan(
  stage: ProviderStage,
  fields: Readonly<Record<string, unknown>> = {},
  by: Caller = {},
) {
  const json = { name: stage.fresh('Plan '), monthlyTryOns: 100, ...fields };
  return (await stage.must({ operationId: 'createPlan', body: { json }, ...by })).body;
}

/** A customer; without a plan unless one is given. */
export async function makeCustomer(
  stage: ProviderStage,
  fields: Readonly<Record<string, unknown>> = {},
  by: Caller = {},
) {
  const json = { externalId: stage.fresh('wp_'), ...fields };
  return (await stage.must({ operationId: 'upsertCustomer', body: { json }, ...by })).body;
}

export async function makeSession(
  stage: ProviderStage,
  id: string,
  fields: Readonly<Record<string, unknown>> = {},
  by: Caller = {},
) {
  const call = { operationId: 'createSession', params: { id }, body: { json: fields }, ...by } as const;
  return (await stage.must(call)).body;
}

export async function makeGrant(
  stage: ProviderStage,
  id: string,
  fields: Readonly<Record<string, unknown>> = {},
  by: Caller = {},
) {
  const json = { orderId: stage.fresh('woocommerce_order_'), amount: 5, ...fields };
  return (await stage.must({ operationId: 'createGrant', params: { id }, body: { json }, ...by })).body;
}

export async function makeEndpoint(
  stage: ProviderStage,
  fields: Readonly<Record<string, unknown>> = {},
  by: Caller = {},
) {
  const json = { url: 'https://shop.example/genvoris/webhook', ...fields };
  return (await stage.must({ operationId: 'createWebhookEndpoint', body: { json }, ...by })).body;
}

export async function makeDelivery(stage: ProviderStage, id: string, by: Caller = {}) {
  return (await stage.must({ operationId: 'testWebhookEndpoint', params: { id }, ...by })).body;
}

export interface Shopper {
  readonly id: string;
  readonly externalId: string;
  readonly planId: string;
  readonly token: string;
  readonly jti: string;
}

/** A customer on a plan of their own, with a session. */
export async function makeShopper(
  stage: ProviderStage,
  monthlyTryOns: number,
  by: Caller = {},
): Promise<Shopper> {
  const plan = await makePlan(stage, { monthlyTryOns }, by);
  const customer = await makeCustomer(stage, { planId: plan.id }, by);
  const { token } = await makeSession(stage, customer.id, {}, by);
  return { id: customer.id, externalId: customer.externalId, planId: plan.id, token, jti: jtiOf(token) };
}

/** The session's id, read off its token. */
export function jtiOf(token: unknown): string {
  const claims = claimsOf(token);
  return typeof claims.jti === 'string' ? claims.jti : 'no-jti-in-the-token';
}

export function claimsOf(token: unknown): Record<string, unknown> {
  const [, payload = ''] = String(token).split('.');
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
