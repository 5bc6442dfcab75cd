import type { Span } from '@opentelemetry/api';
import type { DebitRequest, DebitResult } from '../debits/debit.ts';
import type { Debits } from '../debits/group-commit.ts';
import type { Spans } from './spans.ts';
import type { Tracing } from './tracing.ts';

type TracedDebits = Pick<Tracing, 'debits' | 'aroundBatch'>;

/**
 * A span for each debit, from its call to its outcome, and one for each batch, in which the statement is. A batch
 * is of many traces: it hangs in the first debit's and is linked with all of them, both ways.
 */
export function traceDebits(spans: Spans): TracedDebits {
  const waiting = new WeakMap<DebitRequest, Span>();
  return {
    debits: (debits: Debits): Debits => ({
      idle: () => debits.idle(),
      debit: (request) =>
        spans.within(
          { name: 'debit', attributes: { 'genvoris.store.id': request.storeId } },
          async (span) => {
            waiting.set(request, span);
            const result: DebitResult = await debits.debit(request);
            span.setAttribute('genvoris.debit.outcome', result.outcome);
            return result;
          },
        ),
    }),
    aroundBatch(requests, work) {
      const members = requests.flatMap((request) => waiting.get(request) ?? []);
      const [first] = members;
      if (!first) return work();
      const links = members.map((member) => ({ context: member.spanContext() }));
      const attributes = { 'genvoris.batch.size': requests.length };
      return spans.within({ name: 'debit batch', attributes, links, under: first }, async (batch) => {
        for (const member of members) member.addLink({ context: batch.spanContext() });
        return work();
      });
    },
  };
}
