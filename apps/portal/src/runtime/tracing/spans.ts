import {
  type Attributes,
  context,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';

export interface SpanOptions {
  readonly name: string;
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  readonly links?: Link[];
  /** Continue the trace of these headers. */
  readonly from?: Headers;
  /** A child of this one. */
  readonly under?: Span;
  /** Begin a trace of its own, whatever the caller is in. */
  readonly alone?: boolean;
}

export type Spans = ReturnType<typeof createSpans>;

const propagator = new W3CTraceContextPropagator();

export function createSpans(tracer: Tracer) {
  return {
    tracer,
    /** Does work in a span, which ends with it; by default a child of the one that the caller is in. */
    async within<Result>(options: SpanOptions, work: (span: Span) => Promise<Result>): Promise<Result> {
      const parent = parentOf(options);
      const { name, kind = SpanKind.INTERNAL, attributes = {}, links = [] } = options;
      const span = tracer.startSpan(name, { kind, attributes, links }, parent);
      try {
        return await context.with(trace.setSpan(parent, span), work, undefined, span);
      } catch (error) {
        fail(span, errorType(error));
        throw error;
      } finally {
        span.end();
      }
    },
    headers(): Record<string, string> {
      const carrier: Record<string, string> = {};
      propagator.inject(context.active(), carrier, {
        set: (into, name, value) => {
          into[name] = value;
        },
      });
      return carrier;
    },
  };
}

function parentOf({ from, under, alone = false }: SpanOptions) {
  if (under) return trace.setSpan(ROOT_CONTEXT, under);
  if (!from) return alone ? ROOT_CONTEXT : context.active();
  return propagator.extract(ROOT_CONTEXT, from, {
    get: (headers, name) => headers.get(name) ?? undefined,
    keys: (headers) => [...headers.keys()],
  });
}

export function fail(span: Span, type: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute(ATTR_ERROR_TYPE, type);
}

/** Its code or class, never its message: PostgreSQL's quote the values that it refuses. */
export function errorType(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const type = [code, name].find((each) => typeof each === 'string' && /^\w{1,60}$/.test(each));
  return typeof type === 'string' ? type : 'Error';
}
