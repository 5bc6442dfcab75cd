import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding, unless } from '../../../core/cells/finding.ts';
import { requestExample } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { judgeDocumented } from '../../../core/http/documented-answer.ts';
import { isJsonObject } from '../../../core/http/json.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { flowCell, guardCell } from '../cells/flow-cell.ts';
import { goodAnswer } from '../cells/good-call.ts';
import { exchangeOf, judgeRefused } from '../cells/observe.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { ownError } from '../oracle/translate.ts';
import type { Exchange } from '../rules/exchange.ts';
import { judgeExpected } from '../rules/expected-answer.ts';

const EVENT = { sessionId: 'visit-1', eventType: 'WIDGET_OPENED' };

const BROKEN: Record<string, unknown> = {
  'no-list': EVENT,
  'empty-list': { events: [] },
  'too-many': { events: Array(51).fill(EVENT) },
  'unknown-type': { events: [{ ...EVENT, eventType: 'PURCHASED' }] },
  'no-session': { events: [{ eventType: 'CLOSED' }] },
  'unknown-field': { events: [{ ...EVENT, customerEmail: 'ada@shop.example' }] },
};

/** What the widget reports: held to its schema, and passed on without anything of the shopper. */
export function eventsBodyCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  if (operationId !== 'sendStorefrontEvents') return [];
  const refused = Object.entries(BROKEN).map(([value, broken]) =>
    flowCell({
      operationId,
      value: `body-${value}`,
      title: `a body that is wrong: ${value.replace('-', ' ')}`,
      rules: ['request-body-rules', 'spec'],
      async drive(harness) {
        harness.upstream.begin({});
        const browser = harness.shopper();
        const native = (await browser.token())?.header.toLowerCase() === 'x-xsrf-token' ? 422 : undefined;
        const body = Buffer.from(JSON.stringify(broken));
        const expected = ownError('invalid_request', native);
        const exchange = await exchangeOf(harness, browser, operationId, expected, { body });
        return {
          'request-body-rules': await judgeRefused(exchange),
          spec: await judgeDocumented(exchange),
        };
      },
    }),
  );
  const passedOn = guardCell(
    operationId,
    'request-body',
    'body-events',
    'the events of a shopper',
    async (harness) => {
      harness.upstream.begin({});
      const expected = goodAnswer(operationId, 'shopper', guests);
      const exchange = await exchangeOf(harness, harness.shopper(), operationId, expected);
      return [...(await judgeExpected(exchange)), ...judgeEvents(exchange, operationId)];
    },
  );
  return [...refused, passedOn];
}

/** The events arrive in their order and as they were, but for the platform that an adapter may add. */
function judgeEvents({ calls }: Exchange, operationId: StorefrontOperationId): Finding[] {
  const call = calls.find(({ request }) => request.operationId === 'trackEvents')?.request;
  if (!call) return [finding('the events did not reach the portal')];
  const sent = requestExample(operationId);
  const got = call.json();
  const same = isDeepStrictEqual(withoutPlatform(got), withoutPlatform(sent));
  return unless(same, 'the events were changed on their way', JSON.stringify(sent), call.body.toString());
}

function withoutPlatform(body: unknown): unknown {
  if (!isJsonObject(body) || !Array.isArray(body.events)) return body;
  const events = body.events.map((event) => {
    if (!isJsonObject(event)) return event;
    const { metadata, ...others } = event;
    const { platform: _, ...rest } = isJsonObject(metadata) ? metadata : {};
    return { ...others, metadata: rest };
  });
  return { ...body, events };
}
