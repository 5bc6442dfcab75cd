import { operation, type ProviderOperationId } from '../call.ts';
import type { Reply } from '../reply.ts';
import { soundCall } from '../sound-call.ts';
import { type ProviderStage, withGiven } from '../stage.ts';

/** Sends the same request until it is refused for its number, at most once more than the documented limit. */
export async function overTheLimit(stage: ProviderStage, operationId: ProviderOperationId): Promise<Reply> {
  const { limit = 0 } = operation(operationId).rateLimit ?? {};
  const given = await stage.enter({ state: 'rate_limited', operationId, status: 429 });
  const call = withGiven(await soundCall(stage, operationId), given);
  let reply = await stage.send(call);
  for (let sent = 1; reply.status !== 429 && sent <= limit; sent += 1) {
    // The first and the last few are enough to judge.
    if (stage.replies.length > 12) stage.replies.splice(8, 1);
    reply = await stage.send(call);
  }
  return reply;
}
