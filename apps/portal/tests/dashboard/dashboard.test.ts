import { expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/open-database.ts';
import { describeOnBoth, runSuites } from '../kit/storages.ts';
import { startTestPortal } from '../kit/test-portal.ts';
import { addSignIn, browse, PASSWORD, signIn } from './browse.ts';
import { escaping } from './escaping.ts';
import { funnel } from './funnel.ts';
import { isolation } from './isolation.ts';
import { pages } from './pages.ts';
import { signingIn } from './sign-in.ts';

await describeOnBoth('the dashboard', (locate, storage) => {
  // Only what is said in SQL of its own can differ on a server.
  runSuites(storage === 'PGlite' ? [signingIn, pages, funnel, escaping, isolation] : [pages, funnel], locate);
});

test('a stolen sign-in does not lead to the password quickly', async () => {
  const database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  const running = await startTestPortal(database, { rateLimitScale: 1 });
  const email = await addSignIn(running, await running.store());
  const [thief, owner] = [browse(running), browse(running)];
  for (const browser of [thief, owner]) {
    await browser.post('/login', { email, password: PASSWORD });
    await browser.get('/dashboard/settings');
  }
  const change = async (browser: typeof thief, current: string) =>
    (
      await browser.post('/dashboard/settings/password', {
        form: 'password',
        current,
        password: `new ${PASSWORD}`,
      })
    ).text;
  for (let n = 0; n < 5; n += 1) expect(await change(thief, `guess ${n}`)).toContain('is not right');
  expect(await change(thief, PASSWORD)).toContain('was wrong too often');
  // Of another sign-in, which has guesses of its own: it was changed, and the thief is out.
  expect(await change(owner, PASSWORD)).toBe('');
  expect((await thief.get('/dashboard')).status).toBe(303);
  await running.close();
  await database.close();
}, 60_000);

test('a server that closes ends its live feeds instead of waiting for them', async () => {
  const database = await openDatabase({ kind: 'pglite', folder: 'memory://' });
  const running = await startTestPortal(database);
  const browser = await signIn(running, await running.store());
  const feed = await fetch(`${running.server.url}/dashboard/feed`, {
    headers: { cookie: `genvoris_session=${browser.cookies.get('genvoris_session')}` },
  });
  await running.close();
  // One that was waited for in vain would have been cut off, and reading it would fail.
  expect(await feed.text()).toContain(': open');
  await database.close();
});
