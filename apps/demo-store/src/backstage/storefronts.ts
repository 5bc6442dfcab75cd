import { KEY_PREFIX } from '@genvoris/mock';
import type { ExpressStorefront } from '@genvoris/storefront/express';
import type { RequestHandler } from 'express';
import { createStorefront, type StorefrontParts } from '../genvoris/storefront.ts';
import type { RunningPortal } from './portal.ts';
import { PORTAL } from './scenarios.ts';

export interface StorefrontsOptions extends Omit<StorefrontParts, 'apiKey' | 'portalUrl' | 'backendUrl'> {
  mockUrl: string;
  /** Undefined where the demo runs without it. */
  portal: RunningPortal | undefined;
}

/**
 * The shop's storefront once for each scenario in use, all on one ledger: the key picks what the mock servers play. A
 * shop of your own has one key and one storefront.
 */
export function createStorefronts({ mockUrl, portal, ...parts }: StorefrontsOptions) {
  const byScenario = new Map<string, ExpressStorefront>();

  function storefrontOf(scenario: string): ExpressStorefront {
    const known = byScenario.get(scenario);
    if (known) return known;
    const real = scenario === PORTAL ? portal : undefined;
    const url = real?.url ?? mockUrl;
    const apiKey = real?.apiKey ?? `${KEY_PREFIX}${scenario}`;
    const made = createStorefront({ ...parts, apiKey, portalUrl: url, backendUrl: url });
    byScenario.set(scenario, made);
    return made;
  }

  const handler: RequestHandler = (request, response, next) =>
    storefrontOf(parts.visitors.of(request).scenario)(request, response, next);
  return {
    handler,
    close: async () => {
      await Promise.all([...byScenario.values()].map((storefront) => storefront.close()));
    },
  };
}
