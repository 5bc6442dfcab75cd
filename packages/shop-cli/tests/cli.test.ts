import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { createScenarioServer, type ScenarioServer } from '@genvoris/mock';
import { createVault, readConnection } from '@genvoris/storefront';
import { createVaultFolder } from '@genvoris/storefront/node';
import { freePort } from '@genvoris/testing/loopback';
import { runNode, startNode } from '@genvoris/testing/node-process';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Answers, CHOICES } from '../src/init/choices.ts';
import { writeCode } from '../src/init/write-code.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const FOLDER = fileURLToPath(new URL('../.genvoris/', import.meta.url));
const SECRET = 'the secret of the host, 0123456789 0123';

let genvoris: ScenarioServer;
beforeAll(async () => {
  await mkdir(FOLDER, { recursive: true });
  genvoris = await createScenarioServer();
});
afterAll(async () => {
  await genvoris.close();
  await rm(FOLDER, { recursive: true, force: true });
});

async function newShop() {
  const cwd = await mkdtemp(join(FOLDER, 'shop-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const own = { GENVORIS_PORTAL_URL: genvoris.url, GENVORIS_BACKEND_URL: genvoris.url };
  const start = (args: string[], env: Record<string, string> = {}) =>
    startNode([CLI, ...args], { cwd, env: { PATH: process.env.PATH, ...own, ...env } });
  const run = async (args: string[], env?: Record<string, string>) => {
    const { ended, stdout, stderr } = start(args, env);
    return { code: await ended, out: stdout(), err: stderr() };
  };
  return { cwd, own, start, run };
}

describe('genvoris-shop init', () => {
  test.each([
    ['express', 'external', '/api/genvoris'],
    ['fastify', 'woocommerce', '/wp-json/genvoris/v1'],
    ['node', 'wordpress', '/genvoris-proxy'],
    ['fetch', 'laravel', '/api/genvoris'],
  ])(
    'writes a shop on %s of the kind %s that runs, and what it wrote stays',
    async (host, platform, mount) => {
      const { cwd, own, run } = await newShop();
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      const args = ['init', '--host', host, '--platform', platform, '--shop-origin', origin, '--json'];
      const { code, out, err } = await run(args);
      expect(err).toBe('');
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ files: ['.env', 'genvoris.mts'], empty: [] });
      expect((await stat(join(cwd, '.env'))).mode & 0o777).toBe(0o600);
      const env = await readFile(join(cwd, '.env'), 'utf8');

      const key = { GENVORIS_API_KEY: 'gvk_test_ALLOWED', PORT: String(port) };
      const shop = startNode(['--env-file=.env', 'genvoris.mts'], {
        cwd,
        env: { PATH: process.env.PATH, ...own, ...key },
      });
      onTestFinished(() => void shop.stop('SIGKILL'));
      const status = () =>
        fetch(`${origin}${mount}/status`).then(
          (answer) => answer.json(),
          () => shop.said(),
        );
      await expect.poll(status).toMatchObject({ access: 'ALLOWED', canTryOn: true });

      expect(await run(args)).toMatchObject({
        code: 2,
        err: expect.stringContaining('.env is there already'),
      });
      expect(await readFile(join(cwd, '.env'), 'utf8')).toBe(env);
    },
  );

  test('writes what compiles, for each host, model and database', async () => {
    const { cwd } = await newShop();
    const write = async (answers: Answers) => {
      const folder = Object.values(answers).join('-');
      await mkdir(join(cwd, folder));
      await writeFile(join(cwd, folder, 'genvoris.mts'), writeCode(answers));
    };
    for (const host of CHOICES.host)
      for (const platform of CHOICES.platform)
        await write({ host, platform, database: 'sqlite', model: 'PAY_PER_USE' });
    for (const model of CHOICES.model)
      await write({ host: 'node', platform: 'woocommerce', database: 'mysql', model });
    for (const database of ['pglite', 'postgres', 'none'] as const)
      await write({ host: 'node', platform: 'external', database, model: 'FREEMIUM' });
    const include = ['*/genvoris.mts', '../../../node/src/transport/undici-parts.d.ts'];
    const compilerOptions = { noEmit: true, types: ['node'] };
    const config = { extends: '../../../../tsconfig.base.json', include, compilerOptions };
    await writeFile(join(cwd, 'tsconfig.json'), JSON.stringify(config));
    const { resolve } = createRequire(new URL('../../../', import.meta.url));
    const tsc = join(dirname(resolve('typescript-native/package.json')), 'bin/tsc');
    expect((await runNode([tsc, '-p', cwd])).said).toBe('');
  });

  test('asks at a terminal, again where an answer is none, and does nothing where nobody answers', async () => {
    const { cwd } = await newShop();
    const terminal = ['--import', 'data:text/javascript,process.stdin.isTTY=true', CLI, 'init'];
    const asked = (input: string) => spawnSync(process.execPath, terminal, { cwd, input, encoding: 'utf8' });
    const gone = asked('shopify\n');
    expect(gone).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing was answered') });
    expect(await readdir(cwd)).toEqual([]);
    const { status, stdout } = asked('shopfy\nshopify\n\nFREEMIUM\npostgres\n');
    expect(status).toBe(0);
    expect(stdout).toContain('npm install @genvoris/storefront @genvoris/ledger pg express');
    expect(stdout).toContain('put SHOPIFY_SHOP and SHOPIFY_CLIENT_SECRET into .env');
    expect(await readFile(join(cwd, 'genvoris.mts'), 'utf8')).toContain('platform: shopify({');
  });

  test.each([
    [['--host', 'apache'], '--host'],
    [['--shop-origin', 'shop.example'], '--shop-origin'],
    [['--model', 'FREEMIUM', '--database', 'none'], '--database'],
  ])('names what it cannot use of %j, and writes nothing', async (args, named) => {
    const { cwd, run } = await newShop();
    expect(await run(['init', ...args])).toMatchObject({ code: 2, err: expect.stringContaining(named) });
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('genvoris-shop doctor', () => {
  test('finds what is wrong, says what to do, and shows no secret', async () => {
    const { run } = await newShop();
    const env = {
      SHOP_ORIGIN: 'http://127.0.0.1:1',
      GENVORIS_API_KEY: 'gvk_test_invalid_api_key',
      GENVORIS_LEDGER: 'postgres://shop:canary@127.0.0.1:1/shop',
    };
    const { code, out, err } = await run(['doctor', '--json'], env);
    expect(err).toBe('');
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: { check: string; ok: boolean; todo?: string }[] };
    expect(findings.map(({ check, ok }) => [check, ok])).toEqual([
      ['key', false],
      ['portal', true],
      ['clock', true],
      ['database', false],
      ['webhook', false],
    ]);
    for (const { ok, todo } of findings) expect(ok || todo).toBeTruthy();
    expect(out).not.toMatch(/canary|gvk_test_invalid_api_key/);
  });

  test('finds nothing where all is well', async () => {
    const { run, cwd, own } = await newShop();
    const port = await freePort();
    const SHOP_ORIGIN = `http://127.0.0.1:${port}`;
    await run(['init', '--host', 'node', '--model', 'FREEMIUM', '--shop-origin', SHOP_ORIGIN]);
    const env = {
      GENVORIS_API_KEY: 'gvk_test_ALLOWED',
      GENVORIS_WEBHOOK_SECRET: 'whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=',
      PORT: String(port),
    };
    const shop = startNode(['--env-file=.env', 'genvoris.mts'], {
      cwd,
      env: { PATH: process.env.PATH, ...own, ...env },
    });
    onTestFinished(() => void shop.stop('SIGKILL'));
    const status = () =>
      fetch(`${SHOP_ORIGIN}/api/genvoris/status`).then(
        (answer) => answer.json(),
        () => shop.said(),
      );
    await expect.poll(status).toMatchObject({ access: 'ALLOWED', ctaType: 'sign_in' });
    const { code, out } = await run(['doctor'], env);
    expect(out).not.toContain('WRONG');
    expect(out).toContain('0 accounts and 0 entries add up');
    expect(code).toBe(0);
  });
});

test('genvoris-shop connect receives the answer on this machine and seals what it brings', async () => {
  const { cwd, start } = await newShop();
  const command = start(['connect', '--email', 'ada@shop.example'], { GENVORIS_SECRET: SECRET });
  const [, address = ''] = await command.says(/^ {2}(http\S+)$/m);
  const { pathname, searchParams } = new URL(address);
  expect(pathname).toBe('/oauth/wordpress');
  const back = searchParams.get('return_url') ?? '';
  // Another page of the browser, which does not know the state, is not heard.
  expect((await fetch(`${back}?code=gvc_forged&state=forged`)).status).toBe(404);
  const code = 'gvc_4tYb8QmZr2Kx7LwN9sPd3VhF';
  await fetch(`${back}?${new URLSearchParams({ code, state: searchParams.get('state') ?? '' })}`);
  expect(await command.ended, command.said()).toBe(0);
  const vault = createVault({ secret: SECRET, storage: createVaultFolder(join(cwd, '.genvoris/vault')) });
  expect(await readConnection(vault)).toMatchObject({
    apiKey: { kind: 'secret' },
    webhookSecret: { kind: 'secret' },
  });
  expect(command.said()).not.toMatch(/gvk_|whsec_/);
});

test('genvoris-shop uninstall asks, and may be run twice', async () => {
  const { cwd, run } = await newShop();
  const env = { GENVORIS_LEDGER: 'sqlite:ledger.sqlite', GENVORIS_SECRET: SECRET };
  const vault = createVault({ secret: SECRET, storage: createVaultFolder(join(cwd, '.genvoris/vault')) });
  await vault.write('api-key', 'gvk_test_x');
  expect(await run(['ledger', 'verify', '--json'], env)).toMatchObject({
    code: 0,
    out: expect.stringContaining('"problems": []'),
  });
  expect(await run(['uninstall'], env)).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
  expect(await readdir(join(cwd, '.genvoris/vault'))).toEqual(['api-key']);
  // Another shop's tables in the same database stay.
  const other = { ...env, GENVORIS_LEDGER_PREFIX: 'other_' };
  expect(await run(['ledger', 'verify'], other)).toMatchObject({ code: 0 });
  for (let n = 0; n < 2; n++) expect(await run(['uninstall', '--yes'], env)).toMatchObject({ code: 0 });
  await expect(readdir(join(cwd, '.genvoris/vault'))).rejects.toThrow('ENOENT');
  const tables = () => {
    const database = new DatabaseSync(join(cwd, 'ledger.sqlite'));
    const names = database.prepare("select name from sqlite_schema where name like '%genvoris%'").all();
    database.close();
    return JSON.stringify(names).replaceAll('other_genvoris', '').includes('genvoris')
      ? 'ours'
      : names.length;
  };
  expect(tables()).toBeGreaterThan(0);
  expect(await run(['uninstall', '--yes'], other)).toMatchObject({ code: 0 });
  expect(tables()).toBe(0);
});

test.each<[string[], Record<string, string>, string]>([
  [['doctor', '--env', 'nowhere'], {}, 'nowhere'],
  [['--env', 'nowhere', 'doctor'], {}, '--env nowhere'],
  [['doctor'], { GENVORIS_SECRET: 'canary' }, 'GENVORIS_SECRET'],
  [['doctor'], { GENVORIS_PORTAL_URL: 'ftp://canary' }, 'GENVORIS_PORTAL_URL'],
  [['ledger', 'verify'], {}, 'GENVORIS_LEDGER'],
  [['ledger', 'verify'], { GENVORIS_LEDGER: 'sqlite:no-folder/ledger.sqlite' }, 'its folder has to be there'],
  [['ledger', 'verify'], { GENVORIS_LEDGER: 'oracle://shop:canary@db' }, 'GENVORIS_LEDGER'],
  [['ledger', 'verify'], { GENVORIS_LEDGER: 'postgres://shop:canary@127.0.0.1:1/shop' }, 'ECONNREFUSED'],
  [
    ['ledger', 'verify'],
    { GENVORIS_LEDGER: 'sqlite:x', GENVORIS_LEDGER_PREFIX: 'a; drop' },
    'GENVORIS_LEDGER_PREFIX',
  ],
  [['connect'], {}, '--email'],
  [['connect', '--email', 'a@b.example'], {}, 'GENVORIS_SECRET'],
  [
    ['connect', '--email', 'a@b.example'],
    { GENVORIS_SECRET: SECRET, GENVORIS_API_KEY: 'canary-key' },
    'GENVORIS_API_KEY',
  ],
  [['connect', '--email', 'a@b.example', '--port', 'x'], {}, '--port'],
  [['nothing'], {}, 'nothing'],
])('%j with %j is answered with the name of what is wrong', async (args, env, named) => {
  const { run } = await newShop();
  const { code, err } = await run(args, env);
  expect(err).toContain(named);
  expect(err).not.toMatch(/canary|\n {4}at /);
  expect(code).toBe(2);
});

test.each([[], ['init'], ['doctor'], ['connect'], ['ledger'], ['ledger', 'verify'], ['uninstall']])(
  'genvoris-shop %s %s --help says what it does',
  async (...args) => {
    const { run } = await newShop();
    const { code, out } = await run([...args, '--help']);
    expect(out).toContain(`Usage: genvoris-shop${args.map((arg) => ` ${arg}`).join('')}`);
    expect(code).toBe(0);
  },
);
