import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startCollector } from './kit/collector.ts';
import { runPortal, startPortalProcess } from './kit/portal-process.ts';

// How the variables of OpenTelemetry are read, by `portal serve` as a process.

const folder = mkdtempSync(join(tmpdir(), 'genvoris-tracing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = { GENVORIS_DATA: folder, LOG_LEVEL: 'info' };
const WATCH = `--import=data:text/javascript,${encodeURIComponent(
  "import{registerHooks}from'node:module';registerHooks({resolve(s,c,n){if(s.includes('opentelemetry'))console.error('LOADED '+s);return n(s,c)}})",
)}`;

test('goes by the variables of OpenTelemetry: protobuf, a path of its own, name and attributes', async () => {
  const collector = await startCollector();
  const portal = await startPortalProcess({
    ...env,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/own/path`,
    OTEL_SERVICE_NAME: 'portal-of-the-tests',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=laptop,city=Z%C3%BCrich',
  });
  await fetch(`${portal.url}/.well-known/jwks.json`);
  expect(await portal.stop()).toBe(0);
  expect(collector.requests()[0]).toBe('/own/path application/x-protobuf');
  for (const text of ['portal-of-the-tests', 'laptop', 'getJwks']) expect(collector.raw()).toContain(text);
  await collector.close();
}, 30_000);

test('loads nothing of OpenTelemetry, and says no trace in the log, without an endpoint or when it is switched off', async () => {
  for (const more of [{}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_SDK_DISABLED: 'true' }]) {
    const portal = await startPortalProcess({ ...env, ...more }, { node: [WATCH] });
    await fetch(`${portal.url}/.well-known/jwks.json`);
    await fetch(`${portal.url}/login`);
    await portal.stop();
    expect(portal.said()).not.toContain('LOADED');
    expect(portal.said()).not.toContain('trace_id');
    expect(portal.said()).toContain('getJwks');
  }
  const on = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
  const portal = await startPortalProcess({ ...env, ...on }, { node: [WATCH] });
  await portal.stop();
  expect(portal.said()).toContain('LOADED');
}, 60_000);

test('a collector that is away costs a line in the log, no request and no shutdown', async () => {
  const portal = await startPortalProcess({
    ...env,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_EXPORTER_OTLP_TIMEOUT: '1000',
    OTEL_BSP_SCHEDULE_DELAY: '50',
  });
  expect((await fetch(`${portal.url}/.well-known/jwks.json`)).status).toBe(200);
  await expect.poll(portal.said).toContain('traces could not be exported');
  expect(await portal.stop()).toBe(0);
}, 40_000);

test.each([
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'ftp://collector'],
  ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
  ['OTEL_TRACES_SAMPLER', 'sometimes'],
  ['OTEL_SDK_DISABLED', 'yes'],
  ['OTEL_TRACES_EXPORTER', 'zipkin'],
  ['OTEL_RESOURCE_ATTRIBUTES', 'laptop'],
  ['OTEL_RESOURCE_ATTRIBUTES', 'a=%zz'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'api-key'],
  ['OTEL_BSP_SCHEDULE_DELAY', 'soon'],
  ['OTEL_BSP_MAX_EXPORT_BATCH_SIZE', '0'],
])('%s=%s stops the start, by name', async (name, value) => {
  const { code, said } = await runPortal(
    { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', [name]: value },
    'serve',
  );
  expect(code).toBe(1);
  expect(said).toContain(`${name} must`);
});

test('a ratio that is none stops the start, and headers are not repeated', async () => {
  const on = { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
  const ratio = { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' };
  const { said } = await runPortal({ ...on, ...ratio, OTEL_EXPORTER_OTLP_HEADERS: 'hunter2' }, 'serve');
  expect(said).toContain('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1');
  expect(said).toContain('OTEL_EXPORTER_OTLP_HEADERS must');
  expect(said).not.toContain('hunter2');
});
