import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../packages/testing/src/loopback.ts';
import { runNode, startNode } from '../../packages/testing/src/node-process.ts';

const scripts = join(import.meta.dirname, '..');
const url = (file: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, file)).href);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'genvoris-bootstrap-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A module's source as arguments of Node. */
const module = (source: string) => ['--input-type=module', '-e', source];

/** A command that starts a command; both say what stops them. */
const nested = `
  import { run } from ${url('run.mjs')};
  const inner = "process.once('SIGTERM', () => { console.log('inner stopped'); clearInterval(t); }); const t = setInterval(() => {}, 1000); console.log('inner is up')";
  process.exitCode = await run(process.execPath, ['-e', inner]);
  console.log('outer ended with', process.exitCode);
`;

describe('a command under npm start and npm test', () => {
  it('is stopped with all it started, and ends with its code', async () => {
    const outer = startNode(module(nested));
    await outer.says(/inner is up/);
    expect(await outer.stop()).toBe(0);
    expect(outer.said()).toContain('inner stopped');
    expect(outer.said()).toContain('outer ended with 0');
  });

  it('ends when the npm that started it is gone', async () => {
    // Stands for npm: it starts the command and is killed without a word to it.
    const npm = startNode(
      module(`
        import { spawn } from 'node:child_process';
        spawn(process.execPath, ${JSON.stringify(module(nested))}, { stdio: 'inherit' });
        setInterval(() => {}, 1000);`),
    );
    await npm.says(/inner is up/);
    await npm.stop('SIGKILL');
    expect(npm.said()).toContain('inner stopped');
  });

  it('shows its output if it fails, and not if it does not', async () => {
    const source = (code: number) => `
      import { step } from ${url('report.mjs')};
      await step('a step', process.execPath, ['-e', "console.log('its words'); process.exit(${code})"]);
    `;
    expect((await runNode(module(source(1)))).said).toMatch(/→ a step\nits words\n\n✗ a step {2}\d/);
    expect((await runNode(module(source(0)))).said).toMatch(/→ a step\n✓ a step {2}\d/);
  });
});

describe('a start that cannot work', () => {
  it('names the Node it needs', async () => {
    const old = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.0'})";
    const { code, said } = await runNode(['--import', old, join(scripts, 'start.mjs')]);
    expect(code).toBe(1);
    expect(said).toMatch(/^npm start needs Node 20 or newer/);
  });

  it('names a registry that cannot be reached', async () => {
    cpSync(scripts, join(folder, 'scripts'), { recursive: true });
    // No toolchain is like the one asked for, so npm is asked, and npm asks the registry.
    const devEngines = { runtime: { version: '1.0.0' }, packageManager: { version: '1.0.0' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ devEngines }));
    const registry = `http://127.0.0.1:${await freePort()}/`;
    const env = { ...process.env, npm_config_registry: registry, npm_config_cache: join(folder, 'cache') };
    const { code, said } = await runNode([join(folder, 'scripts', 'start.mjs')], { env });
    expect(code).toBe(1);
    expect(said).toContain('→ fetching Node 1.0.0 and pnpm 1.0.0');
    expect(said).toContain('The npm registry cannot be reached.');
  });

  it('knows what npm and pnpm complain about', async () => {
    // @ts-expect-error: plain JavaScript, for it runs before anything is installed
    const { causeOf } = await import('./user-error.mjs');
    expect(causeOf('Failed to write to file: No space left\n      on device (os error 28)')).toMatch(
      /disk is full/,
    );
    expect(causeOf('npm error code EACCES\nnpm error path /nonexistent/.npm')).toMatch(/cannot be written/);
    expect(causeOf('dns error: failed\n to lookup address')).toMatch(/registry cannot be reached/);
    expect(causeOf('ERR_PNPM_OUTDATED_LOCKFILE')).toMatch(/pnpm-lock.yaml does not match/);
    expect(causeOf('something else')).toBeUndefined();
  });
});
