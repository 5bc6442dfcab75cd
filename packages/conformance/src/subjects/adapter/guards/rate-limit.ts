import { CannotDriveError } from '../../../core/cells/errors.ts';
import { type Finding, finding, unless } from '../../../core/cells/finding.ts';
import { operationOf } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { headerOf, isAnswer, type Outcome } from '../../../core/http/answer.ts';
import type { Browser } from '../browser/browser.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { usualViewer } from '../cells/good-call.ts';
import { exchangeOf, judgeRefused } from '../cells/observe.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import { ownError } from '../oracle/translate.ts';
import { readPolicy, readRemaining } from '../rules/answer-headers.ts';

/** Above this an announced limit would take longer to reach than it is worth. */
const LARGEST_QUOTA = 1000;

export function rateLimitCells(operationId: StorefrontOperationId): AdapterCell[] {
  const { rateLimit } = operationOf(operationId);
  if (!rateLimit) return [];
  return [
    guardCell(
      operationId,
      'rate-limit',
      'rate-limit',
      'more calls than the limit allows, then one from another address',
      (harness) => exhaust(harness, operationId),
    ),
  ];
}

async function exhaust(harness: AdapterHarness, operationId: StorefrontOperationId): Promise<Finding[]> {
  harness.upstream.begin({});
  const browser = harness.viewer(usualViewer(operationId));
  const first = await browser.call(operationId);
  const policy = readPolicy(first);
  if (!policy)
    return [finding('the answer announces no limit, so none can be tried', 'RateLimit-Policy', 'none')];
  if (policy.quota > LARGEST_QUOTA) {
    throw new CannotDriveError(
      `its limit is ${policy.quota} calls; configure at most ${LARGEST_QUOTA} for the run`,
    );
  }
  const early = await spend(harness, browser, operationId, policy.quota - 1, readRemaining(first));
  if (early.length > 0) return early;
  const exchange = await exchangeOf(harness, browser, operationId, ownError('rate_limited'), {
    headers: spoofed(harness, browser),
  });
  const elsewhere = await harness.viewer(usualViewer(operationId)).call(operationId);
  const limited = isAnswer(elsewhere) && elsewhere.status === 429;
  return [
    ...(await judgeRefused(exchange)),
    ...judgeDelay(exchange.outcome, policy.windowSeconds),
    ...unless(!limited, 'another viewer at another address is limited too'),
  ];
}

async function spend(
  harness: AdapterHarness,
  browser: Browser,
  operationId: StorefrontOperationId,
  calls: number,
  left: number | undefined,
): Promise<Finding[]> {
  // Fetching the CSRF token of other operations' calls is itself a call of getNonce.
  let remaining = left ?? calls;
  for (let i = 0; i < calls && remaining > 0; i += 1) {
    const outcome = await browser.call(operationId, { headers: spoofed(harness, browser) });
    if (!isAnswer(outcome))
      return [finding('a call within the limit got no answer', 'an answer', outcome.failure)];
    if (outcome.status === 429)
      return [finding('the limit tripped early', `after ${calls + 1} calls`, `after ${i + 1}`)];
    remaining = readRemaining(outcome) ?? calls - i - 1;
  }
  return [];
}

// What stands left of the trusted proxy's own entry was written by the browser and counts for nothing.
function spoofed(harness: AdapterHarness, browser: Browser): Record<string, string> {
  const { address } = browser.options;
  return address === undefined ? {} : { 'X-Forwarded-For': `${harness.address()}, ${address}` };
}

function judgeDelay(outcome: Outcome, windowSeconds: number): Finding[] {
  if (!isAnswer(outcome)) return [];
  const delay = headerOf(outcome, 'retry-after');
  const seconds = Number(delay);
  const right = delay !== undefined && /^\d+$/.test(delay) && seconds >= 1 && seconds <= windowSeconds;
  const wanted = `1 to ${windowSeconds}`;
  return unless(right, 'Retry-After does not say when the limit refills', wanted, delay ?? 'none');
}
