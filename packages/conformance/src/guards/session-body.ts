import { requestExample } from '../contract/documented.ts';
import type { StorefrontOperationId } from '../contract/storefront.ts';
import type { Cell } from '../matrix/cell.ts';
import { ownError } from '../oracle/translate.ts';
import { judgeDocumented } from '../rules/documented-answer.ts';
import { compare } from '../rules/expected-answer.ts';
import { finding } from '../rules/finding.ts';
import { judgeRequestBody } from '../rules/upstream-bodies.ts';
import { exchangeOf, flowCell, untouched } from './flow-cell.ts';

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
export function sessionBodyCells(operationId: StorefrontOperationId): Cell[] {
  if (operationId !== 'createStorefrontSession') return [];
  const refused = Object.entries(BROKEN).map(([value, text]) =>
    flowCell({
      operationId,
      value: `body-${value}`,
      title: `a body that is wrong: ${text.slice(0, 40)}`,
      rules: ['request-body-rules', 'spec'],
      async drive(stage) {
        stage.upstream.begin({});
        const browser = stage.shopper();
        const native = (await browser.token())?.header.toLowerCase() === 'x-xsrf-token' ? 422 : undefined;
        const expected = ownError('invalid_request', native);
        const exchange = await exchangeOf(stage, browser, operationId, expected, { body: Buffer.from(text) });
        return {
          'request-body-rules': [...compare(expected, exchange), ...untouched(exchange.calls)],
          spec: await judgeDocumented(exchange),
        };
      },
    }),
  );
  return [...refused, ...accepted(operationId)];
}

function accepted(operationId: StorefrontOperationId): Cell[] {
  return [
    flowCell({
      operationId,
      value: 'body-none',
      title: 'no body at all',
      rules: ['answer'],
      async drive(stage) {
        stage.upstream.begin({});
        const exchange = await exchangeOf(
          stage,
          stage.shopper(),
          operationId,
          { kind: 'session' },
          { body: null },
        );
        return { answer: compare(exchange.expected, exchange) };
      },
    }),
    flowCell({
      operationId,
      value: 'body-product',
      title: 'a session for one product',
      rules: ['request-body'],
      async drive(stage) {
        stage.upstream.begin({});
        const exchange = await exchangeOf(stage, stage.shopper(), operationId, { kind: 'session' });
        const session = exchange.calls.find(
          ({ request }) => request.operationId === 'createSession',
        )?.request;
        const sent = requestExample(operationId) as { productId?: unknown } | undefined;
        const got = session?.json() as { productId?: unknown } | undefined;
        const named = got?.productId === sent?.productId;
        return {
          'request-body': [
            ...(named
              ? []
              : [finding('the session is not for the product that was named', sent, got ?? 'no call')]),
            ...(await judgeRequestBody(exchange)),
          ],
        };
      },
    }),
  ];
}
