import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PostgresCluster, startPostgresCluster } from './postgres-cluster.ts';
import { findPrograms } from './postgres-programs.ts';
import { NO_POSTGRES } from './postgres-server.ts';

const programs = await findPrograms();
if (!programs) console.warn(`\n  !!! How servers end was NOT tested: ${NO_POSTGRES}\n`);

// What it leaves is read from Linux.
test.skipIf(!programs || process.platform !== 'linux').each([
  ['in order', async () => {}],
  [
    'by SIGKILL',
    async (cluster: PostgresCluster) => {
      process.kill(cluster.pid ?? 0, 'SIGKILL');
      await cluster.ended();
    },
  ],
])('a server that ended %s leaves no process, no shared memory and no file', async (_, end) => {
  if (!programs) return;
  const cluster = await startPostgresCluster(programs, { fsync: 'off' });
  const { data } = cluster;
  const segment = segmentOf(data);
  expect([processesIn(data).length > 1, segments().includes(segment)]).toEqual([true, true]);
  await end(cluster);
  await cluster.stop();
  expect([processesIn(data), segments().includes(segment), existsSync(data)]).toEqual([[], false, false]);
});

test.skipIf(!programs || process.platform !== 'linux')(
  'a server does not outlive the process that started it, be it killed',
  async () => {
    const script = `
      import { startPostgresCluster } from ${JSON.stringify(join(import.meta.dirname, 'postgres-cluster.ts'))};
      const { data } = await startPostgresCluster(${JSON.stringify(programs)}, { fsync: 'off' });
      console.log(data);
      setInterval(() => {}, 1_000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const [said] = (await once(starter.stdout, 'data')) as [Buffer];
    const data = said.toString().trim();
    const segment = segmentOf(data);
    expect(processesIn(data).length).toBeGreaterThan(1);
    starter.kill('SIGKILL');
    await expect
      .poll(() => [processesIn(data), segments().includes(segment), existsSync(data)], { timeout: 30_000 })
      .toEqual([[], false, false]);
  },
  60_000,
);

test('a server takes its settings', async (context) => {
  if (!programs) return context.skip(NO_POSTGRES);
  const cluster = await startPostgresCluster(programs, { fsync: 'off', max_connections: '7' });
  try {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    expect((await client.query('show max_connections')).rows).toEqual([{ max_connections: '7' }]);
    await client.end();
  } finally {
    await cluster.stop();
  }
});

/** Every process of a server is at home in its data. */
function processesIn(data: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === data;
    } catch {
      return false;
    }
  });
}

/** The id of the segment by which a server tells whether another one is on the same data. */
function segmentOf(data: string): string {
  const [, id = ''] =
    readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[6]?.trim().split(/\s+/) ?? [];
  return id;
}

function segments(): string[] {
  const [, ...lines] = readFileSync('/proc/sysvipc/shm', 'utf8').trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/)[1] ?? '');
}
