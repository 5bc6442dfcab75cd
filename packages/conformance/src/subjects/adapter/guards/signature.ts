import { unless } from '../../../core/cells/finding.ts';
import { requestExample } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { jsonObjectOf } from '../../../core/http/answer.ts';
import { forgeriesOf, inStandardForm } from '../browser/forgeries.ts';
import { signerOf } from '../browser/signatures.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { goodAnswer } from '../cells/good-call.ts';
import { exchangeOf, judgeRefused } from '../cells/observe.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { ownError } from '../oracle/translate.ts';
import { judgeExpected } from '../rules/expected-answer.ts';

/** A call that a server signs: who else could have made it, and when. */
export function signatureCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  if (!signerOf(operationId)) return [];
  const body = () => Buffer.from(JSON.stringify(requestExample(operationId)));
  const good = goodAnswer(operationId, 'guest', guests);
  const refused = forgeriesOf(operationId).map(({ value, title, call }) =>
    guardCell(operationId, 'signature', `signature-${value}`, title, async (harness) => {
      harness.upstream.begin({});
      const options = call(body(), { ...harness.settings.secrets, apiKey: harness.canaries.apiKey });
      const exchange = await exchangeOf(
        harness,
        harness.guest(),
        operationId,
        ownError('invalid_signature'),
        options,
      );
      return await judgeRefused(exchange);
    }),
  );
  const standard = guardCell(
    operationId,
    'signature',
    'signature-standard',
    'the Standard Webhooks form, with the right secret',
    async (harness) => {
      harness.upstream.begin({});
      const options = inStandardForm(operationId, body(), harness.settings.secrets);
      return judgeExpected(await exchangeOf(harness, harness.guest(), operationId, good, options));
    },
  );
  if (operationId !== 'receiveWebhook') return [...refused, standard];
  const replay = guardCell(operationId, 'replay', 'replayed', 'the same event twice', async (harness) => {
    harness.upstream.begin({});
    const shown = requestExample(operationId) as Record<string, unknown>;
    const id = `evt_${Math.random().toString(36).slice(2).padEnd(12, '0')}`;
    const event = { body: Buffer.from(JSON.stringify({ ...shown, id })) };
    const seen: unknown[] = [];
    for (let i = 0; i < 2; i += 1)
      seen.push(jsonObjectOf(await harness.guest().call(operationId, event))?.duplicate);
    const told = seen[0] === false && seen[1] === true;
    return unless(
      told,
      'the repetition is not told from the first time',
      'false, then true',
      seen.map(String).join(', then '),
    );
  });
  return [...refused, standard, replay];
}
