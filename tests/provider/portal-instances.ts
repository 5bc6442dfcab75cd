import { FAILURE_LIMIT } from '@genvoris/contract';
import {
  type Config,
  createLog,
  createPortalOn,
  type Database,
  MovableClock,
  type Portal,
  type PortalServer,
  readConfig,
  servePortal,
} from '@genvoris/portal';

export const INTERNAL_SECRET = 'internal secret of the provider tests';

/** Several portals on one database, each with something of its own. */
export interface PortalInstances {
  readonly main: { readonly portal: Portal; readonly server: PortalServer };
  /** Its limits let one request through. */
  readonly limited: string;
  /** It counts failures to authenticate, by the address that a proxy names. */
  readonly guessed: string;
  /** Its database fails. */
  readonly broken: string;
  /** Its model server does not answer. */
  readonly engineless: string;
  close(): Promise<void>;
}

const CONFIG = readConfig({
  PORT: '0',
  GENVORIS_SECRET: 'a secret of the provider tests, 32 bytes and more',
  GENVORIS_INTERNAL_SECRET: INTERNAL_SECRET,
  GENVORIS_RATE_LIMIT_SCALE: '0',
  GENVORIS_FAILED_AUTHENTICATIONS: '0',
  GENVORIS_ALLOW_PRIVATE_RECEIVERS: 'true',
  LOG_LEVEL: process.env.LOG_LEVEL === 'debug' ? 'debug' : 'silent',
});

export async function startInstances(database: Database): Promise<PortalInstances> {
  const started: PortalServer[] = [];
  const start = async (config: Partial<Config> = {}, on: Database = database) => {
    const all = { ...CONFIG, ...config };
    const clock = new MovableClock();
    // Who opened the database closes it.
    const kept = { ...on, close: async () => {} };
    const portal = await createPortalOn(kept, { config: all, log: createLog(all.logLevel), clock });
    const server = await servePortal(portal, { workers: false });
    started.push(server);
    return { portal, server };
  };
  const main = await start();
  await main.portal.signingKeys.ensure();
  const limited = await start({ rateLimitScale: 1e-9 });
  const guessed = await start({ failedAuthentications: FAILURE_LIMIT.limit, trustedProxies: 1 });
  const failing = failingDatabase(database);
  const broken = await start({}, failing.database);
  const engineless = await start({
    engine: { url: 'http://127.0.0.1:9/', token: undefined, timeoutMs: 1_000 },
  });
  failing.fail();
  return {
    main,
    limited: limited.server.url,
    guessed: guessed.server.url,
    broken: broken.server.url,
    engineless: engineless.server.url,
    async close() {
      for (const server of started.reverse()) await server.close();
    },
  };
}

/** The same database, until it fails; then with a message that must not come out. */
function failingDatabase(database: Database): { database: Database; fail: () => void } {
  let failing = false;
  const check = () => {
    if (failing)
      throw new Error('relation "stores" does not exist, SQLSTATE 42P01, at /srv/portal/src/db.ts:1:1');
  };
  const db = database.db.withPlugin({
    transformQuery({ node }) {
      check();
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return {
    database: {
      ...database,
      db,
      runDedicated: async (statement, values) => {
        check();
        return database.runDedicated(statement, values);
      },
    },
    fail: () => {
      failing = true;
    },
  };
}
