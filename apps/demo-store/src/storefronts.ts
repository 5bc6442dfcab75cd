import { KEY_PREFIX } from '@genvoris/mock';
import { createExpressStorefront, type ExpressStorefront } from '@genvoris/storefront/express';
import type { RequestHandler } from 'express';
import type { RunningPortal } from './portal.ts';
import { findScenario, PORTAL } from './scenarios.ts';
import type { Visitors } from './visitors.ts';

export interface StorefrontsOptions {
  shopOrigins: string[];
  upstreamUrl: string;
  /** Undefined where the demo runs without it. */
  portal: RunningPortal | undefined;
  visitors: Visitors;
}

/** The Express adapter, once for each test key in use. A shop of your own has one key and one adapter. */
export function createStorefronts({ shopOrigins, upstreamUrl, portal, visitors }: StorefrontsOptions) {
  const byScenario = new Map<string, ExpressStorefront>();

  function storefrontOf(scenario: string): ExpressStorefront {
    const known = byScenario.get(scenario);
    if (known) return known;
    const real = scenario === PORTAL ? portal : undefined;
    const made = createExpressStorefront({
      apiKey: real?.apiKey ?? `${KEY_PREFIX}${scenario}`,
      shopOrigin: shopOrigins,
      backendUrl: real?.url ?? upstreamUrl,
      portalUrl: real?.url ?? upstreamUrl,
      // Short, so that a stalled upstream shows before the visitor gives up.
      timeoutMs: 2_000,
      proxyTimeoutMs: 15_000,
      identify: ({ host }) => {
        const { signedIn, email, sessionId } = visitors.of(host);
        return signedIn ? { id: 42, email, sessionId } : null;
      },
    });
    byScenario.set(scenario, made);
    return made;
  }

  const handler: RequestHandler = (request, response, next) => {
    const { scenario } = visitors.of(request);
    return storefrontOf(findScenario(scenario)?.name ?? scenario)(request, response, next);
  };
  return {
    handler,
    close: async () => {
      await Promise.all([...byScenario.values()].map((storefront) => storefront.close()));
    },
  };
}
