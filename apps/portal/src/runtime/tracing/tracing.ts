import type { Attributes } from '@opentelemetry/api';
import type { MiddlewareHandler } from 'hono';
import type { LogEvent } from 'kysely';
import type { Debits, GroupCommitOptions } from '../../domain/debits/group-commit.ts';
import type { EventRecorder, EventRecorderOptions } from '../../domain/funnel/event-recorder.ts';
import type { OrderRecorder, OrderRecorderOptions } from '../../domain/funnel/order-recorder.ts';
import type { Counters, CountersOptions } from '../../domain/limits/counters.ts';
import type { Egress } from '../../foundation/egress/egress.ts';
import type { TryonEngine } from '../../images/engine/engine.ts';
import type { RunStatement } from '../../storage/database.ts';

/**
 * Spans of what the portal does, for a collector. It is undefined throughout the portal unless an endpoint is
 * configured, and then nothing of OpenTelemetry is loaded (start.ts loads it).
 *
 * No attribute has what a caller wrote: no key, token, address, body, path or header, only names of ours and ids
 * that we made.
 */
export interface Tracing {
  /** A server span around each request, in the trace of its `traceparent`. */
  readonly requests: MiddlewareHandler;
  /** Names the span of the request by a page's route. */
  page(method: string, route: string): void;
  /** Adds to the span that the caller is in. */
  annotate(attributes: Attributes): void;
  /** Does work in a span of a trace of its own. */
  alone<Result>(name: string, attributes: Attributes, work: () => Promise<Result>): Promise<Result>;
  /** `traceparent` of the span that the caller is in; empty outside one. */
  headers(): Record<string, string>;
  /** What a line of the log is given, so that it is found from the trace and back. */
  logFields(): Record<string, string>;
  /** For Kysely's log. Statements outside a span, such as a worker's looks, are not told. */
  onQuery(event: LogEvent): void;
  statements(run: RunStatement): RunStatement;
  /** For the group commit: a span for each batch, linked with those of its debits. */
  readonly aroundDebits: NonNullable<GroupCommitOptions['around']>;
  debits(debits: Debits): Debits;
  /** For the widget's events, the same. */
  readonly aroundEvents: NonNullable<EventRecorderOptions['around']>;
  widgetEvents(recorder: EventRecorder): EventRecorder;
  /** For orders and refunds, the same. */
  readonly aroundOrders: NonNullable<OrderRecorderOptions['around']>;
  orders(recorder: OrderRecorder): OrderRecorder;
  /** For what is counted against limits, the same. */
  readonly aroundCounts: NonNullable<CountersOptions['around']>;
  counters(counters: Counters): Counters;
  egress(egress: Egress): Egress;
  engine(engine: TryonEngine, url: string | undefined): TryonEngine;
  /** Sends what is left, for at most some seconds. */
  close(): Promise<void>;
}
