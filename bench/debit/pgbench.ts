import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newId } from '@genvoris/portal/debits';
import type { Contender } from './contenders.ts';
import { newDebit, type Shop, summarize } from './workload.ts';

/**
 * The server without any Node: pgbench calls the same function with ready-made batches. With one row per
 * call it does the transaction of "one statement per debit"; with 64, what the server alone can do.
 */
export function pgbench(bin: string, url: string, batch: number, connections?: number): Contender {
  return {
    name: batch === 1 ? 'pgbench, the same transaction' : `the server alone, fed ${batch} at a time`,
    async run(clients, seconds, shops) {
      const folder = await mkdtemp(join(tmpdir(), 'genvoris-pgbench-'));
      try {
        const files: string[] = [];
        // A script per store for single debits; for batches one script with the stores in turn.
        const scripts = batch === 1 ? shops.slice(0, 100).map((shop) => [shop]) : [shops];
        for (const [n, of] of scripts.entries()) {
          const file = join(folder, `debit-${n}.sql`);
          await writeFile(file, script(of, batch));
          files.push(`--file=${file}`);
        }
        const count = connections ?? clients;
        await promisify(execFile)(
          join(bin, 'pgbench'),
          [
            '--no-vacuum',
            '--protocol=prepared',
            `--client=${count}`,
            `--jobs=${Math.min(2, count)}`,
            `--time=${Math.ceil(seconds)}`,
            '--log',
            `--log-prefix=${join(folder, 'log')}`,
            ...files,
            url,
          ],
          { cwd: folder },
        );
        const latencies: number[] = [];
        for (const name of await readdir(folder)) {
          if (!name.startsWith('log')) continue;
          for (const line of (await readFile(join(folder, name), 'utf8')).split('\n')) {
            const us = Number(line.split(' ')[2]);
            if (us > 0) latencies.push(us / 1_000);
          }
        }
        const { perSecond, ...rest } = summarize(latencies, Math.ceil(seconds));
        return { perSecond: perSecond * batch, ...rest };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Ids that grow, as ours do: random ones would measure the index's page splits instead. */
function script(shops: readonly Shop[], batch: number): string {
  const distinct = shops.slice(0, batch);
  const rows = Array.from({ length: batch }, (_, n) => {
    const shop = distinct[n % distinct.length];
    if (!shop) throw new Error('no shop');
    const { storeId, report } = newDebit(shop);
    return {
      n,
      tryon_id: `try_@${String(n).padStart(3, '0')}`,
      shop: (n % distinct.length) + 1,
      store_id: storeId,
      customer_id: null,
      session_id: null,
      idempotency_key: null,
      request_hash: null,
      success: true,
      report,
    };
  });
  const list = (texts: readonly string[]) => `array[${texts.map((text) => `'${text}'`).join(', ')}]`;
  const stores = list(distinct.map(({ storeId }) => storeId));
  const keys = list(distinct.map(({ keyId }) => keyId));
  const ones = `array[${distinct.map(() => 1).join(', ')}]`;
  // A colon followed by a letter would be a pgbench variable.
  const json = JSON.stringify(rows).replaceAll(':', ': ').replaceAll("'", "''");
  const prefix = newId('try_', new Date()).slice(4, 10);
  const unique = `'${prefix}' || to_char(clock_timestamp(), 'YYYYMMDDHH24MISSUS') || :client_id`;
  return `select * from debit_batch(now(), ${stores}, ${stores}, ${keys}, ${ones}, '{}', '{}', replace('${json}', '@', ${unique})::jsonb);\n`;
}
