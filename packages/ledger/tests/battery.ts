import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ledger } from '../src/index.ts';
import { whatShoppersMayUse } from './battery/allowance.ts';
import { atOnce } from './battery/at-once.ts';
import { type Bench, fresh, MONTH, NOW, request, type Subject } from './battery/bench.ts';
import { holds } from './battery/holds.ts';
import { orders } from './battery/orders.ts';
import { people } from './battery/people.ts';
import { records } from './battery/records.ts';
import { subscriptions } from './battery/subscriptions.ts';
import { runModel } from './model-run.ts';

export { newShopper, paid, request } from './battery/bench.ts';

/** What every implementation has to do; each test has shoppers of its own. */
export function battery(subject: Subject): void {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await subject.create();
    await ledger.open();
  });
  afterAll(async () => {
    const { problems } = await ledger.verify({ at: NOW });
    await ledger.close();
    expect(problems).toEqual([]);
  });

  const bench: Bench = {
    subject,
    get ledger() {
      return ledger;
    },
    have: (shopper, at = NOW) => ledger.allowance(shopper, { at, freeSince: MONTH.since }),
    credits: async (shopper, at = NOW) => (await bench.have(shopper, at)).credits,
    async held(shopper, more = {}) {
      const answer = await ledger.reserve(shopper, request(more));
      if (answer.kind !== 'held') throw new Error('spent');
      return answer;
    },
    async use(shopper, more = {}) {
      const { id } = await bench.held(shopper, more);
      await ledger.settle(id, { at: more.at ?? NOW, requestId: fresh('req') });
    },
  };
  for (const part of [whatShoppersMayUse, holds, orders, subscriptions, people, records, atOnce]) part(bench);
  it('does what the model does, whatever comes in whatever order', () => runModel(ledger, subject.runs));
}
