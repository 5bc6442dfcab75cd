import { operation, type ProviderOperationId } from '../calls/call.ts';
import type { Reply } from '../calls/reply.ts';
import { validCall } from '../fixtures/valid-call.ts';
import { type ProviderHarness, withStateParams } from '../harness/harness.ts';

/** Sends the same request until it is refused for its number, at most once more than the documented limit. */
export async function overTheLimit(
  harness: ProviderHarness,
  operationId: ProviderOperationId,
): Promise<Reply> {
  const { limit = 0 } = operation(operationId).rateLimit ?? {};
  const given = await harness.enter({ state: 'rate_limited', operationId, status: 429 });
  const call = withStateParams(await validCall(harness, operationId), given);
  let reply = await harness.send(call);
  for (let sent = 1; reply.status !== 429 && sent <= limit; sent += 1) {
    // The first and the last few are enough to judge.
    if (harness.replies.length > 12) harness.replies.splice(8, 1);
    reply = await harness.send(call);
  }
  return reply;
}
