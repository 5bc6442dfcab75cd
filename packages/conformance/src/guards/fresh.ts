import type { StorefrontOperationId } from '../contract/storefront.ts';
import { jsonObjectOf, type Outcome } from '../drive/answer.ts';
import type { Cell } from '../matrix/cell.ts';
import { type Finding, finding } from '../rules/finding.ts';
import type { Stage } from '../run/stage.ts';
import { success } from '../upstream/behaviours.ts';
import { flowCell } from './flow-cell.ts';

/** Nothing of one status answer turns up in another. */
export function freshCells(operationId: StorefrontOperationId): Cell[] {
  if (operationId !== 'getStorefrontStatus') return [];
  const cell = (value: string, title: string, drive: (stage: Stage) => Promise<Finding[]>) =>
    flowCell({
      operationId,
      value,
      title,
      rules: ['fresh'],
      drive: async (stage) => ({ fresh: await drive(stage) }),
    });
  return [
    cell('asked-again', 'a shopper asks again after the account was locked', async (stage) => {
      stage.upstream.begin({});
      const browser = stage.shopper();
      const before = access(await browser.call(operationId));
      stage.upstream.change({ getStatus: success('getStatus', 'LOCKED') });
      const after = access(await browser.call(operationId));
      return is('ALLOWED, then LOCKED', `${before}, then ${after}`, 'an older status was served');
    }),
    cell('asked-by-another', 'a guest asks after a shopper, then another shopper', async (stage) => {
      stage.upstream.begin({});
      const tokens = [stage.shopper(), stage.guest(), stage.shopper()].map(
        (browser) => () => browser.call(operationId),
      );
      const seen: unknown[] = [];
      for (const ask of tokens) seen.push(token(await ask()));
      const [first, guest, second] = seen;
      const apart =
        typeof first === 'string' && guest === undefined && typeof second === 'string' && first !== second;
      return apart
        ? []
        : [
            finding(
              'one viewer’s status reached another',
              'a token, none, another token',
              seen.map(String).join(', '),
            ),
          ];
    }),
    cell('asked-together', 'two shoppers ask at the same time', async (stage) => {
      stage.upstream.begin({});
      const seen = (
        await Promise.all([stage.shopper().call(operationId), stage.shopper().call(operationId)])
      ).map(token);
      const apart = typeof seen[0] === 'string' && typeof seen[1] === 'string' && seen[0] !== seen[1];
      return apart
        ? []
        : [finding('two shoppers share a session token', 'two tokens', seen.map(String).join(', '))];
    }),
  ];
}

function access(outcome: Outcome): unknown {
  return jsonObjectOf(outcome)?.access;
}

function token(outcome: Outcome): unknown {
  return jsonObjectOf(outcome)?.sessionToken;
}

function is(expected: string, actual: string, message: string): Finding[] {
  return expected === actual ? [] : [finding(message, expected, actual)];
}
