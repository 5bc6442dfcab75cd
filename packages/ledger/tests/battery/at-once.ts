import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import type { Ledger } from '../../src/index.ts';
import { createAt, type Job, type Place } from '../place.ts';
import { type Bench, MONTH, newShopper, paid, request } from './bench.ts';

/** Many at once, over many ledgers and processes. */
export function atOnce(bench: Bench): void {
  const { credits } = bench;

  it.runIf(bench.subject.place)(
    'is made once by ten processes at once, who share what there is; killed, they lose nothing',
    async () => {
      const place = bench.subject.place?.('ten_') as Place;
      const shopper = newShopper();
      const order = paid(shopper, { grant: { source: 'credits', amount: 10, expiresAt: null } });
      const job: Job = { place, shopper, order, request: request(), times: 16 };
      const script = join(import.meta.dirname, '../another-process.ts');
      const outputs = await Promise.all(
        Array.from({ length: 10 }, () => outputOf(process.execPath, [script, JSON.stringify(job)])),
      );
      const told = outputs.map((text) => JSON.parse(text) as { granted: boolean; held: string[] });
      expect(told.filter(({ granted }) => granted)).toHaveLength(1);
      const ids = told.flatMap(({ held }) => held);
      expect(new Set(ids).size).toBe(10);
      expect(ids).toHaveLength(10);

      const shop = await createAt(place);
      const when = { freeSince: MONTH.since };
      const { until } = job.request;
      expect((await shop.allowance(shopper, { ...when, at: until - 1 })).credits).toBe(0);
      expect((await shop.allowance(shopper, { ...when, at: until })).credits).toBe(10);
      expect(await shop.sweep({ at: until })).toEqual({ released: 10, expired: 0 });
      expect(await shop.verify({ at: until })).toMatchObject({ accounts: 1, overdue: 0, problems: [] });
      // Tables of another prefix stay, and what is gone may be made again.
      await shop.uninstall();
      await shop.uninstall();
      await expect(shop.allowance(shopper, { ...when, at: until })).rejects.toThrow('ten_genvoris_customers');
      await shop.open();
      expect((await shop.allowance(shopper, { ...when, at: until })).credits).toBe(0);
      await shop.close();
      await bench.ledger.verify();
    },
  );

  it('lets exactly as many of 64 at once pass as there are credits', async () => {
    const shopper = newShopper();
    await bench.ledger.applyOrder(
      paid(shopper, { grant: { source: 'credits', amount: 10, expiresAt: null } }),
    );
    const others = await Promise.all(
      Array.from({ length: bench.subject.place ? 3 : 0 }, () => bench.subject.create()),
    );
    const all = [bench.ledger, ...others];
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => (all[n % all.length] as Ledger).reserve(shopper, request())),
    );
    await Promise.all(others.map((each) => each.close()));
    expect(answers.filter(({ kind }) => kind === 'held')).toHaveLength(10);
    expect(await credits(shopper)).toBe(0);
  });
}

/** What a process printed before it was killed. */
async function outputOf(program: string, args: string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = await Promise.all([readText(child.stdout), once(child, 'exit')]);
  return text;
}
