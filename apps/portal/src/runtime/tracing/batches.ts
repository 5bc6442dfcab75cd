import type { Attributes, Span } from '@opentelemetry/api';
import type { DebitRequest, DebitResult } from '../../domain/debits/debit.ts';
import type { Debits } from '../../domain/debits/group-commit.ts';
import type { EventRecorder } from '../../domain/funnel/event-recorder.ts';
import type { OrderRecorder } from '../../domain/funnel/order-recorder.ts';
import type { OrderReport } from '../../domain/funnel/order-statement.ts';
import type { EventBatch } from '../../domain/funnel/statement.ts';
import type { Counted, Counters } from '../../domain/limits/counters.ts';
import type { Spans } from './spans.ts';
import type { Tracing } from './tracing.ts';

/** A span for each debit, from its call to its outcome, and one for each batch, in which the statement is. */
export function traceDebits(spans: Spans): Pick<Tracing, 'debits' | 'aroundDebits'> {
  const batches = traceBatches<DebitRequest>(spans, 'debit');
  return {
    debits: (debits: Debits): Debits => ({
      idle: () => debits.idle(),
      debit: (request) =>
        batches.one(request, { 'genvoris.store.id': request.storeId }, async (span) => {
          const result: DebitResult = await debits.debit(request);
          span.setAttribute('genvoris.debit.outcome', result.outcome);
          return result;
        }),
    }),
    aroundDebits: batches.around,
  };
}

/** The same for each request with events of the widget. */
export function traceEvents(spans: Spans): Pick<Tracing, 'widgetEvents' | 'aroundEvents'> {
  const batches = traceBatches<EventBatch>(spans, 'record');
  return {
    widgetEvents: (recorder: EventRecorder): EventRecorder => ({
      idle: () => recorder.idle(),
      record: (batch) =>
        batches.one(batch, { 'genvoris.store.id': batch.storeId }, () => recorder.record(batch)),
    }),
    aroundEvents: batches.around,
  };
}

/** The same for each order and refund. */
export function traceOrders(spans: Spans): Pick<Tracing, 'orders' | 'aroundOrders'> {
  const batches = traceBatches<OrderReport>(spans, 'order');
  return {
    orders: (recorder: OrderRecorder): OrderRecorder => ({
      idle: () => recorder.idle(),
      record: (report) =>
        batches.one(report, { 'genvoris.store.id': report.storeId }, () => recorder.record(report)),
    }),
    aroundOrders: batches.around,
  };
}

/** The same for each hit that is counted against a limit. */
export function traceCounts(spans: Spans): Pick<Tracing, 'counters' | 'aroundCounts'> {
  const batches = traceBatches<Counted>(spans, 'count');
  return {
    counters: (counters: Counters): Counters => ({
      ...counters,
      take: (counted) =>
        batches.one(counted, { 'genvoris.limit.name': counted.scope }, () => counters.take(counted)),
    }),
    aroundCounts: batches.around,
  };
}

/**
 * Spans for what is gathered: one for each request, and one for each batch. A batch is of many traces: it hangs
 * in the first request's and is linked with all of them, both ways.
 */
function traceBatches<Request extends object>(spans: Spans, name: string) {
  const waiting = new WeakMap<Request, Span>();
  return {
    one<Result>(request: Request, attributes: Attributes, work: (span: Span) => Promise<Result>) {
      return spans.within({ name, attributes }, (span) => {
        waiting.set(request, span);
        return work(span);
      });
    },
    around<Result>(requests: readonly Request[], work: () => Promise<Result>): Promise<Result> {
      const members = requests.flatMap((request) => waiting.get(request) ?? []);
      const [first] = members;
      if (!first) return work();
      const links = members.map((member) => ({ context: member.spanContext() }));
      const attributes = { 'genvoris.batch.size': requests.length };
      return spans.within({ name: `${name} batch`, attributes, links, under: first }, async (batch) => {
        for (const member of members) member.addLink({ context: batch.spanContext() });
        return work();
      });
    },
  };
}
