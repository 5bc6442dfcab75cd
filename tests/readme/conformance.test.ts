import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mockSetup } from '@genvoris/conformance';
import { createMock, type Mock } from '@genvoris/mock';
import { bundleWidget } from '@genvoris/widget/build';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { serveStates } from '../provider/state-server.ts';
import { codeBlocks, commandsOf } from './code-blocks.ts';

// The code of packages/conformance/README.md, as its reader would run it, each on a part of the matrix.

const ROOT = join(import.meta.dirname, '../..');
const README = join(ROOT, 'packages/conformance/README.md');
const text = readFileSync(README, 'utf8');
const block = codeBlocks(README);
const run = promisify(execFile);
const WHOLE = 180_000;

let folder: string;
let mock: Mock;

beforeAll(async () => {
  // Inside this package, so that the code finds the packages it imports.
  folder = mkdtempSync(join(import.meta.dirname, '.run-'));
  const cli = join(ROOT, 'packages/conformance/src/cli.ts');
  program('npx', `[ "$1" = genvoris-conformance ] && shift && exec "${process.execPath}" "${cli}" "$@"`);
  // The reader's own server: the one of the other README, in the variables that this one lists.
  writeFileSync(join(folder, 'server.js'), codeBlocks(join(ROOT, 'README.md'))('ts', '// server.ts'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  mock = await createMock({ cors: false });
});
afterAll(async () => {
  await mock?.close();
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

/** Runs a line in the reader's folder and returns what it printed. @throws if it does not exit with 0 */
async function shell(line: string, env: Record<string, string> = {}): Promise<string> {
  const path = `${folder}:${process.env.PATH}`;
  const { stdout } = await run('sh', ['-c', line], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...env, PATH: path },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

test('the two commands at the top judge an adapter and a widget', { timeout: WHOLE }, async () => {
  const [adapter = '', widget = '', ...more] = commandsOf(block('sh', '--widget'));
  expect(more).toEqual([]);
  expect(await shell(`${adapter} --only 'getStorefrontStatus/getStatus/access/*'`)).toContain(
    'conforms (part',
  );
  await shell('mkdir -p dist');
  writeFileSync(join(folder, 'dist/widget.js'), await bundleWidget());
  expect(await shell(`${widget} --only '*/access/EXHAUSTED*'`)).toContain('conforms (part');
});

test('the step of the workflow gates, and writes its report', { timeout: WHOLE }, async () => {
  const [step, ...more] = parse(block('yaml', 'genvoris-conformance')) as { run: string }[];
  expect(more).toEqual([]);
  program('serve.sh', 'exec node server.js');
  await shell(`${step?.run} --only 'getStorefrontStatus/getStatus/access/*'`);
  expect(readFileSync(join(folder, 'conformance.xml'), 'utf8')).toContain('<testsuite');
});

test('an adapter gets every variable of the table', { timeout: WHOLE }, async () => {
  const [, table = ''] = /\| variable \| is \|\n(.*?)\n\n/s.exec(text) ?? [];
  const names = [...table.matchAll(/`([A-Z_]+)`(?=.*?\|.*\|)/g)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(8);
  program('told.sh', `env > told.txt; exec node server.js`);
  await shell(
    `npx genvoris-conformance run --command ./told.sh --only 'getStorefrontStatus/*/access/ALLOWED'`,
  );
  const told = readFileSync(join(folder, 'told.txt'), 'utf8');
  expect(names.filter((name) => !told.includes(`\n${name}=`))).toEqual([]);
});

test('the configuration is taken for the options of the run', { timeout: WHOLE }, async () => {
  writeFileSync(join(folder, 'genvoris-conformance.config.json'), block('json', '"command"'));
  program('php', '[ "$1 $2 $3" = "artisan serve --port" ] && PORT="$4" exec node server.js');
  try {
    const only = "--only 'receiveShopEvent/*' --only 'getStorefrontStatus/getStatus/access/*'";
    expect(await shell(`npx genvoris-conformance run ${only}`)).toContain('conforms (part');
  } finally {
    rmSync(join(folder, 'genvoris-conformance.config.json'));
  }
});

test('both ways of holding a provider do', { timeout: WHOLE }, async () => {
  const [given = '', mocked = '', ...more] = commandsOf(block('sh', 'provider'));
  expect(more).toEqual([]);
  const hook = await serveStates(mockSetup(mock.url));
  const only = "--only 'getStatus/answer/*'";
  try {
    const line = given.replace('http://127.0.0.1:8787', mock.url).replace('http://127.0.0.1:9000/', hook.url);
    expect(line).not.toBe(given);
    const keys = { KEY: 'gvk_live_one', OTHER: 'gvk_live_other', SECRET: 'a secret' };
    expect(await shell(`${line} ${only}`, keys)).toContain('conforms (part');
  } finally {
    await hook.close();
  }
  const line = mocked.replace('http://127.0.0.1:4010', mock.url);
  expect(await shell(`${line} ${only}`)).toContain('conforms (part');
});

test('the exceptions of a provider name cells and checks that there are', { timeout: WHOLE }, async () => {
  writeFileSync(join(folder, 'genvoris-provider.config.json'), block('json', '"unreachable"'));
  const { unreachable, excused } = JSON.parse(block('json', '"unreachable"')) as Record<string, object>;
  try {
    for (const pattern of Object.keys({ ...unreachable, ...excused })) {
      const listed = await shell(`npx genvoris-conformance provider --list --only '${pattern}'`);
      expect(listed, pattern).toContain(pattern.split('/')[0]);
    }
  } finally {
    rmSync(join(folder, 'genvoris-provider.config.json'));
  }
});

test('the code holds a shop from a test', { timeout: WHOLE }, async () => {
  const code = block('ts', 'runConformance');
  const shop = `
import { createServer } from 'node:http';
import { createNodeStorefront } from '@genvoris/storefront/node';

async function startMyShop({ portalUrl, backendUrl, apiKey, origin }) {
  const storefront = createNodeStorefront({
    apiKey, portalUrl, backendUrl, shopOrigin: origin, guests: true, timeoutMs: 1000, trustedProxies: 1,
    basePath: '/api/genvoris',
    identify: ({ host }) => {
      const id = /shop_session=([\\w-]+)/.exec(host.headers.cookie ?? '')?.[1];
      return id ? { id } : null;
    },
  });
  const server = createServer(storefront);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = \`http://127.0.0.1:\${server.address().port}\`;
  return { url, close: () => new Promise((resolve) => server.close(resolve)) };
}`;
  const part = code.replace('runConformance({', "runConformance({ only: ['*/access/*'],");
  const file = join(folder, 'shop.test.js');
  writeFileSync(file, `${part}\nconsole.log(report.total.conform);\n${shop}`);
  expect(Number(await shell(`node shop.test.js`))).toBeGreaterThan(5);
  // The shop is held: one that answers nothing fails as the code says.
  writeFileSync(
    file,
    `${part}\n${shop.replace('createServer(storefront)', 'createServer((_, to) => to.end())')}`,
  );
  await expect(shell('node shop.test.js')).rejects.toThrow('getStorefrontStatus.');
});

test('every option that is named is one of the command', async () => {
  const commands = ['run', 'widget', 'provider'];
  const helps = await Promise.all(commands.map((each) => shell(`npx genvoris-conformance ${each} --help`)));
  const known = new Set(helps.join('\n').match(/--[a-z-]+/g));
  const named = new Set(text.match(/(?<=[\s`])--[a-z-]+/g));
  expect(named.size).toBeGreaterThan(8);
  expect([...named].filter((option) => !known.has(option))).toEqual([]);
});
