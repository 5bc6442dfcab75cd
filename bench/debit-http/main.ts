import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addKey, addPack, createStore, migrate, openDatabase } from '@genvoris/portal/debits';
import { type NodeProcess, startNode } from '@genvoris/testing/node-process';
import { findPostgres, NO_POSTGRES } from '@genvoris/testing/postgres-server';
import { Pool } from 'undici';
import { summarize } from '../debit/workload.ts';

// Over HTTP with the secret, the key and an RS256 token verified: the portal beside the naive handler, one
// hot store of many shoppers, on one PostgreSQL server.

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '64' },
    shoppers: { type: 'string', default: '200' },
  },
});
const SECRET = 'an internal secret of the bench';
const server = await findPostgres();
if (!server) throw new Error(NO_POSTGRES);
const programs: NodeProcess[] = [];
const database = await openDatabase({ kind: 'postgres', url: server.url, connections: 4 });
try {
  await migrate(database.db);
  const now = new Date();
  const key = await database.db.transaction().execute(async (trx) => {
    const storeId = await createStore(trx, { name: 'Hot store' }, now);
    await addPack(trx, { storeId, kind: 'purchase', amount: 1_000_000_000, expiresAt: null }, now);
    return (await addKey(trx, { storeId, name: 'bench', mode: 'test' }, now)).key;
  });
  const shared = { PATH: process.env.PATH, DATABASE_URL: server.url };
  const portal = await start(fileURLToPath(import.meta.resolve('@genvoris/portal/cli')), {
    ...shared,
    GENVORIS_SECRET: 'a secret of the bench, at least 32 bytes long',
    GENVORIS_INTERNAL_SECRET: SECRET,
    // Counted, and never reached.
    GENVORIS_RATE_LIMIT_SCALE: '1000000',
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  const tokens = await mintTokens(portal, key, Number(values.shoppers));
  const naive = await start(fileURLToPath(new URL('./naive-server.ts', import.meta.url)), {
    ...shared,
    SECRET,
    JWKS_URL: `${portal}/.well-known/jwks.json`,
  });
  const lines = [
    '# Debits over HTTP',
    '',
    '| | debits/s | p50 ms | p99 ms | ratio |',
    '|---|---:|---:|---:|---:|',
  ];
  let base = 0;
  for (const [name, url] of [
    ['naive handler', naive],
    ['portal', portal],
  ] as const) {
    const { perSecond, p50, p99 } = await load(url, key, tokens);
    base ||= perSecond;
    lines.push(
      `| ${name} | ${Math.round(perSecond)} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${(perSecond / base).toFixed(1)} × |`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  for (const { child } of programs) child.kill();
  await database.close();
  await server.stop();
}

async function load(url: string, key: string, tokens: readonly string[]) {
  const clients = Number(values.clients);
  const pool = new Pool(url, { connections: clients });
  const bodies = tokens.map((token) =>
    JSON.stringify({
      api_key: key,
      product_type: 'apparel',
      variation_count: 4,
      generation_time_ms: 1820,
      success: true,
      product_title: 'Wrap dress',
      page_url: 'https://shop.example/p/dress-42',
      end_customer_token: token,
    }),
  );
  const headers = { 'content-type': 'application/json', 'x-internal-secret': SECRET };
  const latencies: number[] = [];
  const counted = performance.now() + Number(values.seconds) * 300;
  const end = performance.now() + Number(values.seconds) * 1_300;
  let turn = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let began = performance.now(); began < end; began = performance.now()) {
        turn += 1;
        const body = bodies[turn % bodies.length] ?? '';
        const answer = await pool.request({ method: 'POST', path: '/api/tryon/track', headers, body });
        const text = await answer.body.text();
        if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${text}`);
        if (began >= counted) latencies.push(performance.now() - began);
      }
    }),
  );
  await pool.close();
  return summarize(latencies, (performance.now() - counted) / 1_000);
}

async function mintTokens(url: string, key: string, count: number): Promise<string[]> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const post = async (path: string, body: object): Promise<Record<string, string>> => {
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, string>;
  };
  const plan = await post('/api/v1/plans', { name: 'Bench', monthlyTryOns: 1_000_000 });
  const tokens: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const customer = await post('/api/v1/customers', { externalId: `wp_${n}`, planId: plan.id });
    const { token } = await post(`/api/v1/customers/${customer.id}/sessions`, { expires_in: 3_600 });
    if (token !== undefined) tokens.push(token);
  }
  return tokens;
}

async function start(file: string, env: Record<string, string | undefined>): Promise<string> {
  const program = startNode([file], { env });
  programs.push(program);
  const [, url = ''] = await program.says(/at (http:\/\/\S+?),/);
  return url;
}
