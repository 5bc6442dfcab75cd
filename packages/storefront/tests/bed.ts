import type { ScenarioServer } from '@genvoris/mock';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { ErrorReport } from '../src/index.ts';
import { Browser } from './browser.ts';
import type { Host, RunningHost } from './hosts.ts';
import { useUpstream } from './upstream.ts';

const UNLIMITED = { limit: 1_000_000, windowSeconds: 60 };

/** A host between browsers and scripted upstreams, as the suites of the battery find it. */
export interface Bed extends Pick<Host, 'csrfStatus'> {
  readonly upstream: ScenarioServer;
  readonly host: RunningHost;
  /** What the host was told of failures in this test. */
  readonly reports: ErrorReport[];
  guest(): Browser;
  /** Somebody who is signed in and was not seen before. */
  shopper(): Browser;
  upstreamRequests(operationId: string): ScenarioServer['requests'];
}

/** Starts a host for the tests of this `describe`. */
export function setBed({ start, csrfStatus, name }: Host): Bed {
  const upstream = useUpstream();
  let host: RunningHost;
  let shoppers = 0;
  const reports: ErrorReport[] = [];

  beforeAll(async () => {
    host = await start({
      ...upstream.options,
      guests: true,
      trustedProxies: 1,
      timeoutMs: 700,
      proxyTimeoutMs: 5000,
      rateLimits: {
        getStorefrontStatus: { limit: 5, windowSeconds: 60 },
        getNonce: UNLIMITED,
        proxyAnalyze: UNLIMITED,
      },
      onError: (report) => reports.push(report),
    });
  });
  afterEach(() => {
    reports.length = 0;
  });
  afterAll(() => host.close());

  return {
    csrfStatus,
    reports,
    get upstream() {
      return upstream.server;
    },
    get host() {
      return host;
    },
    guest: () => new Browser(host.url),
    shopper: () => new Browser(host.url, `${name}-${++shoppers}`),
    upstreamRequests: (operationId) =>
      upstream.server.requests.filter((request) => request.operationId === operationId),
  };
}
