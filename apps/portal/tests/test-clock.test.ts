import { verifyWebhook } from '@genvoris/node/webhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONNECT_LINK as LINK } from './kit/connect-link.ts';
import { type Env, type PortalProcess, runPortal, startPortalProcess } from './kit/portal-process.ts';
import { type Receiver, startReceiver } from './kit/receiver.ts';
import { REPORT, sendJson } from './kit/send-json.ts';
import { describeOnBoth, type StorageName, toEnvironment } from './kit/storages.ts';

// `portal serve --clock` and `portal clock` as integrators run them: processes. What is one process's is the same on
// both storages, and so it is tried on PGlite alone.

const KEY = 'gvk_test_of_the_clock';
const SECRET = 'an internal secret of the tests';
const COMMON = {
  GENVORIS_SECRET: 'a secret of the tests, at least 32 bytes long',
  GENVORIS_INTERNAL_SECRET: SECRET,
  GENVORIS_API_KEY: KEY,
};

await describeOnBoth('a test clock', (locate, storage) =>
  testClock(async () => ({ ...COMMON, ...toEnvironment(await locate()) }), storage),
);

function testClock(place: () => Promise<Env>, storage: StorageName): void {
  const testOnce = test.skipIf(storage !== 'PGlite');
  let env: Env;
  let portal: PortalProcess;
  let receiver: Receiver;
  let password: string;

  beforeAll(async () => {
    env = await place();
    receiver = await startReceiver(() => ({ status: 500 }));
    const seeded = await runPortal(env, 'seed', '--key', KEY, '--history', '0');
    password = /password (\S+)/.exec(seeded.said)?.[1] ?? seeded.said;
    portal = await startPortalProcess(env, { args: ['--clock', '--allow-private-receivers'] });
  }, 60_000);
  afterAll(async () => {
    await portal?.stop();
    await receiver?.close();
  });

  const clock = (...args: string[]) =>
    runPortal({ ...env, GENVORIS_PORTAL_URL: portal.url }, 'clock', ...args);
  /** A move that is to work: the rest of a test would go on at the wrong time. */
  const move = async (...args: string[]) => {
    const { code, said } = await clock(...args);
    expect(code, said).toBe(0);
  };
  const timeAt = async (url: string) => {
    const { body } = await sendJson(`${url}/dev/clock`, { headers: { authorization: `Bearer ${KEY}` } });
    return Date.parse(body.now);
  };
  const call = (method: string, path: string, body?: unknown, headers: Env = {}) =>
    sendJson(`${portal.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, ...headers },
      body,
    });
  const track = (token: string) =>
    call(
      'POST',
      '/api/tryon/track',
      { ...REPORT, api_key: KEY, end_customer_token: token },
      { 'x-internal-secret': SECRET },
    );
  const mint = async (id: string) => (await call('POST', `/api/v1/customers/${id}/sessions`, {})).body.token;
  async function shopper(id: string, monthlyTryOns: number): Promise<string> {
    const plan = await call('POST', '/api/v1/plans', { name: id, monthlyTryOns });
    await call('POST', '/api/v1/customers', { externalId: id, planId: plan.body.id });
    return mint(id);
  }

  test('is shown, and renews a period when it goes a month on', async () => {
    const token = await shopper('wp_monthly', 1);
    expect((await track(token)).status).toBe(200);
    expect(await track(token)).toMatchObject({ status: 402, body: { reason: 'quota_exhausted' } });
    expect((await clock()).said).toContain("the machine's time");
    const before = await timeAt(portal.url);
    const advanced = await clock('advance', '31d');
    expect(advanced).toMatchObject({
      code: 0,
      said: expect.stringContaining('31 days ahead of the machine'),
    });
    expect(Math.round(((await timeAt(portal.url)) - before) / 86_400_000)).toBe(31);
    expect((await track(await mint('wp_monthly'))).status).toBe(200);
  });

  testOnce('makes a session token expire', async () => {
    const token = await shopper('wp_session', 5);
    expect((await track(token)).status).toBe(200);
    await move('advance', '61m');
    expect(await track(token)).toMatchObject({ status: 401, body: { error: 'invalid_session_token' } });
  });

  testOnce('works a retry that has become due at once, signed in the time of the receiver', async () => {
    const hook = await call('POST', '/api/v1/webhooks', { url: `${receiver.url}/hook` });
    await call('POST', `/api/v1/webhooks/${hook.body.id}/test`, {});
    await expect.poll(() => receiver.received.length).toBe(1);
    const deliveries = `/api/v1/webhooks/${hook.body.id}/deliveries`;
    const attempts = async () => (await call('GET', deliveries)).body.data[0].attempts;
    await expect.poll(attempts).toBe(1);
    receiver.answer = () => ({ status: 200 });
    await move('advance', '1h');
    await expect.poll(() => receiver.received.length).toBe(2);
    const { body, headers } = receiver.received[1] ?? { body: '', headers: {} };
    const event = verifyWebhook(body, headers as Env, hook.body.secret);
    expect(event.type).toBe('webhook.test');
    await expect.poll(async () => (await call('GET', deliveries)).body.data[0].status).toBe('delivered');
  });

  testOnce('makes a connect code expire, shows itself on the dashboard and ends the sign-in', async () => {
    const cookie = await signIn();
    const page = await fetch(`${portal.url}/dashboard`, { headers: { cookie } });
    expect(await page.text()).toContain('The test clock was moved');
    const [fresh, stale] = [await connectCode(cookie), await connectCode(cookie)];
    await move('advance', '9m');
    expect((await exchange(fresh)).status).toBe(200);
    await move('advance', '2m');
    expect((await exchange(stale)).status).toBe(400);
    await move('advance', '1d');
    const away = await fetch(`${portal.url}/dashboard`, { headers: { cookie }, redirect: 'manual' });
    expect(away.headers.get('location')).toContain('/login');
    expect(await (await fetch(`${portal.url}/login`)).text()).toContain('The test clock was moved');
  });

  testOnce(
    'ends the window of a limit',
    async () => {
      const guess = async () => {
        const body = new URLSearchParams({ email: 'merchant@shop.example', password: 'a wrong one' });
        const response = await fetch(`${portal.url}/login`, {
          method: 'POST',
          headers: { origin: portal.url },
          body,
        });
        return [response.status, Number(response.headers.get('retry-after'))] as const;
      };
      for (let n = 0; n < 5; n += 1) expect((await guess())[0]).toBe(401);
      const [status, seconds] = await guess();
      expect(status).toBe(429);
      expect(seconds).toBeGreaterThan(30);
      await move('advance', `${seconds - 30}s`);
      expect((await guess())[0]).toBe(429);
      await move('advance', '31s');
      expect((await guess())[0]).toBe(401);
    },
    30_000,
  );

  testOnce('goes forward only, to a time that can be read, and back by a reset alone', async () => {
    const past = await clock('set', '2020-01-01T00:00Z');
    expect(past).toMatchObject({ code: 1, said: expect.stringContaining('goes forward only') });
    const wrong = await clock('set', 'tomorrow');
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('/set must be a time') });
    expect(await clock('advance', '3w')).toMatchObject({
      code: 1,
      said: expect.stringContaining('/advance must be a duration'),
    });
    expect((await clock('advance', '99999d')).said).toContain('at most 100 years');
    const year = new Date(await timeAt(portal.url)).getUTCFullYear() + 2;
    expect((await clock('set', `${year}-12-24T10:00Z`)).said).toContain(`${year}-12-24T10:00:0`);
    expect((await clock('reset')).said).toContain("the machine's time");
    expect(Math.abs((await timeAt(portal.url)) - Date.now())).toBeLessThan(60_000);
  });

  testOnce('stays where it is over a restart, which has to know of it', async () => {
    await move('advance', '40d');
    await portal.stop();
    await expect(startPortalProcess(env)).rejects.toThrow('Start with --clock');
    await expect(startPortalProcess(env, { args: ['--clock', '+1d'] })).rejects.toThrow('goes forward only');
    const merchant = await runPortal(env, 'keys', 'rotate');
    expect(merchant.code).toBe(0);
    portal = await startPortalProcess(env, { args: ['--clock', '+50d', '--allow-private-receivers'] });
    await expect.poll(portal.said).toMatch(/The test clock is at \S+, 50 days ahead/);
  });

  test.skipIf(storage === 'PGlite')(
    'holds for every process on the database when the command is done',
    async () => {
      const other = await startPortalProcess(env, { args: ['--clock'] });
      for (let n = 0; n < 5; n += 1) {
        const before = await timeAt(portal.url);
        await sendJson(`${other.url}/dev/clock`, {
          headers: { authorization: `Bearer ${KEY}` },
          body: { advance: '1d' },
        });
        expect((await timeAt(portal.url)) - before).toBeGreaterThanOrEqual(86_400_000);
      }
      await other.stop();
    },
  );

  testOnce('is refused to live keys and strangers, and by a portal that has none', async () => {
    expect(
      (await call('POST', '/dev/clock', { reset: true }, { authorization: 'Bearer gvk_live_x' })).status,
    ).toBe(401);
    await move('reset');
    await portal.stop();
    portal = await startPortalProcess(env);
    const refused = await clock('advance', '1d');
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('portal serve --clock') });
    expect(await clock()).toMatchObject({
      code: 0,
      said: expect.stringContaining("goes by the machine's time"),
    });
  });

  async function signIn(): Promise<string> {
    const response = await fetch(`${portal.url}/login`, {
      method: 'POST',
      headers: { origin: portal.url },
      body: new URLSearchParams({ email: 'merchant@shop.example', password }),
      redirect: 'manual',
    });
    return response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  }

  async function connectCode(cookie: string): Promise<string> {
    const at = `${portal.url}/oauth/wordpress`;
    const page = await (await fetch(`${at}?${new URLSearchParams(LINK)}`, { headers: { cookie } })).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? page;
    const response = await fetch(at, {
      method: 'POST',
      headers: { cookie, origin: portal.url },
      body: new URLSearchParams({ decision: 'allow', csrf }),
      redirect: 'manual',
    });
    return new URL(response.headers.get('location') ?? 'http://none').searchParams.get('code') ?? '';
  }

  const exchange = (code: string) =>
    call('POST', '/oauth/wordpress/exchange', { code, state: LINK.state, return_url: LINK.return_url });
}
