import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { createCounters } from '../../src/domain/limits/counters.ts';
import type { Config } from '../../src/runtime/config.ts';
import type { Database, RunStatement } from '../../src/storage/database.ts';
import { startTestPortal, type TestPortal, type TestStore } from '../kit/test-portal.ts';

// Of listPlans, 600 a minute.
const SIX = { rateLimitScale: 0.01, trustedProxies: 1 };
let callers = 0;
/** An address that nobody else here has. */
function address(): string {
  callers += 1;
  return `10.1.${callers >> 8}.${callers & 255}`;
}

export function rateLimits(running: () => TestPortal): void {
  const started: TestPortal[] = [];
  afterEach(async () => {
    for (const portal of started.splice(0)) await portal.close();
  });

  /** Another portal on the same database, as another process would be. */
  async function another(
    config: Partial<Config> = SIX,
    database: Database = running().portal.database,
  ): Promise<TestPortal> {
    const portal = await startTestPortal(database, config);
    started.push(portal);
    return portal;
  }

  async function statuses(calls: Promise<{ status: number }>[]): Promise<Record<number, number>> {
    const counts: Record<number, number> = {};
    for (const { status } of await Promise.all(calls)) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  const list = (portal: TestPortal, authorization: string, from: string = address()) =>
    portal.call('listPlans', { headers: { authorization, 'x-forwarded-for': from } });
  const bearer = ({ key }: Pick<TestStore, 'key'>) => `Bearer ${key}`;

  describe('rate limits', () => {
    test('let through what they say, however many portals are asked at once', async () => {
      const portals = [await another(), await another(), await another()];
      const store = await running().store();
      const replies = await Promise.all(
        Array.from({ length: 30 }, (_, n) => list(portals[n % 3] as TestPortal, bearer(store))),
      );
      const through = replies.filter(({ status }) => status === 200);
      const left = through.map(({ headers }) => headers.get('ratelimit')?.split(';')[1]);
      expect(left.sort()).toEqual(['r=0', 'r=1', 'r=2', 'r=3', 'r=4', 'r=5']);
      for (const { status, headers } of replies) {
        expect(headers.get('ratelimit-policy')).toBe('"default";q=6;w=60');
        if (status === 200) continue;
        expect(headers.get('ratelimit')).toMatch(/^"default";r=0;t=\d+$/);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
    });

    test('of one key leave others alone', async () => {
      const portal = await another();
      const [spent, other] = [await running().store(), await running().store()];
      const from = address();
      const many = Array.from({ length: 8 }, () => list(portal, bearer(spent), from));
      expect(await statuses(many)).toEqual({ 200: 6, 429: 2 });
      expect((await list(portal, bearer(other), from)).status).toBe(200);
    });

    test('of keys that are no store’s are one for the address that tries them', async () => {
      const portal = await another();
      const from = address();
      const guess = (n: number, at = from) => list(portal, `Bearer gvk_test_guess${n}`, at);
      expect(await statuses(Array.from({ length: 9 }, (_, n) => guess(n)))).toEqual({ 401: 6, 429: 3 });
      expect((await guess(10)).status).toBe(429);
      expect((await guess(10, address())).status).toBe(401);
      expect((await list(portal, bearer(await running().store()), from)).status).toBe(200);
    });

    test('hold for keys that are tried where the commands ask', async () => {
      const portal = await another();
      const from = address();
      const guess = (n: number) =>
        fetch(`${portal.server.url}/dev/clock`, {
          headers: { authorization: `Bearer gvk_test_guess${n}`, 'x-forwarded-for': from },
        });
      expect(await statuses([0, 1, 2, 3].map(guess))).toEqual({ 401: 1, 429: 3 });
    });

    test('count a network of IPv6 as one caller', async () => {
      const portal = await another();
      const jwks = (from: string) => portal.call('getJwks', { headers: { 'x-forwarded-for': from } });
      callers += 1;
      const group = callers.toString(16);
      const network = `2001:db8:0:${group}`;
      const same = [`${network}::1`, `${network}:0:0:0:2`, `${network}::3`, `${network}:ffff::`];
      expect(await statuses(same.map(jwks))).toEqual({ 200: 3, 429: 1 });
      expect((await jwks(`2001:db8:1:${group}::1`)).status).toBe(200);
    });

    test('begin again when their window is over, and housekeeping forgets it', async () => {
      const { counters, housekeeping, db } = running().portal;
      const counted = { scope: 'brief', address: address(), windowSeconds: 1 };
      const used = async () => (await counters.take(counted)).used;
      const rows = async () => {
        const found = db.selectFrom('rate_limits').select('used').where('bucket', 'like', 'brief %');
        return (await found.execute()).length;
      };
      expect([await used(), await used()]).toEqual([1, 2]);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(await used()).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(await rows()).toBe(1);
      await housekeeping.sweep();
      expect(await rows()).toBe(0);
    });

    test('give a use back to the window it was of, and to no other', async () => {
      const { counters } = running().portal;
      const counted = { scope: 'test', address: address(), windowSeconds: 1 };
      const old = await counters.take(counted);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const taken = await counters.take({ ...counted, windowSeconds: 60 });
      await counters.giveBack(counted, old);
      expect((await counters.take(counted)).used).toBe(2);
      await counters.giveBack(counted, taken);
      expect((await counters.take(counted)).used).toBe(2);
      await counters.clear(counted);
      expect((await counters.take(counted)).used).toBe(1);
    });

    test('give every use a number of its own, over any number of connections and callers', async () => {
      const opened = [1, 2, 3].map(() => running().portal.database.openDedicated());
      const counters = opened.map(({ run }) => createCounters({ run }));
      const use = fc.record({ process: fc.nat(2), caller: fc.nat(3) });
      await fc.assert(
        fc.asyncProperty(fc.array(use, { maxLength: 60 }), async (uses) => {
          const run = address();
          const taken = await Promise.all(
            uses.map(async ({ process, caller }) => {
              const counted = { scope: 'test', address: `${run} ${caller}`, windowSeconds: 60 };
              return { caller, used: (await counters[process]?.take(counted))?.used };
            }),
          );
          for (const caller of [0, 1, 2, 3]) {
            const numbers = taken.filter((each) => each.caller === caller).map(({ used }) => used ?? 0);
            expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, n) => n + 1));
          }
        }),
        { numRuns: 25 },
      );
      for (const connection of opened) await connection.close();
    }, 60_000);

    test('keep what a caller sends in a room of fixed size, and unreadable', async () => {
      const { counters, db } = running().portal;
      for (const text of ['CANARY\0'.repeat(10_000), '\ud800', '']) {
        await counters.take({ scope: 'test', address: text, windowSeconds: 60 });
      }
      const rows = await db.selectFrom('rate_limits').select(['store_id', 'bucket']).execute();
      expect(Math.max(...rows.map(({ bucket }) => bucket.length))).toBeLessThan(100);
      expect(JSON.stringify(rows)).not.toMatch(/CANARY|10\.1\.|gvk_/);
    });

    test('are kept in mind once they are reached: no flood gets to the database', async () => {
      const { database } = running().portal;
      let statements = 0;
      const counting: RunStatement = (...given) => {
        statements += 1;
        return database.runDedicated(...given);
      };
      const portal = await another(SIX, withConnection(database, counting));
      const store = await running().store();
      for (let n = 0; n < 6; n += 1) await list(portal, bearer(store));
      expect(statements).toBe(6);
      expect(await statuses(Array.from({ length: 20 }, () => list(portal, bearer(store))))).toEqual({
        429: 20,
      });
      expect(statements).toBe(6);
    });

    test('let nobody through while the database does not answer, and everybody after', async () => {
      const { database } = running().portal;
      let down = true;
      const failing: RunStatement = async (...given) => {
        if (down) throw new Error('connect ECONNREFUSED 127.0.0.1:5432');
        return database.runDedicated(...given);
      };
      const portal = await another({ rateLimitScale: 1 }, withConnection(database, failing));
      const store = await running().store();
      const refused = await list(portal, bearer(store));
      expect([refused.status, refused.body.error]).toEqual([500, 'internal_error']);
      expect(JSON.stringify(refused.body)).not.toContain('5432');
      const origin = portal.server.url;
      const body = new URLSearchParams({ email: 'a@shop.example', password: 'anything' });
      const signIn = () => fetch(`${origin}/login`, { method: 'POST', body, headers: { origin } });
      expect((await signIn()).status).toBe(500);
      down = false;
      expect((await list(portal, bearer(store))).status).toBe(200);
      expect((await signIn()).status).toBe(401);
    });

    test('outlive the connection they are counted over', async ({ skip }) => {
      if (running().portal.database.kind === 'pglite') skip('PGlite has no connections');
      const portal = await another();
      const store = await running().store();
      expect((await list(portal, bearer(store))).status).toBe(200);
      const killed = await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'genvoris-portal-lane'`.execute(
        portal.portal.db,
      );
      expect(killed.rows.length).toBeGreaterThan(0);
      const rest = Array.from({ length: 8 }, () => list(portal, bearer(store)));
      expect(await statuses(rest)).toEqual({ 200: 5, 429: 3 });
    });
  });
}

/** The same database, counted over another connection. */
function withConnection(database: Database, run: RunStatement): Database {
  return { ...database, openDedicated: () => ({ run, close: async () => {} }) };
}
