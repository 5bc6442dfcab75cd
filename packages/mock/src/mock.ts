import { createScenarioServer, type ScenarioServer, type ScenarioServerOptions } from './scenario-server.ts';

/** Options of `createMock`. */
export type MockOptions = ScenarioServerOptions;

/** A running mock: an address, and what it was asked. */
export type Mock = Pick<
  ScenarioServer,
  | 'host'
  | 'port'
  | 'url'
  | 'scenarioUrl'
  | 'requests'
  | 'followed'
  | 'clearRequests'
  | 'waitForRequest'
  | 'warmUp'
  | 'close'
> &
  AsyncDisposable;

/**
 * Serves every spec on one port; each request chooses its scenario by key, path prefix or `Prefer`.
 *
 * @throws ListenError where the port cannot be had
 * @example
 * const mock = await createMock();
 * await fetch(`${mock.url}/status?api_key=gvk_test_EXHAUSTED`);
 * await mock.close();
 */
export function createMock({
  cors = true,
  keepRequests = 1000,
  keepBytes = 64 * 1024 * 1024,
  ...options
}: MockOptions = {}): Promise<Mock> {
  return createScenarioServer({ cors, keepRequests, keepBytes, ...options });
}
