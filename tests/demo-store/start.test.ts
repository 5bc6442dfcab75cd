import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import type { NodeProcess } from '@genvoris/testing/node-process';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { DATA, runDemo } from './demo.ts';

function start(...args: Parameters<typeof runDemo>): NodeProcess {
  const demo = runDemo(...args);
  onTestFinished(async () => {
    await demo.stop('SIGKILL');
  });
  return demo;
}

afterAll(() => rm(DATA, { recursive: true, force: true }));

it('prints every address and the test keys, serves shop, docs and mocks, and ends on Ctrl-C', async () => {
  const demo = start(['--port', '0', '--mock-port', '0']);
  const [, shop] = await demo.says(/Shop +(http:\S+)/);
  const [, docs] = await demo.says(/API docs +(http:\S+)/);
  const [, mock] = await demo.says(/Mock servers +(http:\S+)/);
  await demo.says(/gvk_test_ALLOWED +trigger/);
  await demo.says(/gvk_test_EXHAUSTED +reset notice/);
  await demo.says(/gvk_test_fault_refused/);
  for (const [url, part] of [
    [`${shop}/`, 'Clothes for most days'],
    [docs, '<html'],
    [`${mock}/status?api_key=gvk_test_LOCKED`, '"LOCKED"'],
  ]) {
    const response = await fetch(url ?? '');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(part);
  }
  expect(await demo.stop('SIGINT')).toBe(0);
}, 60_000);

it('takes the next port when the usual one is in use, and names it', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) =>
    taken.once('error', () => resolve()).listen(4000, '127.0.0.1', resolve),
  );
  const demo = start(['--mock-port', '0', '--no-docs']);
  const [, port] = await demo.says(/Port 4000 for the shop is in use; took (\d+)\./);
  await demo.says(new RegExp(`Shop +http://localhost:${port}`));
  taken.close();
});

it('names the way out when the very port asked for is in use', async () => {
  const { port, close } = await listenOnLoopback(createServer());
  const demo = start(['--mock-port', '0', '--no-docs'], { PORT: String(port) });
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toBe(
    `Port ${port} for the shop is in use. Choose another one, or leave it out and the next free one is taken.\n`,
  );
  await close();
});

it('leaves a folder alone that it did not make', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'genvoris-demo-foreign-'));
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', 'mine.txt'), 'mine');
  const ports = ['--port', '0', '--mock-port', '0', '--portal-port', '0'];
  const demo = start(['--portal', ...ports, '--no-docs', '--portal-data', folder]);
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toBe(
    `${join(folder, 'data')} is there and is not this demo's. Choose another folder with --portal-data, or remove it.\n`,
  );
  expect(await readFile(join(folder, 'data', 'mine.txt'), 'utf8')).toBe('mine');
  await rm(folder, { recursive: true });
}, 30_000);

it('says which folder it could not use', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'genvoris-demo-file-'));
  const file = join(folder, 'file');
  await writeFile(file, '');
  const demo = start(['--port', '0', '--mock-port', '0', '--no-docs', '--data', file]);
  expect(await demo.ended).toBe(1);
  expect(demo.said()).toContain(`The shop's database could not be opened in ${file}: `);
  await rm(folder, { recursive: true });
}, 30_000);

it.each([
  [['--help'], 0, /--mock-port N/],
  [['--port', 'eighty'], 2, /--port \(PORT\) must be a port, 0 to 65535/],
  [['--colour'], 2, /Unknown option '--colour'/],
])('answers %j with exit code %i', async (args, code, text) => {
  const demo = start(args);
  expect(await demo.ended).toBe(code);
  expect(demo.said()).toMatch(text);
});
