import { unless } from '../../../core/cells/finding.ts';
import { requestExample } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { judgeDocumented } from '../../../core/http/documented-answer.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { flowCell, guardCell } from '../cells/flow-cell.ts';
import { exchangeOf, judgeRefused } from '../cells/observe.ts';
import { ownError } from '../oracle/translate.ts';
import { judgeExpected } from '../rules/expected-answer.ts';
import { judgeRequestBody } from '../rules/upstream-bodies.ts';

const BROKEN: Record<string, string> = {
  'not-json': '{"productId":',
  null: 'null',
  array: '["dress-42"]',
  'mistyped-field': '{"productId":42}',
  'empty-field': '{"productId":""}',
  'long-field': JSON.stringify({ productId: 'x'.repeat(256) }),
  'unknown-field': '{"productId":"dress-42","planId":"pln_mine"}',
};

/** The one JSON body a shopper's browser writes: held to its schema, and passed on where it is good. */
export function sessionBodyCells(operationId: StorefrontOperationId): AdapterCell[] {
  // Both say which product is meant, and nothing else.
  if (operationId !== 'createStorefrontSession' && operationId !== 'createCheckout') return [];
  const refused = Object.entries(BROKEN).map(([value, text]) =>
    flowCell({
      operationId,
      value: `body-${value}`,
      title: `a body that is wrong: ${text.slice(0, 40)}`,
      rules: ['request-body-rules', 'spec'],
      async drive(harness) {
        harness.upstream.begin({});
        const browser = harness.shopper();
        const native = (await browser.token())?.header.toLowerCase() === 'x-xsrf-token' ? 422 : undefined;
        const expected = ownError('invalid_request', native);
        const body = Buffer.from(text);
        const exchange = await exchangeOf(harness, browser, operationId, expected, { body });
        return {
          'request-body-rules': await judgeRefused(exchange),
          spec: await judgeDocumented(exchange),
        };
      },
    }),
  );
  return operationId === 'createCheckout' ? refused : [...refused, ...accepted(operationId)];
}

function accepted(operationId: StorefrontOperationId): AdapterCell[] {
  return [
    guardCell(operationId, 'answer', 'body-none', 'no body at all', async (harness) => {
      harness.upstream.begin({});
      const session = { kind: 'session' } as const;
      const none = { body: null };
      return judgeExpected(await exchangeOf(harness, harness.shopper(), operationId, session, none));
    }),
    guardCell(operationId, 'request-body', 'body-product', 'a session for one product', async (harness) => {
      harness.upstream.begin({});
      const exchange = await exchangeOf(harness, harness.shopper(), operationId, { kind: 'session' });
      const session = exchange.calls.find(({ request }) => request.operationId === 'createSession')?.request;
      const sent = requestExample(operationId) as { productId?: unknown } | undefined;
      const got = session?.json() as { productId?: unknown } | undefined;
      const named = got?.productId === sent?.productId;
      return [
        ...unless(named, 'the session is not for the product that was named', sent, got ?? 'no call'),
        ...(await judgeRequestBody(exchange)),
      ];
    }),
  ];
}
