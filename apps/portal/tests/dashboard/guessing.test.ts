import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD_LINES } from '../../src/domain/merchants/password-line.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { readDevice } from '../../src/surfaces/dashboard/sign-in/device-cookie.ts';
import { createLoginLimit } from '../../src/surfaces/dashboard/sign-in/login-limit.ts';
import { describeOnBoth } from '../kit/storages.ts';
import { startTestPortal, type TestPortal } from '../kit/test-portal.ts';
import { addSignIn, type Browsing, browse, PASSWORD } from './browse.ts';

// What strangers may do to a merchant's sign-in, and to everybody else by it.

const SETTINGS = { rateLimitScale: 1, trustedProxies: 1 };
const WRONG = 'not the password';
let addresses = 0;
/** An address that nobody else here has. */
function address(): string {
  addresses += 1;
  return `198.51.${addresses >> 8}.${addresses & 255}`;
}

await describeOnBoth('guessing', (locate, storage) => {
  // What is read from a cookie alone, and what waits within a process.
  const testOnce = test.skipIf(storage !== 'PGlite');
  let database: Database;
  const portals: TestPortal[] = [];
  /** Another process on the same database. */
  async function another(): Promise<TestPortal> {
    const portal = await startTestPortal(database, SETTINGS);
    portals.push(portal);
    return portal;
  }
  let portal: TestPortal;
  beforeAll(async () => {
    database = await openDatabase(await locate());
    portal = await another();
  });
  afterAll(async () => {
    for (const each of portals) await each.close();
    await database.close();
  });

  async function signIn(
    browser: Browsing,
    { email, password = PASSWORD, from = address() }: { email: string; password?: string; from?: string },
  ) {
    const headers = { origin: browser.origin, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': from };
    const { status, text, headers: told } = await browser.post('/login', { email, password }, headers);
    return { status, text, wait: Number(told.get('retry-after') ?? 0) };
  }

  /** Wrong passwords as a portal counts them, without hashing any, which takes its time. */
  async function guess(at: TestPortal, email: string, from: string, times: number) {
    const limit = createLoginLimit(at.portal.counters, 1, at.clock);
    const answers: (number | 'tried')[] = [];
    for (let n = 0; n < times; n += 1) {
      const attempt = await limit.ofStranger(from, email);
      answers.push(attempt.ok ? 'tried' : attempt.waitSeconds);
    }
    return answers;
  }

  /** Five wrong passwords from each address, and five more. */
  async function attack(email: string, from: readonly string[]): Promise<void> {
    for (let round = 0; round < 2; round += 1)
      await Promise.all(from.map((each) => guess(portal, email, each, 5)));
  }

  const merchant = async () => addSignIn(portal, await portal.store());

  test('waits for all processes together, and longer the more there was', async () => {
    const [email, from] = [await merchant(), address()];
    expect(await guess(portal, email, from, 3)).toEqual(Array(3).fill('tried'));
    const [fourth, fifth, ...waits] = await guess(await another(), email, from, 4);
    expect([fourth, fifth]).toEqual(['tried', 'tried']);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(60);
    // The right password too, and it is not counted.
    const put = await signIn(browse(portal), { email, from });
    expect([put.status, put.wait > 0 && put.wait <= 60]).toEqual([429, true]);
    // The minute is over.
    await database.db.deleteFrom('rate_limits').where('bucket', 'like', 'signIn.pair.60 %').execute();
    const more = await guess(portal, email, from, 6);
    expect(more.slice(0, 5)).toEqual(Array(5).fill('tried'));
    expect(more[5]).toBeGreaterThan(60);
    // Nobody else waits for it.
    expect((await signIn(browse(portal), { email })).status).toBe(303);
  });

  test('bounds an address, whichever emails it tries', async () => {
    const from = address();
    for (let n = 0; n < 20; n += 1) {
      expect(await guess(portal, `nobody${n}@shop.example`, from, 1)).toEqual(['tried']);
    }
    const email = await merchant();
    expect((await signIn(browse(portal), { email, from })).status).toBe(429);
    expect((await signIn(browse(portal), { email })).status).toBe(303);
  });

  test('locks no merchant out: a browser that was here is spared, and any other has its own two attempts', async () => {
    const [email, nobody] = [await merchant(), 'nobody@shop.example'];
    const own = browse(portal);
    expect((await signIn(own, { email })).status).toBe(303);
    own.cookies.delete('genvoris_session');
    const attackers = Array.from({ length: 30 }, address);
    for (const each of [email, nobody]) await attack(each, attackers);

    // From an attacker's address, behind the same router; at another process too.
    for (const each of [portal, await another()]) {
      const browser = browse(each);
      for (const [name, value] of own.cookies) browser.cookies.set(name, value);
      expect((await signIn(browser, { email, from: attackers[0] as string })).status).toBe(303);
    }
    expect((await signIn(browse(portal), { email, from: attackers[0] as string })).status).toBe(429);
    expect((await signIn(browse(portal), { email })).status).toBe(303);
    // And the same for an email that nobody has.
    for (const each of [email, nobody]) {
      expect(await guess(portal, each, address(), 3)).toEqual(['tried', 'tried', expect.any(Number)]);
    }
  });

  testOnce('is no faster with a stolen cookie, and leaves its owner to sign in', async () => {
    const email = await merchant();
    const owner = browse(portal);
    await signIn(owner, { email });
    const [[name = '', cookie = ''] = []] = [...owner.cookies].filter(([each]) =>
      each.startsWith('genvoris_device_'),
    );
    const headers = new Headers({ cookie: `${name}=${cookie}` });
    const { id = '' } = readDevice(portal.portal.vault, headers, email, portal.clock.now()) ?? {};
    const limit = createLoginLimit(portal.portal.counters, 1, portal.clock);
    for (let n = 0; n < 5; n += 1) expect(await limit.ofKnown(id)).toMatchObject({ ok: true });
    // What is left to the thief is what any stranger has.
    const [thief, from] = [browse(portal), address()];
    thief.cookies.set(name, cookie);
    await guess(portal, email, from, 5);
    expect((await signIn(thief, { email, from })).status).toBe(429);
    expect((await signIn(owner, { email })).status).toBe(303);
  });

  testOnce(
    'is spared for nobody by a cookie of another account, another portal or an older password',
    async () => {
      const [email, other] = [await merchant(), await merchant()];
      const browser = browse(portal);
      await signIn(browser, { email });
      const name = [...browser.cookies.keys()].find((each) => each.startsWith('genvoris_device_')) ?? '';
      const [cookie = '', from] = [browser.cookies.get(name), address()];
      await attack(email, [from]);
      await signIn(browser, { email: other });
      const [foreign = ''] = [...browser.cookies]
        .filter(([each]) => each.startsWith('genvoris_device_') && each !== name)
        .map(([, value]) => value);
      for (const forged of [
        foreign,
        // Another letter, whichever stood there.
        `${cookie.slice(0, -3)}${cookie.at(-3) === 'A' ? 'B' : 'A'}${cookie.slice(-2)}`,
        cookie.replace('v1.', 'v2.'),
        '',
        '"',
        `${cookie}"; ${name}="${cookie}`,
      ]) {
        const stranger = browse(portal);
        stranger.cookies.set(name, forged);
        expect((await signIn(stranger, { email, from })).status).toBe(429);
      }
      const known = browse(portal);
      known.cookies.set(name, cookie);
      expect((await signIn(known, { email, from })).status).toBe(303);
      const { clock } = portal;
      await database.db
        .updateTable('merchants')
        .set({ updated_at: new Date(clock.now().getTime() + 1) })
        .where('email', '=', email)
        .execute();
      known.cookies.set(name, cookie);
      expect((await signIn(known, { email, from })).status).toBe(429);
    },
  );

  testOnce(
    'in a flood puts off whom it has no place for, before what shops ask for has to wait',
    async () => {
      const email = await merchant();
      const own = browse(portal);
      await signIn(own, { email });
      const store = await portal.store();
      const { id } = await store.shopper(5);
      const order: string[] = [];
      const flood = Array.from({ length: 60 }, async () => {
        const { status, wait } = await signIn(browse(portal), { email, password: WRONG });
        order.push(`${status}`);
        return [status, wait > 0] as const;
      });
      await expect.poll(() => PASSWORD_LINES.stranger.full).toBe(true);
      const sessions = Array.from({ length: 5 }, async () => {
        const { status } = await store.call('createSession', { params: { id } });
        order.push('session');
        return status;
      });
      const known = signIn(own, { email });
      expect(await Promise.all(sessions)).toEqual(Array(5).fill(201));
      expect((await known).status).toBe(303);
      const answers = await Promise.all(flood);
      // One is at work and eight wait; while they do, a place may become free for another.
      expect(answers.filter(([status]) => status === 429).length).toBeGreaterThanOrEqual(40);
      expect(answers.filter(([status, wait]) => (status === 429) !== wait)).toEqual([]);
      expect(order.lastIndexOf('session')).toBeLessThan(order.lastIndexOf('401'));
      // What was put off was no attempt.
      const used = await database.db
        .selectFrom('rate_limits')
        .select('used')
        .where('bucket', 'like', 'signIn.address %')
        .execute();
      expect(used.every((row) => Number(row.used) <= 20)).toBe(true);
    },
  );
});
