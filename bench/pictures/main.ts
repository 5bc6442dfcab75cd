import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addKey, addPack, createStore, migrate, openDatabase } from '@genvoris/portal/debits';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { type NodeProcess, startNode } from '@genvoris/testing/node-process';
import { Agent, request } from 'undici';
import { type Flood, floods, phonePhoto } from './floods.ts';

// How long a shopper of one store waits for an ordinary photo while another store sends what costs a decoder most.

const { values } = parseArgs({
  options: {
    /** Photos of the other store, each time. */
    photos: { type: 'string', default: '60' },
    /** Connections of the store that floods. */
    senders: { type: 'string', default: '8' },
    only: { type: 'string' },
  },
});
const WANTED = 3;
const folder = mkdtempSync(join(tmpdir(), 'genvoris-bench-'));
const photo = await phonePhoto();
const product = { bytes: photo };
const shop = await listenOnLoopback(
  createServer((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(product.bytes)),
);
const agent = new Agent({ connections: 64, pipelining: 1, headersTimeout: 120_000, bodyTimeout: 120_000 });
const { flooding, other } = await makeStores();
const portal = startPortal();
try {
  const [, url = ''] = await portal.says(/Portal at (http:\/\/\S+?),/);
  const ordinary = formOf(photo);
  const send = (key: string, path: string, body: Buffer, signal?: AbortSignal) =>
    request(`${url}${path}`, {
      method: 'POST',
      dispatcher: agent,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'multipart/form-data; boundary=b' },
      body,
      ...(signal && { signal }),
    });

  const shopper = async (): Promise<number[]> => {
    const waits: number[] = [];
    for (let n = 0; n < Number(values.photos); n += 1) {
      const began = performance.now();
      const answer = await send(other, '/api/analyze', ordinary);
      const said = await answer.body.text();
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${said}`);
      waits.push(performance.now() - began);
    }
    return waits.sort((a, b) => a - b);
  };

  const under = async (flood: Flood): Promise<{ waits: number[]; answers: Map<number, number> }> => {
    let over = false;
    const answers = new Map<number, number>();
    if (flood.asProduct) product.bytes = flood.photo;
    const body = formOf(flood.asProduct ? photo : flood.photo);
    const sender = async () => {
      while (!over) {
        const signal =
          flood.leavesAfterMs === undefined ? undefined : AbortSignal.timeout(flood.leavesAfterMs);
        const path = flood.asProduct ? '/api/tryon' : '/api/analyze';
        const status = await send(flooding, path, body, signal)
          .then(async (answer) => {
            await answer.body.dump();
            return answer.statusCode;
          })
          .catch(() => 0);
        answers.set(status, (answers.get(status) ?? 0) + 1);
      }
    };
    const senders = Array.from({ length: Number(values.senders) }, sender);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const waits = await shopper();
    over = true;
    await Promise.all(senders);
    return { waits, answers };
  };

  print('# An ordinary photo while another store floods\n');
  print(
    `${values.senders} senders, ${values.photos} photos of 12 megapixels one after the other; milliseconds\n`,
  );
  print('| one store sends | idle p50 | idle p99 | p50 | p99 | p99 ÷ idle | its answers |');
  print('|---|---:|---:|---:|---:|---:|---|');
  await shopper();
  for (const flood of await floods(photo)) {
    if (values.only !== undefined && !flood.name.includes(values.only)) continue;
    const idle = await shopper();
    const { waits, answers } = await under(flood);
    const ratio = at(waits, 0.99) / at(idle, 0.99);
    const figures = [at(idle, 0.5), at(idle, 0.99), at(waits, 0.5), at(waits, 0.99)].map(Math.round);
    const told = [...answers].map(([status, times]) => `${times} × ${status || 'gone'}`).join(', ');
    print(`| ${flood.name} | ${figures.join(' | ')} | ${ratio.toFixed(1)} | ${told} |`);
  }
  print(`\nWanted: p99 at most ${WANTED} times the idle one.`);
} finally {
  await portal.stop();
  await shop.close();
  await agent.close();
  rmSync(folder, { recursive: true, force: true });
}

async function makeStores(): Promise<{ flooding: string; other: string }> {
  const database = await openDatabase({ kind: 'pglite', folder });
  await migrate(database.db);
  const now = new Date();
  const make = (name: string) =>
    database.db.transaction().execute(async (trx) => {
      const storeId = await createStore(trx, { name }, now);
      await addPack(trx, { storeId, kind: 'purchase', amount: 1_000_000_000, expiresAt: null }, now);
      return (await addKey(trx, { storeId, name: 'bench', mode: 'test' }, now)).key;
    });
  const keys = { flooding: await make('Flooding'), other: await make('Other') };
  await database.close();
  return keys;
}

function startPortal(): NodeProcess {
  return startNode([fileURLToPath(import.meta.resolve('@genvoris/portal/cli')), 'serve'], {
    env: {
      PATH: process.env.PATH,
      GENVORIS_DATA: folder,
      // Counted, and never reached: what is measured is what comes behind it.
      GENVORIS_RATE_LIMIT_SCALE: '1000000',
      GENVORIS_ALLOW_PRIVATE_RECEIVERS: 'true',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
  });
}

function formOf(file: Buffer): Buffer {
  const part = (name: string, more = '') =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n`;
  return Buffer.concat([
    Buffer.from(`${part('product_image_url')}\r\n${shop.url}/dress.png\r\n`),
    Buffer.from(`${part('photo', '; filename="photo"')}Content-Type: application/octet-stream\r\n\r\n`),
    file,
    Buffer.from('\r\n--b--\r\n'),
  ]);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
