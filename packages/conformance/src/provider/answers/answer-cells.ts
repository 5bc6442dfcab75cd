import { CannotDriveError } from '../../run/stage.ts';
import { operation, type ProviderOperationId } from '../call.ts';
import type { Claims } from '../claims.ts';
import { type ProviderCell, providerCell } from '../provider-cell.ts';
import { describe, type Reply, wordOf } from '../reply.ts';
import { soundCall } from '../sound-call.ts';
import { type ProviderStage, withGiven } from '../stage.ts';
import { markOf } from './marks.ts';
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
        async drive(stage, claims) {
          const reply = await provoke(stage, operationId, status, example);
          if (status >= 400) {
            claims.refused(reply, status, [example], 'the documented answer does not come');
            if (status === 429) claimNothingLeft(claims, reply);
            return;
          }
          if (!claims.status(reply, status, 'the documented answer does not come')) return;
          const mark = markOf(operationId, example);
          const told = names.length === 1 || (mark !== undefined && holds(mark, reply));
          claims.that(told, `the answer is not what ${example} shows`, example, describe(reply));
        },
      }),
    );
  });
}

/** What a refused request says of the limit, if it says anything (draft-ietf-httpapi-ratelimit-headers). */
function claimNothingLeft(claims: Claims, reply: Reply): void {
  const limit = reply.header('ratelimit');
  if (limit === undefined) return;
  claims.that(/;\s*r=0\b/.test(limit), 'over the limit something is said to be left', 'r=0', limit);
  const policy = reply.header('ratelimit-policy') ?? 'none';
  claims.that(
    /;\s*q=[1-9]\d*.*;\s*w=[1-9]\d*/.test(policy),
    'the limit itself is not said',
    'q and w',
    policy,
  );
}

/** The setup hook is asked first: on a server without state it is the only one who can. */
async function provoke(
  stage: ProviderStage,
  operationId: ProviderOperationId,
  status: number,
  example: string,
): Promise<Reply> {
  if (status === 429) return overTheLimit(stage, operationId);
  const given = await stage.enter({ state: example, operationId, status });
  if (given) return stage.send(withGiven(await soundCall(stage, operationId), given));
  const recipe = SUCCESSES[`${operationId}.${example}`] ?? REFUSALS[example];
  if (recipe) return recipe(stage, operationId);
  if (status < 300) return stage.send(await soundCall(stage, operationId));
  throw new CannotDriveError(
    `nothing the contract offers brings ${status} ${example} about; --setup must know ${example}, or the configuration say why it is "unreachable"`,
  );
}

function holds(mark: NonNullable<ReturnType<typeof markOf>>, reply: Reply): boolean {
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
    const mark = markOf(call.operationId, name);
    return mark !== undefined && holds(mark, reply);
  });
  return example === undefined ? undefined : { status, example };
}
