import { type ProviderOptions, type Report, runProvider } from '@genvoris/conformance';
import type { Database } from '@genvoris/portal';
import { INTERNAL_SECRET, startInstances } from './portal-instances.ts';
import { portalStates } from './portal-states.ts';
import { openStore } from './portal-stores.ts';
import { openProductShop } from './product-shop.ts';

/** A portal that runs, and what provider mode needs to know of it. */
export interface PortalHarness {
  readonly options: ProviderOptions;
  run(more?: Partial<ProviderOptions>): Promise<Report>;
  close(): Promise<void>;
}

export async function startPortalHarness(database: Database): Promise<PortalHarness> {
  const shop = await openProductShop();
  const instances = await startInstances(database);
  const { portal, server } = instances.main;
  const options: ProviderOptions = {
    target: server.url,
    apiKey: (await openStore(portal, { credits: 1_000_000 })).apiKey,
    secondApiKey: (await openStore(portal, { credits: 1_000_000 })).apiKey,
    internalSecret: INTERNAL_SECRET,
    productImage: shop.image,
    setup: portalStates(instances, shop),
  };
  return {
    options,
    run: (more = {}) => runProvider({ ...options, ...more }),
    async close() {
      await instances.close();
      await shop.close();
    },
  };
}
