import type { ParsedBody, Target } from '../requests/incoming.ts';
import type { RecordedRequest } from '../requests/recorded-request.ts';
import type { MockOperation } from '../spec/operations.ts';
import { KEY_PREFIX, parseScenario, type Scenario, scenarioOfKey } from './scenario.ts';

/** What can be known before the body: a path prefix, a bearer token, a key in its header or in the query. */
export function scenarioOfHead(request: RecordedRequest, target: Target): Scenario | undefined {
  if (target.scenario !== undefined) return parseScenario(withoutKeyPrefix(target.scenario));
  for (const key of [
    ...bearerTokens(request),
    ...request.headerValues('x-api-key'),
    ...target.query.getAll('api_key'),
  ]) {
    const scenario = scenarioOfKey(key);
    if (scenario) return scenario;
  }
  return undefined;
}

/** A key inside the body: `api_key` (track), or the one-time `code` of the connect exchange. */
export function scenarioOfBody(
  operation: MockOperation,
  target: Target,
  body: ParsedBody,
): Scenario | undefined {
  const fields = 'value' in body && isRecord(body.value) ? body.value : {};
  const candidates = [fields.api_key];
  if ((operation.spec as string) === 'connect') candidates.push(fields.code, target.query.get('code'));
  for (const candidate of candidates) {
    const scenario = typeof candidate === 'string' ? scenarioOfKey(candidate) : undefined;
    if (scenario) return scenario;
  }
  return undefined;
}

// `/scenario/gvk_test_ALLOWED/…` is an easy slip and means one thing only.
function withoutKeyPrefix(name: string): string {
  return name.startsWith(KEY_PREFIX) ? name.slice(KEY_PREFIX.length) : name;
}

function bearerTokens(request: RecordedRequest): string[] {
  return request
    .headerValues('authorization')
    .map((value) => /^Bearer +(\S+)\s*$/i.exec(value)?.[1])
    .filter((token) => token !== undefined);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
