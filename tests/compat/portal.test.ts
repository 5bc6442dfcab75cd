import Genvoris from '@genvoris/node/compat';
import {
  createLog,
  createPortalOn,
  MovableClock,
  openDatabase,
  type Portal,
  type PortalServer,
  readConfig,
  servePortal,
} from '@genvoris/portal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentedMethods } from '../../packages/node/tests/compat/documented-methods.ts';
import { openStore } from '../provider/portal-stores.ts';

// What users of the older client have written, against the portal itself.

let server: PortalServer;
let portal: Portal;

beforeAll(async () => {
  const config = readConfig({
    PORT: '0',
    GENVORIS_SECRET: 'a secret of the older client, 32 bytes and more',
    GENVORIS_INTERNAL_SECRET: 'internal secret of the older client',
    GENVORIS_RATE_LIMIT_SCALE: '0',
    LOG_LEVEL: 'silent',
  });
  const database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  portal = await createPortalOn(database, {
    config,
    log: createLog('silent'),
    clock: new MovableClock(),
  });
  server = await servePortal(portal, { workers: false });
});
afterAll(() => server.close());

/** What the portal gives otherwise than the mock's examples, for this store is new. */
const OF_A_NEW_STORE: Record<string, unknown> = {
  'customers.list': { data: [{ externalId: 'user/42', status: 'ACTIVE' }], next_cursor: null },
  'customers.usage': { data: { current: { used: 0, limit: 100, remaining: 100, ok: true } } },
  'conversions.create': { id: expect.stringMatching(/^conv_/), attributedFromTryOn: false },
  'returns.create': { id: expect.stringMatching(/^ret_/), conversionEventId: null },
};

const named = documentedMethods({ customer: '', known: '', plan: '', endpoint: '', jti: '' }).map(
  ([name]) => name,
);

test.each(named)('%s does at the portal what its documentation says', async (name) => {
  const { apiKey } = await openStore(portal);
  const gv = new Genvoris({ apiKey, baseUrl: `${server.url}/api/v1` });
  const plan = (await gv.plans.create({ name: `Plan of ${name}`, monthlyTryOns: 100 })).id;
  const customer = (await gv.customers.create({ externalId: 'user/42', planId: plan })).id;
  await gv.sessions.mint({ customerId: customer });
  const [{ jti } = expect.fail()] = (await gv.customers.sessions(customer)).data;
  const url = 'https://shop.example/genvoris/webhook';
  const endpoint = (await gv.webhooks.create({ url, events: ['end_customer.created'] })).id;

  const methods = documentedMethods({ customer, known: 'user/42', plan, endpoint, jti });
  const [, call, , answer] = methods.find(([one]) => one === name) ?? expect.fail();
  const wanted = OF_A_NEW_STORE[name] ?? answer;
  const given = await call(gv);
  if (wanted === undefined) expect(given).toBe(undefined);
  else expect(given).toMatchObject(wanted as object);
});
