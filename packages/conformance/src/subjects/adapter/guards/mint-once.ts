import { unless } from '../../../core/cells/finding.ts';
import { success } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { exchangeOf } from '../cells/observe.ts';
import { firstExample, type GuestMode } from '../oracle/answers.ts';
import type { Expected } from '../oracle/expected.ts';
import { ownError } from '../oracle/translate.ts';
import { judgeExpected } from '../rules/expected-answer.ts';

/** A token the backend refuses is replaced once; the shopper notices nothing, or is told that it failed. */
export function mintOnceCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  if (operationId !== 'proxyTryon') return [];
  const refusal = 'invalid_session_token';
  const failed = { ...ownError('internal_error'), error: refusal };
  const cell = (
    value: string,
    title: string,
    script: 'once' | 'always',
    viewer: 'shopper' | 'guest',
    expected: Expected,
  ) =>
    guardCell(operationId, 'mint-once', value, title, async (harness) => {
      const good = success('generateTryon');
      harness.upstream.begin({ generateTryon: script === 'once' ? [refusal, good] : refusal });
      const exchange = await exchangeOf(harness, harness.viewer(viewer), operationId, expected);
      const attempts = exchange.calls
        .map(({ request }) => request)
        .filter((one) => one.operationId === 'generateTryon');
      const most = viewer === 'guest' ? 1 : 2;
      const counted = attempts.length === most;
      const tokens = attempts.map((one) => one.header('x-end-customer-token'));
      const fresh = viewer === 'guest' || new Set(tokens).size === attempts.length;
      const got = tokens.map(String).join(', ');
      const same = attempts.every(({ body }) => body.equals(Buffer.from(exchange.sent.body ?? [])));
      return [
        ...judgeExpected(exchange),
        ...unless(counted, 'the try-on was attempted too often or too rarely', most, attempts.length),
        ...unless(fresh, 'the repetition did not carry a fresh token', 'another token', got),
        ...unless(same, 'the form was not the same in each attempt'),
      ];
    });
  const body = firstExample('generateTryon');
  const cells = [
    cell('token-refused-once', 'the backend refuses the token once', 'once', 'shopper', {
      kind: 'body',
      body,
    }),
    cell('token-refused-always', 'the backend refuses the fresh token too', 'always', 'shopper', failed),
  ];
  if (guests === 'allowed') {
    cells.push(
      cell('token-refused-for-guest', 'the backend speaks of a token to a guest', 'always', 'guest', failed),
    );
  }
  return cells;
}
