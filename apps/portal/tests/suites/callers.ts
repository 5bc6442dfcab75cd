import { OPERATIONS, type Operation } from '@genvoris/contract';
import { afterEach, describe, expect, test } from 'vitest';
import type { PortalOperationId } from '../../src/api/operations/define.ts';
import { operations } from '../../src/api/operations/index.ts';
import type { Config } from '../../src/runtime/config.ts';
import type { Database, RunStatement } from '../../src/storage/database.ts';
import { INTERNAL_SECRET } from '../kit/processes.ts';
import { REPORT } from '../kit/send-json.ts';
import { startTestPortal, type TestPortal } from '../kit/test-portal.ts';

let callers = 0;
/** An address that nobody else here has. */
function address(): string {
  callers += 1;
  return `10.2.${callers >> 8}.${callers & 255}`;
}

/** Who asks, and with what in the query. */
export function callerSuite(running: () => TestPortal): void {
  describe('a caller', () => {
    test('may give the key in a header of its own; a bearer token counts before it, and it before the query', async () => {
      const [one, other] = [await running().store({ plan: 'starter' }), await running().store()];
      const planOf = async (headers: Record<string, string>, query: Record<string, string> = {}) => {
        const { status, body } = await running().call('getStatus', { headers, query });
        return status === 200 ? body.plan : body.code;
      };
      const bearer = { authorization: `Bearer ${one.key}` };
      expect(await planOf({ 'x-api-key': one.key }, { api_key: other.key })).toBe('starter');
      expect(await planOf({ ...bearer, 'x-api-key': other.key })).toBe('starter');
      expect(await planOf({ authorization: 'Basic YTpi', 'x-api-key': one.key })).toBe('starter');
      expect(await planOf({ authorization: 'Bearer gvk_test_no', 'x-api-key': one.key })).toBe(
        'invalid_api_key',
      );
      const plan = await running().call('createPlan', {
        headers: { 'x-api-key': one.key },
        body: { name: 'Style club', monthlyTryOns: 5 },
      });
      expect(plan.status).toBe(201);
      expect((await one.call('listPlans')).body.data).toHaveLength(1);
    });

    test.each([
      ['nothing', {}, 'unauthorized'],
      ['another scheme', { authorization: 'Basic YTpi' }, 'unauthorized'],
      ['no token', { authorization: 'Bearer ' }, 'unauthorized'],
      ['two words', { authorization: 'Bearer gvk_test_a b' }, 'unauthorized'],
      ['an empty key', { 'x-api-key': '' }, 'unauthorized'],
      ['a key that is not ours', { authorization: 'Bearer gvk_live_unknown' }, 'invalid_key'],
      ['a token that is no key', { authorization: 'Bearer abc' }, 'invalid_key'],
      ['a key that is not ours in its header', { 'x-api-key': 'gvk_live_unknown' }, 'invalid_key'],
    ])('of v1 with %s is told so', async (_, headers, error) => {
      expect(await running().call('listPlans', { headers })).toMatchObject({ status: 401, body: { error } });
    });

    test('is refused a query parameter that is not documented, or is there twice', async () => {
      const store = await running().store();
      const refused = async (path: string) => {
        const headers = { authorization: `Bearer ${store.key}` };
        const response = await fetch(`${running().server.url}${path}`, { headers });
        const { error, detail, fieldErrors } = (await response.json()) as Record<string, unknown>;
        return [response.status, error, detail, Object.keys(fieldErrors as object)];
      };
      const invalid = (name: string) => [400, 'invalid_body', name, [name]];
      expect(await refused('/api/v1/customers?external_id=wp_1')).toEqual(invalid('/external_id'));
      expect(await refused('/api/v1/plans?api_key=x')).toEqual(invalid('/api_key'));
      expect(await refused('/api/v1/plans?limit=1&limit=2')).toEqual(invalid('/limit'));
      expect(await refused('/api/v1/plans?Limit=1')).toEqual(invalid('/Limit'));
      expect(await refused('/api/v1/plans?a%2Fb~=1')).toEqual(invalid('/a~1b~0'));
      expect(await refused(`/api/v1/plans?${store.key}`)).toEqual(invalid('/[redacted]'));
    });

    test.each(
      Object.keys(operations).filter((id) => {
        const { spec, security }: Operation = OPERATIONS[id as PortalOperationId];
        return (spec === 'v1' && security.length > 0) || spec === 'tryon-track';
      }) as PortalOperationId[],
    )('of %s is refused a query parameter that it does not document', async (operationId) => {
      const store = await running().store();
      const { path }: Operation = OPERATIONS[operationId];
      const params = Object.fromEntries(
        [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => [name, 'x_00000000']),
      );
      const query = { undocumented: '1' };
      const headers = { 'x-internal-secret': INTERNAL_SECRET };
      expect(await store.call(operationId, { params, query, headers })).toMatchObject({
        status: 400,
        body: { error: 'invalid_body', detail: '/undocumented' },
      });
    });

    test('finds a customer by the exact externalId, or nobody', async () => {
      const store = await running().store();
      for (const externalId of ['wp_1', 'wp_11', 'wp_1 '])
        await store.call('upsertCustomer', { body: { externalId } });
      const found = async (externalId: string) => {
        const { status, body } = await store.call('listCustomers', { query: { externalId } });
        return status === 200
          ? body.data.map((each: { externalId: string }) => each.externalId)
          : body.detail;
      };
      expect(await found('wp_1')).toEqual(['wp_1']);
      expect(await found('wp_%')).toEqual([]);
      expect(await found('😀'.repeat(255))).toEqual([]);
      for (const wrong of ['', 'x'.repeat(256), 'a\0b']) expect(await found(wrong)).toBe('/externalId');
    });

    test('may spell two things as before; the spelling of today counts before it', async () => {
      const store = await running().store();
      const { id, planId } = await store.shopper(3);
      await store.call('disablePlan', { params: { id: planId } });
      const plans = async (query: Record<string, string>) =>
        (await store.call('listPlans', { query })).body.data.length;
      expect(await plans({ includeInactive: 'true' })).toBe(1);
      expect(await plans({ includeInactive: 'true', include_inactive: 'false' })).toBe(0);
      const seconds = async (body: object) =>
        (await store.call('createSession', { params: { id }, body })).body.expires_in;
      expect(await seconds({ expiresIn: 120 })).toBe(120);
      expect(await seconds({ expiresIn: 120, expires_in: 60 })).toBe(60);
    });

    test('is told the first field that is wrong, and a sentence where it is none', async () => {
      const store = await running().store();
      const detail = async (body: unknown) => (await store.call('createPlan', { body })).body.detail;
      expect(await detail({ name: '', monthlyTryOns: 0 })).toBe('/name');
      expect(await detail({ name: 'Style club' })).toBe('/monthlyTryOns');
      expect(await detail([])).toMatch(/^must be/);
      expect(await detail('{')).toBe('The body is not JSON.');
    });

    test('is told what was used of how much with every 402 of a customer', async () => {
      const store = await running().store();
      const { id, token } = await store.shopper(2);
      await store.track({ token });
      const refused = async (change: object) => {
        await store.call('updateCustomer', { params: { id }, body: change });
        const { reason, used, limit } = (await store.track({ token })).body;
        return { reason, used, limit };
      };
      expect(await refused({ status: 'PAUSED' })).toEqual({ reason: 'paused', used: 1, limit: 2 });
      const spent = { reason: 'quota_exhausted', used: 2, limit: 2 };
      await store.call('updateCustomer', { params: { id }, body: { status: 'ACTIVE' } });
      await store.track({ token });
      expect(await refused({})).toEqual(spent);
      expect(await refused({ planId: null })).toEqual({ reason: 'no_plan', used: 2, limit: 0 });
      expect(await refused({ status: 'CANCELLED' })).toEqual({ reason: 'cancelled', used: 2, limit: 0 });
    });
  });

  describe('an address that fails to authenticate', () => {
    const started: TestPortal[] = [];
    afterEach(async () => {
      for (const portal of started.splice(0)) await portal.close();
    });
    /** A portal on the same database, as another process would be. */
    async function another(config: Partial<Config> = {}, database: Database = running().portal.database) {
      const portal = await startTestPortal(database, {
        failedAuthentications: 20,
        trustedProxies: 1,
        ...config,
      });
      started.push(portal);
      return portal;
    }
    const list = (portal: TestPortal, key: string, from: string) =>
      portal.call('listPlans', { headers: { 'x-api-key': key, 'x-forwarded-for': from } });
    const guess = (portal: TestPortal, from: string, n = 0) => list(portal, `gvk_test_guess${n}`, from);

    test('twenty times in all ways, at any process, is refused with whatever it presents', async () => {
      const [one, two] = [await another(), await another()];
      const store = await running().store();
      const from = address();
      const headers = { 'x-forwarded-for': from };
      const track = (secret: string, apiKey: string) =>
        two.call('trackTryon', {
          headers: { ...headers, 'x-internal-secret': secret },
          body: { ...REPORT, api_key: apiKey },
        });
      const failures = [
        () => one.call('listPlans', { headers }),
        () => guess(two, from),
        () => track('wrong', store.key),
        () => track(INTERNAL_SECRET, 'gvk_test_wrong'),
        () => one.call('getStatus', { headers, query: { api_key: 'gvk_test_wrong' } }),
        () => two.call('analyzePhoto', { headers, body: new FormData() }),
        async () => await fetch(`${one.server.url}/dev/clock`, { headers }),
      ];
      for (let n = 0; n < 20; n += 1) expect((await failures[n % failures.length]?.())?.status).toBe(401);
      for (const fail of failures) {
        const { status, headers: said } = (await fail()) as { status: number; headers: Headers };
        expect(status).toBe(429);
        expect(Number(said.get('retry-after'))).toBeGreaterThan(290);
      }
      for (const portal of [one, two]) expect((await list(portal, store.key, from)).status).toBe(429);
      expect((await list(one, store.key, address())).status).toBe(200);
      expect((await guess(one, address())).status).toBe(401);
    });

    test('many times at once is told so twenty times', async () => {
      const portals = [await another(), await another()];
      const from = `2001:db8:7:${(callers + 1).toString(16)}`;
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) => guess(portals[n % 2] as TestPortal, `${from}::${n}`, n)),
      );
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(20);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
    });

    test('is let in again when its window is over; what succeeds and what is refused otherwise counts nothing', async () => {
      const { database } = running().portal;
      let counted = 0;
      const counting: RunStatement = (...given) => {
        counted += 1;
        return database.runDedicated(...given);
      };
      const open = { ...database, openDedicated: () => ({ run: counting, close: async () => {} }) };
      const portal = await another({ failedAuthentications: 3 }, open);
      const store = await running().store();
      const from = address();
      expect((await list(portal, store.key, from)).status).toBe(200);
      expect((await store.call('getPlan', { params: { id: 'pln_00000000' } })).status).toBe(404);
      expect(counted).toBe(0);
      for (let n = 0; n < 3; n += 1) expect((await guess(portal, from)).status).toBe(401);
      for (let n = 0; n < 9; n += 1) expect((await guess(portal, from)).status).toBe(429);
      expect(counted).toBe(3);
      await database.db
        .updateTable('rate_limits')
        .set({ expires_at: new Date(0) })
        .execute();
      expect((await guess(await another({ failedAuthentications: 3 }), from)).status).toBe(401);
    });
  });
}
