import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { runNode } from '@genvoris/testing/node-process';
import { afterAll, describe, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'genvoris-docs-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const docs = (...args: string[]) => runNode([MAIN, ...args], { cwd: folder });

describe('the docs command', () => {
  test('writes into a new folder, and again over the site that is there', async () => {
    const out = join(folder, 'deep', 'site');
    expect((await docs('--out', out)).code).toBe(0);
    writeFileSync(join(out, 'reference', 'gone.html'), '');
    expect(await docs('--out', out, '--mock-url', 'https://mocks.example/')).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(readdirSync(join(out, 'reference'))).not.toContain('gone.html');
    const page = readFileSync(join(out, 'reference/storefront.html'), 'utf8');
    expect(page).toContain('https://mocks.example/storefront&quot;');
  });

  test('leaves a folder alone that holds something else', async () => {
    const out = join(folder, 'project');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'mine');
    const { code, stderr } = await docs('--out', out);
    expect(stderr).toContain(`${out} holds files, but no site of this builder. Choose another folder`);
    expect(code).toBe(2);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('mine');
  });

  test('leaves a file alone that has the name of the folder', async () => {
    const out = join(folder, 'package.json');
    writeFileSync(out, '{}');
    const { code, stderr } = await docs('--out', out);
    expect(stderr).toMatch(/^docs: ENOTDIR.*package\.json'\n$/);
    expect(code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('{}');
  });

  test.each([
    ['an option that does not exist', ['--nope'], "Unknown option '--nope'"],
    ['an option without its value', ['--out'], "Option '--out <value>' argument missing"],
    ['an address that is none', ['--mock-url', 'mocks.example'], '--mock-url mocks.example is not an http'],
    ['a port that is none', ['--serve', '--port', 'abc'], '--port abc is not a port, 0 to 65535.'],
  ])('says what is wrong with %s, and writes nothing', async (_name, args, says) => {
    const { code, stderr } = await docs(...args);
    expect(stderr).toContain(`docs: ${says}`);
    expect(stderr).toContain('--out DIR');
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(code).toBe(2);
    expect(readdirSync(folder)).not.toContain('dist');
  });

  test('says that a port is in use, and writes nothing', async () => {
    const { port, close } = await listenOnLoopback(createServer());
    const { code, stderr } = await docs('--serve', '--port', String(port));
    await close();
    expect(stderr).toMatch(new RegExp(`^docs: .*EADDRINUSE.*${port}`));
    expect(code).toBe(2);
    expect(readdirSync(folder)).not.toContain('dist');
  });
});
