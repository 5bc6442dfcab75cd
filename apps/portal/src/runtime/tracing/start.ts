import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { setGlobalErrorHandler } from '@opentelemetry/core';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import type { Logger } from '../../foundation/log.ts';
import { traceCounts, traceDebits, traceEvents, traceOrders } from './batches.ts';
import { traceEgress, traceEngine } from './outgoing.ts';
import { namePage, traceRequests } from './requests.ts';
import type { TracingSettings } from './settings.ts';
import { createSpans } from './spans.ts';
import { traceQuery, traceStatements } from './statements.ts';
import type { Tracing } from './tracing.ts';

const SERVICE_NAME = 'genvoris-portal';
// A collector that is away is not waited for longer than this (ms) when the portal closes.
const CLOSE_WITHIN_MS = 5_000;

/** Begins to tell a collector. Once per process: the context that spans hang in is the process's. */
export async function startTracing(settings: TracingSettings, log: () => Logger): Promise<Tracing> {
  const { OTLPTraceExporter } =
    settings.protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
  setGlobalErrorHandler((error) => {
    const reason = error instanceof Error ? error.message : 'unknown';
    log().warn({ reason }, 'traces could not be exported');
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: SERVICE_NAME }))
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(settings),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), ...settings.batch })],
  });
  const spans = createSpans(provider.getTracer(SERVICE_NAME));
  return {
    requests: traceRequests(spans),
    page: namePage,
    annotate: (attributes) => trace.getActiveSpan()?.setAttributes(attributes),
    alone: (name, attributes, work) => spans.within({ name, attributes, alone: true }, work),
    headers: spans.headers,
    logFields() {
      const current = trace.getActiveSpan()?.spanContext();
      return current ? { trace_id: current.traceId, span_id: current.spanId } : {};
    },
    onQuery: (event) => traceQuery(spans, event),
    statements: (run) => traceStatements(spans, run),
    ...traceDebits(spans),
    ...traceEvents(spans),
    ...traceOrders(spans),
    ...traceCounts(spans),
    egress: (egress) => traceEgress(spans, egress),
    engine: (engine, url) => traceEngine(spans, engine, url),
    async close() {
      const waited = new Promise((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS).unref());
      await Promise.race([provider.shutdown(), waited]);
    },
  };
}

function samplerOf({ sampler, ratio }: TracingSettings): Sampler {
  const named: Record<string, () => Sampler> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const root = named[sampler.replace(/^parentbased_/, '')]?.() ?? new AlwaysOnSampler();
  return sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}
