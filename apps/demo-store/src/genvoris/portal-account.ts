import { createGenvoris } from '@genvoris/node';
import { externalIdOf, type Shopper } from '../shop/shoppers.ts';

/** What the shop asks of the portal by itself, beside what the storefront asks for shoppers. */
export interface PortalAccount {
  /** Gives the shopper a plan, so that the portal counts by shopper. */
  addShopper(shopper: Shopper): Promise<void>;
  /** Has the portal forget who it was. */
  removeShopper(shopper: Shopper): Promise<void>;
  /** Has the portal send its events to the shop. */
  listenAt(url: string, secret: string): Promise<void>;
  /** What the portal counts of each shopper. */
  usage(shoppers: Shopper[]): Promise<Map<Shopper['id'], { used: number; limit: number }>>;
  close(): Promise<void>;
}

export interface PortalAccountOptions {
  apiKey: string;
  portalUrl: string;
}

/**
 * However shoppers pay, a fair bound for each: whoever takes over an account cannot drain the store. It also makes the
 * portal's debits the shopper's own; without a plan they are nobody's.
 */
const FAIR_USE = { externalId: 'fair-use', name: 'Fair use', monthlyTryOns: 200 };
const DESCRIPTION = 'The demo shop: what becomes of try-ons';

export function createPortalAccount({ apiKey, portalUrl }: PortalAccountOptions): PortalAccount {
  const genvoris = createGenvoris({ apiKey, portalUrl, timeoutMs: 5_000 });
  const { v1 } = genvoris;
  let plan: Promise<string> | undefined;

  async function planId(): Promise<string> {
    // The same externalId is the same plan: it is made once, however often the shop starts.
    const { data } = await v1.POST('/api/v1/plans', { body: FAIR_USE });
    return data.id;
  }

  return {
    async addShopper(shopper) {
      plan ??= planId();
      const { email, name } = shopper;
      await v1.POST('/api/v1/customers', {
        body: { externalId: externalIdOf(shopper), planId: await plan, email, metadata: { name } },
      });
    },
    async removeShopper(shopper) {
      const params = { path: { id: externalIdOf(shopper) } };
      await v1.PATCH('/api/v1/customers/{id}', { params, body: { email: null, metadata: null } });
      await v1.DELETE('/api/v1/customers/{id}', { params });
    },
    async listenAt(url, secret) {
      const { data } = await v1.GET('/api/v1/webhooks');
      // One of an earlier start may have another port, and has another secret.
      for (const { id } of data.data.filter(({ description }) => description === DESCRIPTION)) {
        await v1.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } });
      }
      const events = ['tryon.completed' as const];
      await v1.POST('/api/v1/webhooks', { body: { url, secret, events, description: DESCRIPTION } });
    },
    async usage(shoppers) {
      const found = new Map<Shopper['id'], { used: number; limit: number }>();
      // One that cannot be read is left out.
      await Promise.allSettled(
        shoppers.map(async (shopper) => {
          const path = { id: externalIdOf(shopper) };
          const { data } = await v1.GET('/api/v1/customers/{id}/usage', { params: { path } });
          found.set(shopper.id, data.data.current);
        }),
      );
      return found;
    },
    close: () => genvoris.close(),
  };
}
