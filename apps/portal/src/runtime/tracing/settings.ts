/** How traces are told to a collector. Where, and with which headers, the exporter reads from the environment. */
export interface TracingSettings {
  readonly protocol: (typeof PROTOCOLS)[number];
  readonly sampler: (typeof SAMPLERS)[number];
  /** For the samplers that go by a ratio: 0 to 1. */
  readonly ratio: number;
  readonly batch: Batch;
}

export interface Batch {
  readonly scheduledDelayMillis: number;
  readonly exportTimeoutMillis: number;
  readonly maxQueueSize: number;
  readonly maxExportBatchSize: number;
}

export interface Reader {
  given(name: string): string | undefined;
  number(name: string, fallback: number, range: [number, number], whole?: boolean): number;
  readonly problems: string[];
}

const PROTOCOLS = ['http/protobuf', 'http/json'] as const;
const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
const LONGEST_MS = 600_000;

/**
 * Reads the variables of OpenTelemetry. Undefined, and nothing looked at further, without an endpoint for traces:
 * the others may be meant for another program.
 */
export function readTracing(reader: Reader): TracingSettings | undefined {
  const { given, number, problems } = reader;
  if (ENDPOINTS.every((name) => given(name) === undefined)) return undefined;
  function oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const text = given(name);
    if (text === undefined) return fallback;
    const value = values.find((each) => each === text);
    if (value === undefined)
      problems.push(`${name} must be one of ${values.join(', ')}, not ${JSON.stringify(text)}.`);
    return value ?? fallback;
  }

  const disabled = oneOf('OTEL_SDK_DISABLED', ['true', 'false'], 'false') === 'true';
  const exporter = oneOf('OTEL_TRACES_EXPORTER', ['otlp', 'none'], 'otlp');
  if (disabled || exporter === 'none') return undefined;

  for (const name of ENDPOINTS) {
    const url = given(name);
    // May hold credentials, and so is not repeated.
    if (url !== undefined && !isHttpUrl(url)) problems.push(`${name} must start with http:// or https://.`);
  }
  for (const name of ['OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_EXPORTER_OTLP_TRACES_HEADERS']) {
    if (!isPairs(given(name))) problems.push(`${name} must be name=value, separated by commas.`);
  }
  if (!isPairs(given('OTEL_RESOURCE_ATTRIBUTES'))) {
    problems.push('OTEL_RESOURCE_ATTRIBUTES must be name=value, separated by commas, percent-encoded.');
  }
  for (const name of ['OTEL_EXPORTER_OTLP_TIMEOUT', 'OTEL_EXPORTER_OTLP_TRACES_TIMEOUT']) {
    number(name, 10_000, [1, LONGEST_MS]);
  }
  const general = oneOf('OTEL_EXPORTER_OTLP_PROTOCOL', PROTOCOLS, 'http/protobuf');
  const protocol = oneOf('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', PROTOCOLS, general);
  const sampler = oneOf('OTEL_TRACES_SAMPLER', SAMPLERS, 'parentbased_always_on');
  // Other samplers may be told other things by it.
  const ratio = sampler.endsWith('traceidratio') ? number('OTEL_TRACES_SAMPLER_ARG', 1, [0, 1], false) : 1;
  const maxQueueSize = number('OTEL_BSP_MAX_QUEUE_SIZE', 2_048, [1, 1_000_000]);
  const batch = {
    scheduledDelayMillis: number('OTEL_BSP_SCHEDULE_DELAY', 5_000, [1, LONGEST_MS]),
    exportTimeoutMillis: number('OTEL_BSP_EXPORT_TIMEOUT', 30_000, [1, LONGEST_MS]),
    maxQueueSize,
    maxExportBatchSize: number('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', Math.min(512, maxQueueSize), [
      1,
      maxQueueSize,
    ]),
  };
  return { protocol, sampler, ratio, batch };
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^/]/.test(text) && URL.canParse(text);
}

function isPairs(text: string | undefined): boolean {
  try {
    const pairs = text?.split(',').filter((pair) => pair.trim() !== '') ?? [];
    return pairs.every((pair) => /^\s*[^=\s]+\s*=[^=]*$/.test(pair) && decodeURIComponent(pair) !== '');
  } catch {
    return false;
  }
}
