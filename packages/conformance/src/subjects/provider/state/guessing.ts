import { FAILURE_LIMIT } from '@genvoris/contract';
import { CannotDriveError } from '../../../core/cells/errors.ts';
import { inventKey } from '../../../core/contract/invent-key.ts';
import { type Call, type ProviderOperationId, takesKeyInBody } from '../calls/call.ts';
import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { validCall } from '../fixtures/valid-call.ts';
import { withStateParams } from '../harness/harness.ts';

/** One operation of each way in which a key or a secret is presented. */
const GUESSED: readonly ProviderOperationId[] = ['getStatus', 'listPlans', 'trackTryon', 'analyzePhoto'];

/** Failures to authenticate, one after another from one address. */
export const GUESSING_CELLS: readonly ProviderCell[] = GUESSED.map((operationId) =>
  stateCell(
    `${operationId}.guessing`,
    'keys are tried, and a good one after them',
    async (harness, assert) => {
      const given = await harness.enter({ state: 'guessing', operationId });
      if (!given)
        throw new CannotDriveError('it needs the state guessing, which --setup does not bring about');
      const good = withStateParams(await validCall(harness, operationId), given);
      const bad: Call = {
        ...good,
        ...(takesKeyInBody(operationId) ? { secret: inventKey() } : { key: inventKey('live') }),
      };
      const { limit, windowSeconds } = FAILURE_LIMIT;
      for (let failed = 0; failed < limit; failed += 1) {
        const reply = await harness.send(bad);
        if (!assert.status(reply, 401, `failure ${failed + 1} is not answered as one`)) return;
      }
      for (const [call, whose] of [
        [bad, 'one more key is tried'],
        [good, 'a good key is let in'],
      ] as const) {
        const reply = await harness.send(call);
        assert.refused(reply, 429, 'rate_limited', `after ${limit} failures ${whose}`);
        const wait = Number(reply.header('retry-after'));
        const fits = wait >= 1 && wait <= windowSeconds;
        assert.that(fits, 'Retry-After is not the rest of the window', `1 to ${windowSeconds}`, wait);
      }
    },
  ),
);
