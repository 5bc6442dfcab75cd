import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MovableClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { servePortal } from '../http/server.ts';
import { createLog } from '../log.ts';
import { createPortal, type Portal } from '../portal.ts';
import { addKey } from '../stores/api-key.ts';
import { createStore, type NewStore } from '../stores/create-store.ts';

/** A portal on loopback, with a database of its own, for tests over HTTP. */
export interface RunningPortal {
  readonly portal: Portal;
  readonly clock: MovableClock;
  readonly url: string;
  /** A new store and a key of it. */
  addStore(
    store?: Partial<NewStore>,
    key?: { mode?: 'live' | 'test'; allowedDomains?: string[] },
  ): Promise<TestStore>;
  close(): Promise<void>;
}

export interface TestStore {
  readonly storeId: string;
  readonly key: string;
  /** Calls the portal with the store's key; objects go as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer
  readonly body: any;
}

export async function startPortal(env: Record<string, string> = {}): Promise<RunningPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'));
  const clock = new MovableClock();
  const config = readConfig({
    GENVORIS_DATA: folder,
    PORT: '0',
    LOG_LEVEL: 'error',
    GENVORIS_RATE_LIMIT_SCALE: '0',
    ...env,
  });
  const portal = await createPortal({ config, clock, log: createLog(config.logLevel) });
  const server = await servePortal(portal);
  return {
    portal,
    clock,
    url: server.url,
    async addStore(store = {}, { mode = 'live', allowedDomains = [] } = {}) {
      const now = clock.now();
      const { storeId, key } = await portal.db.transaction().execute(async (trx) => {
        const storeId = await createStore(trx, { name: 'Example Shop', planAllowance: 100, ...store }, now);
        const { key } = await addKey(trx, { storeId, name: 'test', mode, allowedDomains }, now);
        return { storeId, key };
      });
      return {
        storeId,
        key,
        async call(method, path, body, headers = {}) {
          const plain = typeof body === 'object' && body !== null && !(body instanceof FormData);
          const response = await fetch(server.url + path, {
            method,
            headers: {
              authorization: `Bearer ${key}`,
              ...(plain && { 'content-type': 'application/json' }),
              ...headers,
            },
            ...(body !== undefined && { body: plain ? JSON.stringify(body) : (body as FormData) }),
          });
          const text = await response.text();
          return {
            status: response.status,
            headers: response.headers,
            body: text === '' ? undefined : JSON.parse(text),
          };
        },
      };
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
