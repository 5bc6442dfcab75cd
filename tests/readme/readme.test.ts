import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createMock, type Mock } from '@genvoris/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeBlocks } from './code-blocks.ts';

const ROOT = join(import.meta.dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const run = promisify(execFile);

const block = codeBlocks(join(ROOT, 'README.md'));

let folder: string;
let mock: Mock;

beforeAll(async () => {
  // Inside this package, so that the code finds the packages it imports.
  folder = await mkdtemp(join(import.meta.dirname, '.run-'));
  mock = await createMock();
});
afterAll(async () => {
  await mock?.close();
  await rm(folder, { recursive: true, force: true });
});

async function runBlock(code: string): Promise<string> {
  const file = join(folder, 'block.ts');
  await writeFile(file, code.replaceAll('http://127.0.0.1:4010', mock.url));
  const { stdout } = await run(process.execPath, [file]);
  return stdout.trim();
}

test('the openapi-fetch client creates a customer at the mock', async () => {
  expect(await runBlock(block('ts', 'openapi-fetch'))).toMatch(/^ec_\w+$/);
});

test('the Node client reads the status of its scenario', async () => {
  expect(await runBlock(block('ts', '@genvoris/node'))).toBe('EXHAUSTED 2026-12-01T00:00:00Z');
});

test('the shop server conforms to the contract, by the command that gates CI', async () => {
  await writeFile(join(folder, 'server.ts'), block('ts', '// server.ts'));
  const command = block('sh', 'genvoris-conformance').replaceAll('\\\n', ' ').trim();
  expect(command).toMatch(/^npx genvoris-conformance run /);
  const line = command
    .replace(
      'npx genvoris-conformance',
      `"${process.execPath}" "${join(ROOT, 'packages/conformance/src/cli.ts')}"`,
    )
    .replace("'node ", `'"${process.execPath}" `);
  const { stdout } = await run('sh', ['-c', `${line} --only 'getStorefrontStatus.*'`], { cwd: folder });
  expect(stdout).toMatch(/conform/);
  expect(readFileSync(join(folder, 'conformance.xml'), 'utf8')).toContain('<testsuite');
}, 180_000);

test('the docs command writes a site whose "try it" goes to the given address', async () => {
  const [, ...args] = block('sh', 'apps/docs').trim().split(' ');
  const out = args.indexOf('public/docs');
  args[out] = join(folder, 'docs');
  await run(process.execPath, args, { cwd: ROOT });
  expect(readFileSync(join(folder, 'docs/reference/v1.html'), 'utf8')).toContain('https://mocks.example');
});

test.each(['genvoris-conformance', 'genvoris-mock', 'portal'])(
  'npx and npm run tool find %s in this repository',
  async (command) => {
    const { stdout } = await run('npx', ['--no', '--', command, '--help'], { cwd: ROOT });
    expect(stdout).toContain('Usage: ');
    expect((await run('npm', ['run', '-s', 'tool', '--', command, '--help'], { cwd: ROOT })).stdout).toBe(
      stdout,
    );
  },
  60_000,
);

test('npm run tool names a command that is not there, and hands on how one ends', async () => {
  const tool = (...args: string[]) => run('npm', ['run', '-s', 'tool', '--', ...args], { cwd: ROOT });
  await expect(tool('genvoris')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/no command genvoris here[\s\S]+npm run tool -- <command>/),
  });
  await expect(tool('genvoris-mock', '--nonsense')).rejects.toMatchObject({ code: 2 });
}, 60_000);

test('the two commands are scripts of package.json, and every relative link leads somewhere', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(block('sh', 'npm start')).toContain('npm test');
  expect(scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) });
  for (const [, target = ''] of README.matchAll(/\]\(((?!https?:)[^)]+)\)/g)) {
    const [file = '', heading] = target.split('#');
    expect(existsSync(join(ROOT, file)), target).toBe(true);
    if (heading !== undefined) expect(headings(file), target).toContain(heading);
  }
});

/** As GitHub writes them into addresses. */
function headings(file: string): string[] {
  const lines = readFileSync(join(ROOT, file), 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...lines].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

test('stays under 150 lines', () => {
  expect(README.split('\n').length).toBeLessThan(150);
});
