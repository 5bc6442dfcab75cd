import { fileURLToPath } from 'node:url';
import { type NodeProcess, runNode, startNode } from '@genvoris/testing/node-process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createScenarioServer } from './scenario-server.ts';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));

const run = (...args: string[]) => runNode([CLI, ...args]);

async function serve(...args: string[]): Promise<{ mock: NodeProcess; url: string }> {
  const mock = startNode([CLI, '--port', '0', ...args]);
  onTestFinished(async () => void (await mock.stop('SIGKILL')));
  const [url] = await mock.says(/http:\/\/127\.0\.0\.1:\d+/);
  return { mock, url };
}

describe('genvoris-mock', () => {
  it('serves, says where and how, and stops on SIGTERM', async () => {
    const { mock, url } = await serve();
    expect(mock.stdout()).toContain('Prefer: example=EXHAUSTED');
    expect(await (await fetch(`${url}/status?api_key=gvk_test_EXHAUSTED`)).json()).toMatchObject({
      access: 'EXHAUSTED',
    });
    const stalled = fetch(`${url}/status?api_key=gvk_test_fault_stall_before_headers`).catch(() => 'cut off');
    expect(await mock.stop()).toBe(0);
    expect(await stalled).toBe('cut off');
  });

  it('logs requests without their keys', async () => {
    const { mock, url } = await serve('--log');
    await fetch(`${url}/status?api_key=gvk_test_EXHAUSTED&x=1`);
    await fetch(`${url}/status?api_key=gvk_live_secret`);
    await expect.poll(mock.stdout).toContain('GET /status?api_key=…&x=1 200 EXHAUSTED');
    await expect.poll(mock.stdout).toContain('GET /status?api_key=… 200 default');
    expect(mock.stdout()).not.toContain('gvk_live_secret');
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
