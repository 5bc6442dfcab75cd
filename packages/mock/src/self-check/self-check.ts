import type { OperationId, SpecName } from '@genvoris/contract';
import { DEFAULT_SCENARIO, FAULT_PREFIX, KEY_PREFIX, SELECTABLE_NAMES } from '../scenarios/scenario.ts';
import {
  defaultExample,
  findExample,
  MOCK_OPERATIONS,
  type MockOperation,
  type NamedExample,
} from '../spec/operations.ts';
import { loadSpec, type SpecDocument } from '../spec/spec-document.ts';
import { IndependentValidator } from './independent-validator.ts';
import { judge } from './judge.ts';
import { type ValidRequest, validRequest } from './valid-request.ts';

/** One answer that was fetched: which, how it was chosen, and what is wrong with it. */
export interface CheckedAnswer {
  spec: SpecName;
  operationId: string;
  scenario: string;
  /** By the path prefix, by the key, or by `Prefer` (for a name that several statuses share). */
  chosenBy: 'path' | 'key' | 'prefer';
  expected: NamedExample;
  faults: string[];
}

/** What a self-check found. */
export interface SelfCheckReport {
  ok: boolean;
  answers: number;
  /** Documented (operation, status, example) triples, all of which were seen. */
  examples: number;
  milliseconds: number;
  mismatches: CheckedAnswer[];
  bySpec: Record<string, { answers: number; mismatches: number }>;
}

/** Options of `selfCheck`. */
export interface SelfCheckOptions {
  /** A running mock, `http://host:port`. */
  url: string;
  /** Only these operations; all of them where absent. */
  operations?: readonly OperationId[] | undefined;
  /** Another document in the place of a bundled spec. */
  specs?: Partial<Record<SpecName, SpecDocument>> | undefined;
}

/**
 * Fetches every scenario of every operation from a running mock and holds each answer to the bundled
 * specs with a validator that shares no code with the mock.
 *
 * @example
 * await using mock = await createMock();
 * const { ok, mismatches } = await selfCheck({ url: mock.url, operations: ['getStatus'] });
 */
export async function selfCheck({ url, specs = {}, operations }: SelfCheckOptions): Promise<SelfCheckReport> {
  const started = performance.now();
  const checked: CheckedAnswer[] = [];
  const requestIds = new Set<string>();
  const wanted = MOCK_OPERATIONS.filter(({ operationId }) => operations?.includes(operationId) ?? true);
  for (const spec of new Set(wanted.map((operation) => operation.spec))) {
    const document = specs[spec] ?? (await loadSpec(spec));
    const validator = new IndependentValidator(document);
    for (const operation of wanted.filter((one) => one.spec === spec)) {
      for (const cell of cellsOf(operation, document)) {
        checked.push({
          ...cell.answer,
          faults: await check(url, cell, operation, document, validator, requestIds),
        });
      }
    }
    validator.dispose();
  }
  return report(checked, performance.now() - started);
}

interface Cell {
  answer: Omit<CheckedAnswer, 'faults'>;
  request: ValidRequest;
}

function cellsOf(operation: MockOperation, document: SpecDocument): Cell[] {
  const { spec, operationId } = operation;
  const plain = validRequest(operation, document, 'gvk_live_self_check');
  const named = operation.responses.flatMap(({ status, examples }) =>
    (examples.length > 0 ? examples : [undefined]).map((example) => ({ status, example })),
  );
  const cell = (
    chosenBy: CheckedAnswer['chosenBy'],
    expected: NamedExample,
    request: ValidRequest,
    scenario = expected.example ?? String(expected.status),
  ): Cell => ({ answer: { spec, operationId, scenario, chosenBy, expected }, request });
  const byPath = SELECTABLE_NAMES.filter((name) => !name.startsWith(FAULT_PREFIX)).map((scenario) => {
    const example = scenario === DEFAULT_SCENARIO ? undefined : findExample(operation, scenario);
    const target = `/scenario/${encodeURIComponent(scenario)}${plain.target}`;
    return cell('path', example ?? defaultExample(operation), { ...plain, target }, scenario);
  });
  const byKey = named.flatMap(({ status, example }) => {
    if (example === undefined || findExample(operation, example)?.status !== status) return [];
    const request = validRequest(operation, document, `${KEY_PREFIX}${example}`);
    const takesKey = JSON.stringify([request.target, request.headers]).includes(KEY_PREFIX);
    return takesKey ? [cell('key', { status, example }, request)] : [];
  });
  const byPrefer = named.map(({ status, example }) => {
    const prefer = `code=${status}${example === undefined ? '' : `, example=${example}`}`;
    return cell('prefer', { status, example }, { ...plain, headers: { ...plain.headers, Prefer: prefer } });
  });
  return [...byPath, ...byKey, ...byPrefer];
}

async function check(
  url: string,
  { answer, request }: Cell,
  operation: MockOperation,
  document: SpecDocument,
  validator: IndependentValidator,
  requestIds: Set<string>,
): Promise<string[]> {
  const { method, target, headers, body } = request;
  const init: RequestInit = { method, headers, redirect: 'manual', signal: AbortSignal.timeout(10_000) };
  if (body !== undefined) init.body = body;
  try {
    const response = await fetch(`${url}${target}`, init);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const received = { status: response.status, headers: response.headers, body: bytes };
    const faults = await judge(operation, answer.expected, received, document, validator);
    const id = response.headers.get('x-request-id') ?? '';
    if (requestIds.has(id)) faults.push(`X-Request-Id ${id} was given before`);
    requestIds.add(id);
    return faults;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return [cause instanceof Error ? cause.message : String(cause)];
  }
}

function report(checked: readonly CheckedAnswer[], milliseconds: number): SelfCheckReport {
  const bySpec: SelfCheckReport['bySpec'] = {};
  for (const { spec, faults } of checked) {
    const row = bySpec[spec] ?? { answers: 0, mismatches: 0 };
    bySpec[spec] = { answers: row.answers + 1, mismatches: row.mismatches + Math.sign(faults.length) };
  }
  const mismatches = checked.filter(({ faults }) => faults.length > 0);
  const examples = checked.filter(({ chosenBy }) => chosenBy === 'prefer').length;
  // A check that looked at nothing proves nothing.
  const ok = mismatches.length === 0 && examples > 0;
  return {
    ok,
    answers: checked.length,
    examples,
    milliseconds: Math.round(milliseconds),
    mismatches,
    bySpec,
  };
}
