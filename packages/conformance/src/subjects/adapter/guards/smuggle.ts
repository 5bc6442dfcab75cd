import { finding } from '../../../core/cells/finding.ts';
import { type StorefrontOperationId, upstreamOf } from '../../../core/contract/storefront.ts';
import { isAnswer } from '../../../core/http/answer.ts';
import { findTrace } from '../../../core/http/traces.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { flowCell } from '../cells/flow-cell.ts';
import { goodAnswer, SOMEBODY_ELSE } from '../cells/good-call.ts';
import { exchangeOf } from '../cells/observe.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { judgeExpected } from '../rules/expected-answer.ts';
import { judgeIdentity } from '../rules/upstream-bodies.ts';
import { judgeClientKey, judgeCookie, judgeRequestHeaders } from '../rules/upstream-requests.ts';

/** A browser that puts keys, tokens and proxy headers wherever they might be carried along. */
export function smuggleCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  if (upstreamOf(operationId).length === 0) return [];
  const names = upstreamOf(operationId).some(({ operationId: id }) => id === 'upsertCustomer');
  const cells = [
    flowCell({
      operationId,
      value: 'smuggled-headers',
      title: 'keys, tokens, cookies and proxy headers of the browser’s own',
      rules: ['client-key', 'request-headers', 'cookie', 'answer', ...(names ? (['identity'] as const) : [])],
      async drive(harness) {
        harness.upstream.begin({});
        const { client } = harness.canaries;
        const expected = goodAnswer(operationId, 'shopper', guests);
        const exchange = await exchangeOf(harness, harness.shopper(), operationId, expected, {
          query: `?api_key=${client}&key=${client}&externalId=${SOMEBODY_ELSE}&shopper=1&product_id=dress-42`,
          headers: smuggled(client),
        });
        return {
          'client-key': await judgeClientKey(exchange),
          'request-headers': await judgeRequestHeaders(exchange),
          cookie: await judgeCookie(exchange),
          answer: judgeExpected(exchange),
          identity: await judgeIdentity(exchange),
        };
      },
    }),
  ];
  if (operationId === 'createStorefrontSession') cells.push(inBody(operationId));
  return cells;
}

function inBody(operationId: StorefrontOperationId): AdapterCell {
  return flowCell({
    operationId,
    value: 'smuggled-body',
    title: 'a key and another shopper in the body',
    rules: ['client-key', 'identity'],
    async drive(harness) {
      harness.upstream.begin({});
      const { client } = harness.canaries;
      const named = { api_key: client, key: client, shopperId: '1', externalId: SOMEBODY_ELSE };
      const body = Buffer.from(JSON.stringify({ productId: 'dress-42', ...named }));
      const session = { kind: 'session' } as const;
      const exchange = await exchangeOf(harness, harness.shopper(), operationId, session, { body });
      const { calls, outcome } = exchange;
      // Refusing the whole body is as good as reading only what is documented.
      const refused = isAnswer(outcome) && (outcome.status === 400 || outcome.status === 422);
      if (calls.length === 0 && refused) return { 'client-key': [], identity: [] };
      const copied = calls.filter(({ request }) => findTrace(request.body, client) !== undefined);
      return {
        'client-key': [
          ...copied.map(({ request }) =>
            finding('a key from the browser’s body went upstream', 'nothing of it', request.body.toString()),
          ),
          ...(await judgeClientKey(exchange)),
        ],
        identity: await judgeIdentity(exchange),
      };
    },
  });
}

function smuggled(client: string): Record<string, string> {
  return {
    Authorization: `Bearer ${client}`,
    'Proxy-Authorization': `Basic ${client}`,
    'X-Api-Key': client,
    'X-Internal-Secret': client,
    'X-End-Customer-Token': client,
    Connection: 'keep-alive, X-Hop-Smuggled',
    'X-Hop-Smuggled': client,
    'Keep-Alive': 'timeout=5',
    TE: 'trailers',
    Via: `1.1 ${client}`,
    Forwarded: `for=192.0.2.1;host=${client}`,
    'X-Forwarded-Host': `${client}.example`,
    'X-Forwarded-Proto': 'https',
    'X-Real-IP': '192.0.2.1',
    'X-HTTP-Method-Override': 'DELETE',
    'X-Smuggled': client,
    DNT: '1',
    Priority: 'u=1, i',
  };
}
