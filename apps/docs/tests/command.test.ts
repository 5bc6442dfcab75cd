import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'genvoris-docs-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function docs(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

describe('the docs command', () => {
  test('writes into a new folder, and again over the site that is there', () => {
    const out = join(folder, 'deep', 'site');
    expect(docs('--out', out).status).toBe(0);
    writeFileSync(join(out, 'reference', 'gone.html'), '');
    expect(docs('--out', out, '--mock-url', 'https://mocks.example/')).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(readdirSync(join(out, 'reference'))).not.toContain('gone.html');
    const page = readFileSync(join(out, 'reference/storefront.html'), 'utf8');
    expect(page).toContain('https://mocks.example/storefront&quot;');
  });

  test('leaves a folder alone that holds something else', () => {
    const out = join(folder, 'project');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'mine');
    const { status, stderr } = docs('--out', out);
    expect(stderr).toContain(`${out} holds files, but no site of this builder. Choose another folder`);
    expect(status).toBe(2);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('mine');
  });

  test('leaves a file alone that has the name of the folder', () => {
    const out = join(folder, 'package.json');
    writeFileSync(out, '{}');
    const { status, stderr } = docs('--out', out);
    expect(stderr).toMatch(/^docs: ENOTDIR.*package\.json'\n$/);
    expect(status).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('{}');
  });

  test.each([
    ['an option that does not exist', ['--nope'], "Unknown option '--nope'"],
    ['an option without its value', ['--out'], "Option '--out <value>' argument missing"],
    ['an address that is none', ['--mock-url', 'mocks.example'], '--mock-url mocks.example is not an http'],
    ['a port that is none', ['--serve', '--port', 'abc'], '--port abc is not a port, 0 to 65535.'],
  ])('says what is wrong with %s, and writes nothing', (_name, args, says) => {
    const { status, stderr } = docs(...args);
    expect(stderr).toContain(`docs: ${says}`);
    expect(stderr).toContain('--out DIR');
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).toBe(2);
    expect(readdirSync(folder)).not.toContain('dist');
  });

  test('says that a port is in use, and writes nothing', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const { status, stderr } = docs('--serve', '--port', String(port));
    taken.close();
    expect(stderr).toMatch(new RegExp(`^docs: .*EADDRINUSE.*${port}`));
    expect(status).toBe(2);
    expect(readdirSync(folder)).not.toContain('dist');
  });
});
