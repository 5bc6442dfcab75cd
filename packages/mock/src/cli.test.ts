import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createScenarioServer } from './scenario-server.ts';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: 'pipe' });
  running.add(child);
  return child;
}

function output(child: ChildProcess): { stdout: string; stderr: string } {
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (chunk) => {
      text[name] += chunk;
    });
  }
  return text;
}

async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = start(...args);
  const text = output(child);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...text };
}

async function serve(
  ...args: string[]
): Promise<{ child: ChildProcess; url: string; text: { stdout: string } }> {
  const child = start('--port', '0', ...args);
  const text = output(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text.stdout)?.[0];
      if (found) resolve(found);
    });
    child.once('close', () => reject(new Error(text.stderr)));
  });
  return { child, url, text };
}

describe('genvoris-mock', () => {
  it('serves, says where and how, and stops on SIGTERM', async () => {
    const { child, url, text } = await serve();
    expect(text.stdout).toContain('Prefer: example=EXHAUSTED');
    expect(await (await fetch(`${url}/status?api_key=gvk_test_EXHAUSTED`)).json()).toMatchObject({
      access: 'EXHAUSTED',
    });
    const stalled = fetch(`${url}/status?api_key=gvk_test_fault_stall_before_headers`).catch(() => 'cut off');
    child.kill('SIGTERM');
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(0);
    expect(await stalled).toBe('cut off');
  });

  it('logs requests without their keys', async () => {
    const { url, text } = await serve('--log');
    await fetch(`${url}/status?api_key=gvk_test_EXHAUSTED&x=1`);
    await fetch(`${url}/status?api_key=gvk_live_secret`);
    await expect.poll(() => text.stdout).toContain('GET /status?api_key=…&x=1 200 EXHAUSTED');
    await expect.poll(() => text.stdout).toContain('GET /status?api_key=… 200 default');
    expect(text.stdout).not.toContain('gvk_live_secret');
  });

  it('lists every scenario', async () => {
    const { code, stdout } = await run('--list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^gvk_test_debited_with_shopper +200 trackTryon$/m);
    expect(stdout).toMatch(/^gvk_test_fault_slow_drip +The body comes a byte at a time/m);
    const json = JSON.parse((await run('--list', '--json')).stdout) as { name: string }[];
    expect(json.length).toBe(stdout.trim().split('\n').length);
  });

  it('says which port is taken and how to get another', async () => {
    await using taken = await createScenarioServer();
    const { code, stderr } = await run('--port', String(taken.port));
    expect(code).toBe(2);
    expect(stderr).toContain(`Port ${taken.port} is in use`);
    expect(stderr).toContain(`Try: genvoris-mock --port ${taken.port + 1}`);
  });

  it('refuses what is not a port, and options it does not know', async () => {
    expect(await run('--port', '70000')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('0 to 65535'),
    });
    expect(await run('--prot', '1')).toMatchObject({ code: 2, stderr: expect.stringContaining('--port') });
  });

  it('explains itself with examples', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    expect(stdout).toContain("curl '127.0.0.1:4010/status?api_key=gvk_test_EXHAUSTED'");
  });

  it('checks itself', async () => {
    const { code, stdout } = await run('--self-check', '--json', '--operation', 'getStatus', 'trackTryon');
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      mismatches: [],
      bySpec: { status: { mismatches: 0 }, 'tryon-track': { mismatches: 0 } },
    });
    expect(code).toBe(0);
  });
});
