import type { OperationId } from '@genvoris/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, setHeader } from '../answer.ts';
import { MOCK_OPERATIONS } from '../operations.ts';
import { createScenarioServer, type ScenarioServer } from '../scenario-server.ts';
import { loadSpec, type SpecDocument } from '../spec-document.ts';
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
  });

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

interface Breakage {
  wrong: string;
  broken: (answer: Answer) => Answer;
  words: RegExp;
}

// Each way of being wrong, and the words that must name it.
const BREAKAGES: Breakage[] = [
  { wrong: 'status', broken: (answer) => ({ ...answer, status: 203 }), words: /status 203 instead of 200/ },
  {
    wrong: 'content type',
    broken: withHeader('Content-Type', 'text/html'),
    words: /content type text\/html instead of application\/json/,
  },
  {
    wrong: 'set of headers',
    broken: ({ status, body }) => ({ status, body, headers: { 'Content-Type': 'application/json' } }),
    words: /required header X-Request-Id is missing/,
  },
  {
    wrong: 'X-Request-Id',
    broken: withHeader('X-Request-Id', 'no good'),
    words: /header X-Request-Id: no good .*pattern/,
  },
  {
    wrong: 'X-Request-Id, the same every time',
    broken: withHeader('X-Request-Id', 'req_12345678'),
    words: /req_12345678 was given before/,
  },
  { wrong: 'Retry-After', broken: withHeader('Retry-After', 'soon'), words: /header Retry-After: soon/ },
  {
    wrong: 'header, the word null',
    broken: withHeader('X-Null', 'null'),
    words: /header x-null is the word null/,
  },
  { wrong: 'body, not JSON', broken: withBody('{'), words: /the body is not JSON/ },
  {
    wrong: 'body for its schema',
    broken: withBody('{"access":"HIBERNATING"}'),
    words: /access breaks .*enum/,
  },
  {
    wrong: 'body, of another scenario',
    broken: withBody('{"access":"ERROR"}'),
    words: /the body is not the example ALLOWED/,
  },
];

describe('the self-check on a broken mock', () => {
  it.each(BREAKAGES)('fails for a wrong $wrong', async ({ broken, words }) => {
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

describe('the self-check against a broken spec', () => {
  it('fails where an example breaks its schema', async () => {
    const spec = structuredClone(await loadSpec('status')) as SpecDocument & {
      components: { schemas: Record<string, unknown> };
    };
    spec.components.schemas.Access = { type: 'string', enum: ['ALLOWED'] };
    const report = await check('getStatus', { status: spec });
    expect(faultsOf(report)).toMatch(/enum/);
  });

  it('fails where a schema does not compile', async () => {
    const spec = structuredClone(await loadSpec('status')) as SpecDocument & {
      components: { schemas: Record<string, unknown> };
    };
    spec.components.schemas.Access = { type: 'strang' };
    const report = await check('getStatus', { status: spec });
    expect(report.ok).toBe(false);
  });

  it('fails where the spec documents a header that the mock does not send', async () => {
    const spec = structuredClone(await loadSpec('status')) as SpecDocument;
    const operation = spec.paths?.['/status']?.get as {
      responses: Record<string, { headers: Record<string, unknown> }>;
    };
    (operation.responses['200'] as { headers: Record<string, unknown> }).headers['X-New'] = {
      required: true,
      schema: { type: 'string' },
    };
    expect(faultsOf(await check('getStatus', { status: spec }))).toContain(
      'required header X-New is missing',
    );
  });
});
