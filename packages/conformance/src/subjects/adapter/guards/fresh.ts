import { type Finding, unless } from '../../../core/cells/finding.ts';
import { success } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { jsonObjectOf, type Outcome } from '../../../core/http/answer.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import type { AdapterHarness } from '../harness/harness.ts';

/** Nothing of one status answer turns up in another. */
export function freshCells(operationId: StorefrontOperationId): AdapterCell[] {
  if (operationId !== 'getStorefrontStatus') return [];
  const cell = (value: string, title: string, drive: (harness: AdapterHarness) => Promise<Finding[]>) =>
    guardCell(operationId, 'fresh', value, title, drive);
  return [
    cell('asked-again', 'a shopper asks again after the account was locked', async (harness) => {
      harness.upstream.begin({});
      const browser = harness.shopper();
      const before = access(await browser.call(operationId));
      harness.upstream.change({ getStatus: success('getStatus', 'LOCKED') });
      const after = access(await browser.call(operationId));
      const [wanted, got] = ['ALLOWED, then LOCKED', `${before}, then ${after}`];
      return unless(got === wanted, 'an older status was served', wanted, got);
    }),
    cell('asked-by-another', 'a guest asks after a shopper, then another shopper', async (harness) => {
      harness.upstream.begin({});
      const seen: unknown[] = [];
      for (const browser of [harness.shopper(), harness.guest(), harness.shopper()])
        seen.push(token(await browser.call(operationId)));
      const [first, guest, second] = seen;
      const apart =
        typeof first === 'string' && guest === undefined && typeof second === 'string' && first !== second;
      const got = seen.map(String).join(', ');
      return unless(apart, 'one viewer’s status reached another', 'a token, none, another token', got);
    }),
    cell('asked-together', 'two shoppers ask at the same time', async (harness) => {
      harness.upstream.begin({});
      const seen = (
        await Promise.all([harness.shopper().call(operationId), harness.shopper().call(operationId)])
      ).map(token);
      const apart = typeof seen[0] === 'string' && typeof seen[1] === 'string' && seen[0] !== seen[1];
      return unless(apart, 'two shoppers share a session token', 'two tokens', seen.map(String).join(', '));
    }),
  ];
}

function access(outcome: Outcome): unknown {
  return jsonObjectOf(outcome)?.access;
}

function token(outcome: Outcome): unknown {
  return jsonObjectOf(outcome)?.sessionToken;
}
