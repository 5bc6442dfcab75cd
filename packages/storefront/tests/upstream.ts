import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { SHOP } from './browser.ts';

export const KEY = 'gvk_test_ALLOWED';

/** Scripted upstreams for the tests of this `describe`; each begins with nothing scripted. */
export interface Upstream {
  readonly server: ScenarioServer;
  /** What a storefront in front of them has to be told. */
  readonly options: { apiKey: string; shopOrigin: string; backendUrl: string; portalUrl: string };
}

export function useUpstream(): Upstream {
  let server: ScenarioServer;
  beforeAll(async () => {
    server = await createScenarioServer();
    await server.warmUp();
  });
  afterEach(() => void server.reset());
  afterAll(() => server.close());
  return {
    get server() {
      return server;
    },
    get options() {
      return { apiKey: KEY, shopOrigin: SHOP, backendUrl: server.url, portalUrl: server.url };
    },
  };
}
