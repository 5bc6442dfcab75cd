import { FAULT_NAMES, FAULTS, type OperationId } from '@genvoris/contract';
import type { BehaviourSource } from '@genvoris/mock';
import { catalogueErrors } from '../../../core/contract/catalogue-errors.ts';
import { brokenSuccesses } from '../../../core/contract/odd-answers.ts';
import { upstreamOf } from '../../../core/contract/storefront.ts';
import { jsonObjectOf } from '../../../core/http/answer.ts';
import type { ExpectedError } from '../oracle/expected.ts';
import { planOf } from '../oracle/model-plan.ts';
import { translate } from '../oracle/translate.ts';
import type { ModelCell, ModelFamily } from './model-cell.ts';
import type { Shopping } from './shopping.ts';

const LONGEST_MS = 3000;

/** What was held for a try-on is the shopper's again, whatever kept it from being made. */
export const releaseCells: ModelFamily = (operationId, model) => {
  // Without a limit nothing is held, so that nothing could be kept back either.
  if (operationId !== 'proxyTryon' || planOf(model)?.amount === null) return [];
  const common = { operationId, rule: 'release' } as const;
  const failing = (
    upstream: OperationId,
    value: string,
    behaviour: BehaviourSource,
    more?: Partial<ModelCell>,
  ) => ({
    ...common,
    upstream,
    value: `release-${value}`,
    title: `${upstream} ends in ${value}`,
    script: { [upstream]: behaviour },
    drive: (shopping: Shopping) => keeps(shopping, upstream),
    ...more,
  });
  const errors = upstreamOf(operationId).flatMap(({ operationId: upstream, when }) =>
    catalogueErrors(upstream)
      // What goes before the try-on is held once: it is let go in the same place whatever the word.
      .filter((_error, index) => when === 'always' || index === 0)
      .map(({ name, status, body, documented }) =>
        failing(upstream, name, documented ? name : { status, body }, {
          drive: (shopping) =>
            keeps(
              shopping,
              upstream,
              isRepeated(name) ? undefined : translate(operationId, { status, body }),
            ),
        }),
      ),
  );
  const [broken] = brokenSuccesses('generateTryon');
  const faults = FAULT_NAMES.filter((fault) => fault !== 'unresolvable').map((fault) =>
    failing(
      'generateTryon',
      fault,
      { fault },
      {
        title: `generateTryon: ${FAULTS[fault].description}`,
        waits: /^(stall|slow)/.test(fault),
        ...(fault === 'refused' && {
          script: {},
          drive: (shopping: Shopping) => keeps(shopping, undefined),
        }),
      },
    ),
  );
  return [
    ...errors,
    ...(broken ? [failing('generateTryon', 'broken', { status: broken.status, body: broken.body })] : []),
    ...faults,
    {
      ...common,
      upstream: 'generateTryon',
      value: 'release-abort',
      title: 'the browser goes away while the try-on is being made',
      waits: true,
      script: { generateTryon: { fault: 'stall_before_headers' } },
      drive: goesAway,
    },
  ];
};

// It is acted upon before it is told; flows of its own judge that.
function isRepeated(name: string): boolean {
  return name === 'invalid_session_token';
}

/** What was held is free again; and the refusal is told as it is where nothing is counted. */
async function keeps(
  shopping: Shopping,
  upstream: OperationId | undefined,
  told?: ExpectedError,
): Promise<void> {
  const { harness, browser } = shopping;
  await shopping.isBrought();
  const sent = await browser.request('proxyTryon');
  const outcome = await (upstream === undefined
    ? harness.upstream.whileRefused(() => browser.replay(sent))
    : browser.replay(sent));
  const failed = 'status' in outcome && outcome.status >= 400;
  shopping.same('the try-on failed', failed, true);
  if (told && 'status' in outcome) {
    const got = { status: outcome.status, code: jsonObjectOf(outcome)?.code };
    shopping.same('the refusal is told as another', got, { status: told.status, code: told.code });
  }
  const asked = harness.upstream.requests.some(({ operationId }) => operationId === upstream);
  if (upstream !== undefined) shopping.same(`${upstream} was asked`, asked, true);
  harness.upstream.begin({});
  await shopping.has('afterwards', shopping.left(0));
}

async function goesAway(shopping: Shopping): Promise<void> {
  const { harness, browser } = shopping;
  await shopping.isBrought();
  const sent = await browser.request('proxyTryon');
  const open = browser.openWritten(sent);
  if (sent.body) open.write(sent.body);
  open.end();
  const called = await harness.upstream.seen(
    ({ operationId, state }) => operationId === 'generateTryon' && state === 'faulted',
    LONGEST_MS,
  );
  shopping.same('generateTryon was asked', called !== undefined, true);
  open.abort();
  await harness.upstream.seen((one) => one === called && one.timeline.closed !== undefined, LONGEST_MS);
  await shopping.hasSoon('afterwards', shopping.left(0));
}
