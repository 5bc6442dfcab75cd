import { gunzipSync } from 'node:zlib';
import { startReceiver } from './receiver.ts';

export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  /** As OTLP numbers them: 1 internal, 2 server, 3 client. */
  readonly kind: number;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly links: readonly string[];
  readonly failed: boolean;
}

/** A collector of OTLP over HTTP. It reads JSON; of protobuf it keeps the bytes, in which text is readable. */
export interface Collector {
  readonly url: string;
  /** Path and content type of each request. */
  requests(): string[];
  spans(): CollectedSpan[];
  resource(): Readonly<Record<string, string | number>>;
  /** Everything it was sent, as it was sent. */
  raw(): string;
  close(): Promise<void>;
}

interface Value {
  readonly stringValue?: string;
  readonly intValue?: string | number;
  readonly doubleValue?: number;
}
type Pairs = readonly { readonly key: string; readonly value: Value }[];

export async function startCollector(): Promise<Collector> {
  const receiver = await startReceiver(() => ({
    status: 200,
    body: '{}',
    headers: { 'content-type': 'application/json' },
  }));
  const bodies = () =>
    receiver.received.map(({ headers, body }) =>
      headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body,
    );
  // biome-ignore lint/suspicious/noExplicitAny: OTLP's own shape, read as far as the tests need it
  const resourceSpans = (): any[] =>
    bodies().flatMap((body) => JSON.parse(body.toString()).resourceSpans ?? []);
  return {
    url: receiver.url,
    requests: () => receiver.received.map(({ path, headers }) => `${path} ${headers['content-type']}`),
    spans: () =>
      resourceSpans()
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans)
        .map((span) => ({
          traceId: span.traceId,
          spanId: span.spanId,
          parentSpanId: span.parentSpanId || undefined,
          name: span.name,
          kind: span.kind,
          attributes: toRecord(span.attributes),
          links: (span.links ?? []).map((link: { spanId: string }) => link.spanId),
          failed: span.status?.code === 2,
        })),
    resource: () => toRecord(resourceSpans()[0]?.resource.attributes ?? []),
    raw: () =>
      bodies()
        .map((body) => body.toString('latin1'))
        .join('\n'),
    close: receiver.close,
  };
}

function toRecord(pairs: Pairs): Record<string, string | number> {
  return Object.fromEntries(
    pairs.map(({ key, value }) => [key, value.stringValue ?? value.doubleValue ?? Number(value.intValue)]),
  );
}
