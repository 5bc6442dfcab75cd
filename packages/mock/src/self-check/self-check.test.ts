import type { OperationId } from '@genvoris/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, setHeader } from '../answers/answer.ts';
import { createScenarioServer, type ScenarioServer } from '../scenario-server.ts';
import { MOCK_OPERATIONS } from '../spec/operations.ts';
import { loadSpec, type SpecDocument } from '../spec/spec-document.ts';
import { printReport } from './print-report.ts';
import { type SelfCheckReport, selfCheck } from './self-check.ts';

let server: ScenarioServer;

beforeAll(async () => {
  server = await createScenarioServer({ keepRequests: 0 });
});

afterEach(() => {
  server.mutate = undefined;
});

afterAll(() => server.close());

function check(operationId: OperationId, specs: Record<string, SpecDocument> = {}): Promise<SelfCheckReport> {
  return selfCheck({ url: server.url, operations: [operationId], specs });
}

function faultsOf({ mismatches }: SelfCheckReport): string {
  return [...new Set(mismatches.flatMap(({ faults }) => faults))].join('\n');
}

describe('the self-check', () => {
  it('finds that every answer of the mock conforms', async () => {
    const report = await selfCheck({ url: server.url });
    expect(report.mismatches).toEqual([]);
    expect(report.ok).toBe(true);
    const documented = MOCK_OPERATIONS.flatMap(({ responses }) =>
      responses.map(({ examples }) => examples.length || 1),
    );
    expect(report.examples).toBe(documented.reduce((sum, count) => sum + count, 0));
    expect(printReport(report)).toContain('The mock conforms to the specs.');
  }, 90_000);

  it('fails where it looked at nothing', async () => {
    expect((await selfCheck({ url: server.url, operations: [] })).ok).toBe(false);
  });
});

function withBody(text: string): (answer: Answer) => Answer {
  return (answer) => ({ ...answer, body: Buffer.from(text) });
}

function withHeader(name: string, value: string): (answer: Answer) => Answer {
  return (answer) => {
    setHeader(answer, name, value);
    return answer;
  };
}

// Each way of being wrong, and the words that must name it.
const BREAKAGES: [wrong: string, broken: (answer: Answer) => Answer, words: RegExp][] = [
  ['status', (answer) => ({ ...answer, status: 203 }), /status 203 instead of 200/],
  [
    'content type',
    withHeader('Content-Type', 'text/html'),
    /content type text\/html instead of application\/json/,
  ],
  [
    'set of headers',
    ({ status, body }) => ({ status, body, headers: { 'Content-Type': 'application/json' } }),
    /required header X-Request-Id is missing/,
  ],
  ['X-Request-Id', withHeader('X-Request-Id', 'no good'), /header X-Request-Id: no good .*pattern/],
  [
    'X-Request-Id, the same every time',
    withHeader('X-Request-Id', 'req_12345678'),
    /req_12345678 was given before/,
  ],
  ['Retry-After', withHeader('Retry-After', 'soon'), /header Retry-After: soon/],
  ['header, the word null', withHeader('X-Null', 'null'), /header x-null is the word null/],
  ['body, not JSON', withBody('{'), /the body is not JSON/],
  ['body for its schema', withBody('{"access":"HIBERNATING"}'), /access breaks .*enum/],
  ['body, of another scenario', withBody('{"access":"ERROR"}'), /the body is not the example ALLOWED/],
];

describe('the self-check on a broken mock', () => {
  it.each(BREAKAGES)('fails for a wrong %s', async (_, broken, words) => {
    server.mutate = broken;
    const report = await check('getStatus');
    expect(report.ok).toBe(false);
    expect(faultsOf(report)).toMatch(words);
    expect(printReport(report)).toContain('does NOT conform');
  });

  it('fails where the mock is not there', async () => {
    const report = await selfCheck({ url: 'http://127.0.0.1:1', operations: ['getJwks'] });
    expect(report.ok).toBe(false);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a spec is edited by path, as a person would
const SPECS: [broken: string, change: (spec: any) => void, words: RegExp][] = [
  [
    'an example breaks its schema',
    (spec) => (spec.components.schemas.Access = { type: 'string', enum: ['ALLOWED'] }),
    /enum/,
  ],
  ['a schema does not compile', (spec) => (spec.components.schemas.Access = { type: 'strang' }), /./],
  [
    'the spec documents a header that the mock does not send',
    (spec) => {
      const { headers } = spec.paths['/status'].get.responses['200'];
      headers['X-New'] = { required: true, schema: { type: 'string' } };
    },
    /required header X-New is missing/,
  ],
];

describe('the self-check against a broken spec', () => {
  it.each(SPECS)('fails where %s', async (_, change, words) => {
    const spec = structuredClone(await loadSpec('status'));
    change(spec);
    const report = await check('getStatus', { status: spec });
    expect(report.ok).toBe(false);
    expect(faultsOf(report)).toMatch(words);
  });
});
