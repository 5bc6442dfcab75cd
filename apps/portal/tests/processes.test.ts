import { emptyDatabase } from '@genvoris/testing/empty-database';
import { findPostgres, NO_POSTGRES, type PostgresServer } from '@genvoris/testing/postgres-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../src/domain/debits/verify-ledger.ts';
import { addMerchant } from '../src/domain/merchants/merchant.ts';
import { hashPassword } from '../src/domain/merchants/password.ts';
import { changeKey } from '../src/domain/stores/api-key.ts';
import { changeStore } from '../src/domain/stores/change-store.ts';
import type { Database } from '../src/storage/database.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { addStore } from './kit/add-store.ts';
import { INTERNAL_SECRET, type Processes, processesOn } from './kit/processes.ts';
import { REPORT, sendJson } from './kit/send-json.ts';

const server = await findPostgres({ fsync: 'off' });
if (!server) console.warn(`\n  !!! Several processes were NOT tested: ${NO_POSTGRES}\n`);
const SLOW = 60_000;

describe.skipIf(!server)('several portal processes on one database', () => {
  let processes: Processes;
  let urls: string[];
  let limited: string[];
  let database: Database;

  beforeAll(async () => {
    const url = await emptyDatabase(server as PostgresServer);
    processes = processesOn(url);
    // Started at once on an empty database: one migrates and makes the keys, the others wait for it.
    urls = await Promise.all([1, 2, 3].map(() => processes.start()));
    limited = await Promise.all([1, 2, 3].map(() => processes.start({ GENVORIS_RATE_LIMIT_SCALE: '1' })));
    database = await openDatabase({ kind: 'postgres', url, connections: 5 });
  }, SLOW);
  afterAll(async () => {
    await processes?.killAll();
    await database?.close();
    await server?.stop();
  });

  const store = () => addStore(database.db, { name: 'Shared' }, new Date());

  const send = (at: string | undefined, path: string, options?: Parameters<typeof sendJson>[1]) =>
    sendJson(`${at}${path}`, options);

  const track = (at: string | undefined, key: string, more: object = {}, headers = {}) =>
    send(at, '/api/tryon/track', {
      headers: { 'x-internal-secret': INTERNAL_SECRET, ...headers },
      body: { ...REPORT, api_key: key, ...more },
    });

  /** A shopper with a session; both of the first process. */
  async function shopper(key: string) {
    const headers = { authorization: `Bearer ${key}` };
    const plan = await send(urls[0], '/api/v1/plans', { headers, body: { name: 'a', monthlyTryOns: 50 } });
    const customer = { externalId: 'wp_1', planId: plan.body.id };
    await send(urls[0], '/api/v1/customers', { headers, body: customer });
    const session = await send(urls[0], '/api/v1/customers/wp_1/sessions', { headers, body: {} });
    const token = session.body.token as string;
    const { jti } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return { token, jti: jti as string, headers };
  }

  test('debit exactly what there is, whichever is asked and however often', async () => {
    const { storeId, key } = await store();
    // Every debit is asked for twice, at two processes, under one key.
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, n) => {
        const debit = Math.floor(n / 2);
        const { status, body } = await track(urls[n % 3], key, {}, { 'idempotency-key': `debit ${debit}` });
        return { debit, status, left: body.remaining_credits };
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 402]));
    const debited = answers.filter(({ status }) => status === 200);
    expect(new Set(debited.map(({ debit }) => debit)).size).toBe(100);
    expect(new Set(debited.map(({ debit, left }) => `${debit} ${left}`)).size).toBe(100);
    const { balance } = await database.db
      .selectFrom('pools')
      .select('balance')
      .where('store_id', '=', storeId)
      .executeTakeFirstOrThrow();
    expect(balance).toBe(0);
    expect((await verifyLedger(database.db)).faults).toEqual([]);
  });

  test('publish the same keys', async () => {
    const sets = await Promise.all(
      urls.map(async (each) => (await fetch(`${each}/.well-known/jwks.json`)).text()),
    );
    expect(new Set(sets).size).toBe(1);
  });

  test(
    'take a token at once that another signed with a new key',
    async () => {
      const { key } = await store();
      const before = await shopper(key);
      expect((await track(urls[1], key, { end_customer_token: before.token })).status).toBe(200);
      await processes.run('keys', 'rotate');
      const { headers } = before;
      const after = await send(urls[0], '/api/v1/customers/wp_1/sessions', { headers, body: {} });
      for (const token of [before.token, after.body.token]) {
        for (const url of urls)
          expect((await track(url, key, { end_customer_token: token })).status).toBe(200);
      }
    },
    SLOW,
  );

  test(
    'refuse at once what another has taken back: a session, a domain, a key, an account',
    async () => {
      const { storeId, key, keyId } = await store();
      const { token, jti, headers } = await shopper(key);
      const tracked = (body: object = {}) => Promise.all(urls.map((url) => track(url, key, body)));
      const words = async (body?: object) =>
        new Set((await tracked(body)).map(({ status, body: { error } }) => error ?? status));
      // Every process has them in memory now.
      expect(await words({ end_customer_token: token })).toEqual(new Set([200]));

      const path = `/api/v1/customers/wp_1/sessions/${jti}`;
      const revoked = await send(urls[0], path, { method: 'DELETE', headers });
      expect(revoked).toMatchObject({ status: 200, body: { data: { revoked: true } } });
      expect(await words({ end_customer_token: token })).toEqual(new Set(['invalid_session_token']));

      const origin = 'https://elsewhere.example';
      expect(await words({ origin })).toEqual(new Set([200]));
      const change = (what: Omit<Parameters<typeof changeKey>[1], 'storeId' | 'id'>) =>
        changeKey(database.db, { storeId, id: keyId, ...what });
      await change({ allowedDomains: ['shop.example'] });
      expect(await words({ origin })).toEqual(new Set(['domain_not_allowed']));
      await change({ allowedDomains: [] });
      expect(await words({ origin })).toEqual(new Set([200]));

      await changeStore(database.db, storeId, { status: 'SUSPENDED' }, new Date());
      expect(await words()).toEqual(new Set(['account_inactive']));
      await changeStore(database.db, storeId, { status: 'ACTIVE' }, new Date());
      expect(await words()).toEqual(new Set([200]));

      await change({ revokedAt: new Date() });
      expect(await words()).toEqual(new Set(['invalid_key']));
      const listed = await Promise.all(urls.map((url) => send(url, '/api/v1/plans', { headers })));
      expect(listed.map(({ status }) => status)).toEqual([401, 401, 401]);
    },
    SLOW,
  );

  test(
    'know a merchant whom another signed in, and no more once a third signed them out',
    async () => {
      const { storeId } = await store();
      const who = { storeId, email: 'merchant@shop.example', password: 'correct horse battery' };
      const passwordHash = await hashPassword(who.password);
      await addMerchant(database.db, { ...who, passwordHash }, new Date());
      const post = (at: string | undefined, path: string, fields: object, cookie = '') =>
        fetch(`${at}${path}`, {
          method: 'POST',
          body: new URLSearchParams({ ...fields }),
          headers: { origin: at ?? '', cookie },
          redirect: 'manual',
        });
      const signedIn = await post(urls[0], '/login', { email: who.email, password: who.password });
      const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const page = await fetch(`${urls[1]}/dashboard`, { headers: { cookie } });
      const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      expect((await post(urls[2], '/logout', { csrf }, cookie)).status).toBe(303);
      for (const url of urls) {
        const { status } = await fetch(`${url}/dashboard`, { headers: { cookie }, redirect: 'manual' });
        expect(status).toBe(303);
      }
    },
    SLOW,
  );

  test(
    'let through together what a limit says, also when one of them is killed',
    async () => {
      const { key } = await store();
      const ask = (at: string | undefined) => send(at, `/status?api_key=${key}`);
      const answers = await Promise.all(Array.from({ length: 240 }, (_, n) => ask(limited[n % 3])));
      const through = answers.filter(({ status }) => status === 200);
      expect([through.length, answers.length - through.length]).toEqual([120, 120]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
      await processes.kill(limited[0] ?? '');
      limited[0] = await processes.start({ GENVORIS_RATE_LIMIT_SCALE: '1' });
      for (const url of limited) expect((await ask(url)).status).toBe(429);
    },
    SLOW,
  );

  test(
    'let a password be guessed five times in all',
    async () => {
      const body = () => new URLSearchParams({ email: 'nobody@shop.example', password: 'wrong' });
      const statuses = await Promise.all(
        Array.from({ length: 12 }, async (_, n) => {
          const at = limited[n % 3] ?? '';
          return (await fetch(`${at}/login`, { method: 'POST', body: body(), headers: { origin: at } }))
            .status;
        }),
      );
      expect(statuses.sort()).toEqual([401, 401, 401, 401, 401, ...Array(7).fill(429)]);
    },
    SLOW,
  );
});
