import { createHash } from 'node:crypto';
import { newId } from '@genvoris/portal/debits';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import pg from 'pg';
import { PLAIN_STEPS } from '../debit/contenders.ts';

// The handler one writes first: every check asks the database or the library again, every debit is a
// transaction of its own. The same framework, the same rows, the same answer.

const { DATABASE_URL, JWKS_URL = '', SECRET } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 64 });
const keys = createRemoteJWKSet(new URL(JWKS_URL));
const app = new Hono();

app.post('/api/tryon/track', async (c) => {
  if (c.req.header('x-internal-secret') !== SECRET) return c.json({ error: 'unauthorized' }, 401);
  const body = await c.req.json();
  const client = await pool.connect();
  try {
    const keyHash = createHash('sha256').update(body.api_key).digest('hex');
    const found = await client.query({
      name: 'key',
      text: 'select store_id from api_key_owners where key_hash = $1',
      values: [keyHash],
    });
    const storeId = found.rows[0]?.store_id;
    if (!storeId) return c.json({ error: 'invalid_key' }, 401);
    const { payload } = await jwtVerify(body.end_customer_token, keys, {
      issuer: 'https://genvoris.org',
      audience: 'genvoris-widget',
      algorithms: ['RS256'],
    });
    if (payload.sid !== storeId) return c.json({ error: 'token_store_mismatch' }, 403);
    await client.query('begin');
    const customer = await client.query({
      name: 'customer',
      text: `select c.status, c.period_plan_used, p.monthly_try_ons from customers c
        join plans p on p.store_id = c.store_id and p.id = c.plan_id
        where c.store_id = $1 and c.id = $2 for update of c`,
      values: [storeId, payload.sub],
    });
    const { period_plan_used: used, monthly_try_ons: limit } = customer.rows[0];
    if (used >= limit) {
      await client.query('rollback');
      return c.json({ error: 'end_customer_quota' }, 402);
    }
    await client.query({
      name: 'use',
      text: 'update customers set period_plan_used = period_plan_used + 1 where store_id = $1 and id = $2',
      values: [storeId, payload.sub],
    });
    const tryonId = newId('try_', new Date());
    let packId = '';
    let balance = 0;
    for (const step of PLAIN_STEPS) {
      const { rows } = await client.query(step({ storeId, tryonId, packId }));
      packId = rows[0]?.id ?? packId;
      balance = rows[0]?.balance ?? balance;
    }
    await client.query('commit');
    return c.json({
      success: true,
      remaining_credits: balance - 1,
      variation_count: body.variation_count,
      end_customer_quota: { used: used + 1, limit, remaining: limit - used - 1 },
    });
  } finally {
    client.release();
  }
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`at http://127.0.0.1:${port},\n`);
});
