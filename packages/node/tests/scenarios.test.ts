import { OPERATIONS, type OperationId, SCENARIOS, type ScenarioAnswer } from '@genvoris/contract';
import status from '@genvoris/contract/specs/status.json' with { type: 'json' };
import tryon from '@genvoris/contract/specs/tryon.json' with { type: 'json' };
import track from '@genvoris/contract/specs/tryon-track.json' with { type: 'json' };
import v1 from '@genvoris/contract/specs/v1.json' with { type: 'json' };
import { createMock, type Mock } from '@genvoris/mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../src/client/typed-client.ts';
import type { Genvoris } from '../src/client.ts';
import { errorOf, FORM, openClient, TRYON } from './clients.ts';

type Json = { [name: string]: Json };
const DOCUMENTS = { status, tryon, 'tryon-track': track, v1 } as unknown as Record<string, Json>;

/** Every example of every answer that a client of ours can get, from the specs. */
const ANSWERS = (Object.values(SCENARIOS).flat() as ScenarioAnswer[]).filter(
  ({ operationId }) => OPERATIONS[operationId].spec in DOCUMENTS,
);

let mock: Mock;
beforeAll(async () => {
  mock = await createMock();
  await mock.warmUp();
});
afterAll(() => mock.close());

describe('every documented answer', () => {
  const good = ANSWERS.filter((answer) => answer.status < 300);
  it.each(good)('$operationId $status $example comes as it is', async ({ operationId, status, example }) => {
    const got = await call(clientFor(example), operationId);
    expect(got.status).toBe(status);
    expect(got.data).toEqual(status === 204 ? undefined : exampleOf(operationId, status, example));
  });

  const bad = ANSWERS.filter((answer) => answer.status >= 300);
  it.each(bad)('$operationId $status $example is an error by that name', async (answer) => {
    const { operationId, status, example } = answer;
    const [code, reason] = example.split('.');
    const error = await errorOf(call(clientFor(example), operationId));
    expect(error).toMatchObject({ name: 'GenvorisApiError', code, reason, status });
    expect(error.requestId).toMatch(/^[\w.-]{8,}$/);
    expect(error.retryAfter === undefined).toBe(status !== 429);
  });
});

it('there is something to go through, of every spec', () => {
  const specs = new Set(ANSWERS.map(({ operationId }) => OPERATIONS[operationId].spec));
  expect([...specs].sort()).toEqual(Object.keys(DOCUMENTS).sort());
});

function clientFor(example: string): Genvoris {
  return openClient(mock.url, { apiKey: `gvk_test_${example}`, maxRetries: 0, timeoutMs: 5000 });
}

/** Calls an operation with the parameters and the body of its own examples. */
async function call(
  genvoris: Genvoris,
  operationId: OperationId,
): Promise<{ data: unknown; status: number }> {
  const { spec, method, path } = OPERATIONS[operationId];
  if (operationId === 'analyzePhoto') return { data: await genvoris.tryon.analyze(FORM), status: 200 };
  if (operationId === 'generateTryon') return { data: await genvoris.tryon.generate(FORM), status: 200 };
  if (operationId === 'trackTryon') return { data: await genvoris.track.report(TRYON), status: 200 };
  const client = spec === 'status' ? genvoris.status : genvoris.v1;
  const item = DOCUMENTS[spec]?.paths?.[path] ?? {};
  const operation = item[method.toLowerCase()] ?? {};
  const inPath = [...list(item.parameters), ...list(operation.parameters)]
    .map((parameter) => resolve(spec, parameter))
    .filter((parameter) => String(parameter.in) === 'path')
    .map((parameter) => [String(parameter.name), parameter.example]);
  const [body] = Object.values(operation.requestBody?.content?.['application/json']?.examples ?? {});
  const init = {
    params: { path: Object.fromEntries(inPath) },
    ...(body === undefined ? {} : { body: resolve(spec, body).value }),
  };
  const send = (
    client as unknown as Record<string, (path: string, init: object) => Promise<Answer<unknown>>>
  )[method];
  if (send === undefined) throw new Error(`there is no ${method} for ${operationId}`);
  const { data, response } = await send(path, init);
  return { data, status: response.status };
}

function exampleOf(operationId: OperationId, status: number, name: string): unknown {
  const { spec, method, path } = OPERATIONS[operationId];
  const answer = DOCUMENTS[spec]?.paths?.[path]?.[method.toLowerCase()]?.responses?.[status];
  const example = resolve(spec, answer ?? {}).content?.['application/json']?.examples?.[name];
  return resolve(spec, example ?? {}).value;
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function resolve(spec: string, value: Json): Json {
  const { $ref } = value as { $ref?: unknown };
  if (typeof $ref !== 'string') return value;
  return $ref
    .slice(2)
    .split('/')
    .reduce((node: Json, key) => node[key] ?? {}, DOCUMENTS[spec] ?? {});
}
