import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../src/ledger/verify.ts';
import { type Database, openDatabase } from '../src/storage/database.ts';
import { addKey } from '../src/stores/api-key.ts';
import { createStore } from '../src/stores/create-store.ts';
import { addPack } from '../src/stores/packs.ts';
import { findPostgres, NO_POSTGRES, type PostgresServer } from '../src/testing/postgres-server.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const SECRET = 'an internal secret of the tests';
const server = await findPostgres({ fsync: 'off' });
if (!server) console.warn(`\n  !!! Several processes were NOT tested: ${NO_POSTGRES}\n`);

describe.skipIf(!server)('several portal processes on one database', () => {
  const children: ChildProcess[] = [];
  let url: string;
  let urls: string[];
  let database: Database;

  beforeAll(async () => {
    url = await emptyDatabase(server as PostgresServer);
    // Started at once on an empty database: one migrates and makes the keys, the others wait for it.
    urls = await Promise.all([1, 2, 3].map(() => start(url, children)));
    database = await openDatabase({ kind: 'postgres', url, connections: 5 });
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await database?.close();
    await server?.stop();
  });

  test('debit exactly what there is, whichever is asked and however often', async () => {
    const now = new Date();
    const [storeId, key] = await database.db.transaction().execute(async (trx) => {
      const storeId = await createStore(trx, { name: 'Shared' }, now);
      const { key } = await addKey(trx, { storeId, name: 'key', mode: 'test' }, now);
      await addPack(trx, { storeId, kind: 'purchase', amount: 100, expiresAt: null }, now);
      return [storeId, key];
    });
    // Every debit is asked for twice, at two processes, under one key.
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, n) => {
        const debit = Math.floor(n / 2);
        const response = await fetch(`${urls[n % 3]}/api/tryon/track`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-internal-secret': SECRET,
            'idempotency-key': `debit ${debit}`,
          },
          body: JSON.stringify({
            api_key: key,
            product_type: 'apparel',
            variation_count: 1,
            generation_time_ms: 1,
            success: true,
          }),
        });
        const body = (await response.json()) as { remaining_credits?: number };
        return { debit, status: response.status, left: body.remaining_credits };
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
});

async function emptyDatabase(postgres: PostgresServer): Promise<string> {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  const name = `portal_processes_${process.pid}_${Date.now()}`;
  await admin.query(`create database ${name}`);
  await admin.end();
  const fresh = new URL(postgres.url);
  fresh.pathname = `/${name}`;
  return fresh.href;
}

function start(url: string, children: ChildProcess[]): Promise<string> {
  const child = spawn(process.execPath, [cli, 'serve'], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      GENVORIS_SECRET: 'a secret of the tests, at least 32 bytes long',
      GENVORIS_INTERNAL_SECRET: SECRET,
      GENVORIS_RATE_LIMIT_SCALE: '0',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
        const at = /Portal at (http:\/\/\S+?),/.exec(said)?.[1];
        if (at !== undefined) resolve(at);
      });
    }
    child.on('exit', (code) => reject(new Error(`the portal ended with ${code}: ${said}`)));
  });
}
