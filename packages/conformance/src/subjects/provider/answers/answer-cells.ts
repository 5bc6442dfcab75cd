import { CannotDriveError } from '../../../core/cells/errors.ts';
import { operation, type ProviderOperationId } from '../calls/call.ts';
import { describe, type Reply, wordOf } from '../calls/reply.ts';
import { type ProviderCell, providerCell } from '../cells/provider-cell.ts';
import { validCall } from '../fixtures/valid-call.ts';
import type { Assertions } from '../harness/assertions.ts';
import { type ProviderHarness, withStateParams } from '../harness/harness.ts';
import { exampleMatcher } from './example-matchers.ts';
import { overTheLimit } from './over-the-limit.ts';
import { REFUSALS } from './refusals.ts';
import { SUCCESSES } from './successes.ts';

/** Every documented answer of an operation, each to be seen. */
export function answerCells(operationId: ProviderOperationId): ProviderCell[] {
  return Object.entries(operation(operationId).responses).flatMap(([text, { examples }]) => {
    const status = Number(text);
    const names = examples.length > 0 ? examples : ['no_body'];
    return names.map((example) =>
      providerCell({
        operationId,
        dimension: 'answer',
        value: `${status}/${example}`,
        title: `the documented ${status} ${example}`,
        rule: status === 429 ? 'rate-limit' : 'answer',
        answer: { status, example },
        async drive(harness, assert) {
          const reply = await provoke(harness, operationId, status, example);
          if (status >= 400) {
            assert.refused(reply, status, [example], 'the documented answer does not come');
            if (status === 429) assertNothingLeft(assert, reply);
            if (example.startsWith('end_customer_quota.')) assertQuotaSaid(assert, reply, example);
            return;
          }
          if (!assert.status(reply, status, 'the documented answer does not come')) return;
          const mark = exampleMatcher(operationId, example);
          const told = names.length === 1 || (mark !== undefined && holds(mark, reply));
          assert.that(told, `the answer is not what ${example} shows`, example, describe(reply));
        },
      }),
    );
  });
}

/** What was used of how much; the summary of a refusal is of no use to a paywall without. */
function assertQuotaSaid(assert: Assertions, { body }: Reply, example: string): void {
  const { used, limit } = body ?? {};
  const whole = Number.isInteger(used) && Number.isInteger(limit);
  if (
    !assert.that(whole, 'the refusal does not say what was used of how much', 'used and limit', {
      used,
      limit,
    })
  )
    return;
  const fits = example.endsWith('.no_plan')
    ? limit === 0
    : example.endsWith('.quota_exhausted')
      ? used >= limit
      : limit > 0;
  assert.that(fits, 'used and limit are not of this refusal', example, { used, limit });
}

/** What a refused request says of the limit, if it says anything (draft-ietf-httpapi-ratelimit-headers). */
function assertNothingLeft(assert: Assertions, reply: Reply): void {
  const limit = reply.header('ratelimit');
  if (limit === undefined) return;
  assert.that(/;\s*r=0\b/.test(limit), 'over the limit something is said to be left', 'r=0', limit);
  const policy = reply.header('ratelimit-policy') ?? 'none';
  assert.that(
    /;\s*q=[1-9]\d*.*;\s*w=[1-9]\d*/.test(policy),
    'the limit itself is not said',
    'q and w',
    policy,
  );
}

/** The setup hook is asked first: on a server without state it is the only one who can. */
async function provoke(
  harness: ProviderHarness,
  operationId: ProviderOperationId,
  status: number,
  example: string,
): Promise<Reply> {
  if (status === 429) return overTheLimit(harness, operationId);
  const given = await harness.enter({ state: example, operationId, status });
  if (given) return harness.send(withStateParams(await validCall(harness, operationId), given));
  const recipe = SUCCESSES[`${operationId}.${example}`] ?? REFUSALS[example];
  if (recipe) return recipe(harness, operationId);
  if (status < 300) return harness.send(await validCall(harness, operationId));
  throw new CannotDriveError(
    `nothing the contract offers brings ${status} ${example} about; --setup must know ${example}, or the configuration say why it is "unreachable"`,
  );
}

function holds(mark: NonNullable<ReturnType<typeof exampleMatcher>>, reply: Reply): boolean {
  try {
    return mark(reply.body, reply);
  } catch {
    // A body of another shape has not what the mark looks for; the spec's rule says what is wrong with it.
    return false;
  }
}

/** What an answer is, as the specs name it: to tell what else was seen on the way. */
export function nameOf(reply: Reply): { status: number; example: string } | undefined {
  const { call, status } = reply;
  const examples = operation(call.operationId).responses[status]?.examples;
  if (!examples) return undefined;
  const word = wordOf(reply);
  if (status >= 400)
    return word !== undefined && examples.includes(word) ? { status, example: word } : undefined;
  if (examples.length <= 1) return { status, example: examples[0] ?? 'no_body' };
  const example = examples.find((name) => {
    const mark = exampleMatcher(call.operationId, name);
    return mark !== undefined && holds(mark, reply);
  });
  return example === undefined ? undefined : { status, example };
}
