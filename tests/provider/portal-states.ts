import type { ProviderState, StateHandler, StateParams } from '@genvoris/conformance';
import type { Portal } from '@genvoris/portal';
import { allowedCode, consentForm, signIn } from './portal-connect.ts';
import type { PortalInstances } from './portal-instances.ts';
import { openStore, type StoreWish } from './portal-stores.ts';
import type { ProductShop } from './product-shop.ts';

type State = (state: ProviderState) => Promise<StateParams>;

/**
 * Brings a portal into the states that no call of the contract does: through its own API and database, from
 * beside it. The portal itself offers nothing of the kind.
 */
export function portalStates(instances: PortalInstances, shop: ProductShop): StateHandler {
  const { portal, server } = instances.main;
  const store =
    (wish: StoreWish, more: Omit<StateParams, 'apiKey'> = {}): State =>
    async () => ({ apiKey: (await openStore(portal, wish)).apiKey, ...more });
  const elsewhere = { Origin: 'https://elsewhere.example' };
  const states: Readonly<Record<string, State>> = {
    fresh_store: store({}),
    few_credits: store({ credits: 3 }),
    account_inactive: ({ operationId }) =>
      operationId === 'decideConnect' || operationId === 'exchangeConnectCode'
        ? suspendedConnect(portal, server.url, operationId)
        : store({ status: 'SUSPENDED' })({} as ProviderState),
    LOCKED: store({ tryonEnabled: false }),
    EXHAUSTED: store({ credits: 0 }),
    ERROR: store({ status: 'MAINTENANCE' }),
    subscription_without_quota: store({ monetizationModel: 'subscription' }),
    overage: () => inOverage(portal, server.url),
    credit_limit_reached: store({ credits: 0 }),
    domain_not_allowed: store(
      { allowedDomains: ['shop.example'] },
      { headers: elsewhere, body: { origin: 'https://elsewhere.example' } },
    ),
    guessing: async () => ({ target: instances.guessed, headers: { 'X-Forwarded-For': freshAddress() } }),
    rate_limited: async () => ({ target: instances.limited }),
    internal_error: async () => ({
      target: instances.broken,
      // Without a sign-in the consent page asks no database.
      headers: { Cookie: (await signIn(portal)).cookie },
    }),
    delivered: () => delivered(portal, server.url, shop),
    dead: () => dead(portal, server.url),
    consent: async () => ({ headers: { Cookie: (await signIn(portal)).cookie } }),
    allowed: () => decided(portal, server.url, 'allow'),
    denied: () => decided(portal, server.url, 'deny'),
    connected: () => connected(portal, server.url),
  };
  return async (asked) => {
    if (asked.state === 'upstream_unreachable')
      return asked.operationId === 'generateTryon' ? { target: instances.engineless } : undefined;
    return states[asked.state]?.(asked);
  };
}

let addresses = 0;
function freshAddress(): string {
  addresses += 1;
  return `10.3.${addresses >> 8}.${addresses & 255}`;
}

async function decided(portal: Portal, base: string, decision: string): Promise<StateParams> {
  const { cookie } = await signIn(portal);
  return { headers: { Cookie: cookie }, body: { decision, csrf: await consentForm(base, cookie) } };
}

async function connected(portal: Portal, base: string): Promise<StateParams> {
  return { body: await allowedCode(base, (await signIn(portal)).cookie) };
}

/** The account is suspended after the page was shown, or after the code was issued. */
async function suspendedConnect(portal: Portal, base: string, operationId: string): Promise<StateParams> {
  const { cookie, storeId } = await signIn(portal);
  const given: StateParams =
    operationId === 'decideConnect'
      ? { headers: { Cookie: cookie }, body: { decision: 'allow', csrf: await consentForm(base, cookie) } }
      : { body: await allowedCode(base, cookie) };
  await portal.db
    .updateTable('stores')
    .set({ status: 'SUSPENDED' })
    .where('store_id', '=', storeId)
    .execute();
  return given;
}

async function inOverage(portal: Portal, base: string): Promise<StateParams> {
  const { apiKey } = await openStore(portal, { credits: 1, overageEnabled: true });
  for (let count = 0; count < 2; count += 1) {
    const body = {
      api_key: apiKey,
      product_type: 'apparel',
      variation_count: 1,
      generation_time_ms: 1,
      success: true,
    };
    await post(`${base}/api/tryon/track`, { 'x-internal-secret': portal.internalSecret }, body);
  }
  return { apiKey };
}

async function testedEndpoint(portal: Portal, base: string, url: string) {
  const { apiKey, storeId } = await openStore(portal);
  const headers = { authorization: `Bearer ${apiKey}` };
  const { id } = await post(`${base}/api/v1/webhooks`, headers, { url });
  await post(`${base}/api/v1/webhooks/${id}/test`, headers);
  return { apiKey, storeId, params: { id: String(id) } };
}

async function delivered(portal: Portal, base: string, shop: ProductShop): Promise<StateParams> {
  const { apiKey, params } = await testedEndpoint(portal, base, shop.webhook);
  await portal.webhooks.drain();
  return { apiKey, params };
}

async function dead(portal: Portal, base: string): Promise<StateParams> {
  const { apiKey, storeId, params } = await testedEndpoint(portal, base, 'https://shop.example/webhook');
  const given = { status: 'dead' as const, attempts: 8, last_error: 'No answer within 10 seconds.' };
  await portal.db
    .updateTable('webhook_deliveries')
    .set({ ...given, next_attempt_at: null })
    .where('store_id', '=', storeId)
    .execute();
  return { apiKey, params };
}

async function post(
  url: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
