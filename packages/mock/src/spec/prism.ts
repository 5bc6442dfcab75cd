import type { MockOperation, NamedExample } from './operations.ts';
import { loadSpec } from './spec-document.ts';

// Prism's published types lead into half a dozen packages that are not ours to depend on; these are
// the few shapes that are used here.
interface PrismInput {
  method: string;
  url: { path: string; query: Record<string, string | string[]> };
  headers: Record<string, string>;
  body?: unknown;
}

interface PrismOutput {
  output: { statusCode: number; headers?: Record<string, unknown>; body?: unknown };
  validations: { input: { message: string; path?: string[]; code?: string | number }[] };
}

interface PrismProblem {
  message: string;
  detail?: string;
  additional?: { validation?: { location?: string[]; message: string }[] };
}

type PrismResult = { _tag: 'Right'; right: PrismOutput } | { _tag: 'Left'; left: PrismProblem };

interface PrismInstance {
  request(input: PrismInput, operations: unknown[], config: unknown): () => Promise<PrismResult>;
}

interface PrismModules {
  prism: PrismInstance;
  readOperations: (spec: object) => Promise<HttpOperation[]>;
}

interface HttpOperation {
  method: string;
  path: string;
  request?: { body?: unknown };
}

export interface PrismRequest {
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: unknown;
}

const CONFIG = { isProxy: false, errors: false, validateResponse: false, checkSecurity: false };

let modules: Promise<PrismModules> | undefined;
const operationsOfSpec = new Map<string, Promise<HttpOperation[]>>();

/** Loads Prism (about half a second) and one spec; later calls are free. */
export async function warmUp(specs: Iterable<string>): Promise<void> {
  for (const spec of specs) await operationsOf(spec);
}

/** Lets Prism answer for one operation, in this process: a hop through a second server costs a third of the speed. */
export async function askPrism(
  operation: MockOperation,
  { status, example }: NamedExample,
  request: PrismRequest,
  { dynamic = false, seed }: { dynamic?: boolean; seed?: string | undefined },
): Promise<PrismOutput['output']> {
  const mock = { dynamic, code: status, exampleKey: example, seed };
  const config = { ...CONFIG, validateRequest: false, mock };
  const result = await run(operation, request, config, await prismOperation(operation));
  if (result._tag === 'Left') throw new Error(`Prism: ${result.left.detail ?? result.left.message}`);
  const { output } = result.right;
  // Prism falls back to another answer where it cannot find the one that was asked for.
  if (output.statusCode === status) return output;
  throw new Error(`Prism answered ${output.statusCode} for ${operation.operationId} ${status} ${example}.`);
}

/** What Prism finds wrong with a request's path, query, headers and cookies. */
export async function parameterViolations(
  operation: MockOperation,
  request: PrismRequest,
): Promise<{ in: string; message: string }[]> {
  const config = { ...CONFIG, validateRequest: true, mock: { dynamic: false } };
  const head = { ...request, headers: withoutContent(request.headers), body: undefined };
  const result = await run(operation, head, config, withoutBody(await prismOperation(operation)));
  if (result._tag === 'Right') {
    const wrong = result.right.validations.input.filter(({ code }) => code !== 'deprecated');
    return wrong.map(({ path = [], message }) => ({ in: path.join('/'), message }));
  }
  const { additional, detail, message } = result.left;
  return (
    additional?.validation?.map((one) => ({ in: (one.location ?? []).join('/'), message: one.message })) ?? [
      { in: '', message: detail ?? message },
    ]
  );
}

// Prism reads every body as text and would choke on a photo; bodies are held to the contract's own validators.
function withoutBody(operation: HttpOperation): HttpOperation {
  return operation.request?.body
    ? { ...operation, request: { ...operation.request, body: undefined } }
    : operation;
}

function withoutContent(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(content-|transfer-encoding$)/.test(name)),
  );
}

async function run(
  operation: MockOperation,
  request: PrismRequest,
  config: unknown,
  resource: HttpOperation,
): Promise<PrismResult> {
  const { prism } = await load();
  const query: Record<string, string | string[]> = {};
  for (const name of request.query.keys()) {
    const values = request.query.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  const input = {
    method: operation.method.toLowerCase(),
    url: { path: request.path, query },
    headers: request.headers,
    body: request.body,
  };
  return prism.request(input, [resource], config)();
}

async function prismOperation({ spec, method, path, operationId }: MockOperation): Promise<HttpOperation> {
  const operations = await operationsOf(spec);
  const found = operations.find((one) => one.path === path && one.method.toUpperCase() === method);
  if (!found) throw new Error(`Prism found no ${operationId} in the ${spec} spec.`);
  return found;
}

function operationsOf(spec: string): Promise<HttpOperation[]> {
  let operations = operationsOfSpec.get(spec);
  if (!operations) {
    // Prism dereferences the document it is given in place, hence the clone.
    operations = Promise.all([load(), loadSpec(spec)]).then(([{ readOperations }, document]) =>
      readOperations(structuredClone(document)),
    );
    operationsOfSpec.set(spec, operations);
  }
  return operations;
}

function load(): Promise<PrismModules> {
  modules ??= importPrism();
  return modules;
}

async function importPrism(): Promise<PrismModules> {
  const [{ createServer }, { getHttpOperationsFromSpec }] = await Promise.all([
    import('@stoplight/prism-http-server'),
    import('@stoplight/prism-cli/dist/operations.js'),
  ]);
  const levels = ['info', 'warn', 'error', 'debug', 'trace', 'fatal', 'success'];
  const silent = { ...Object.fromEntries(levels.map((name) => [name, () => {}])), child: () => silent };
  const { prism } = createServer([], {
    components: { logger: silent as never },
    cors: false,
    config: { ...CONFIG, validateRequest: false, mock: { dynamic: false } } as never,
  });
  return {
    prism: prism as unknown as PrismInstance,
    readOperations: getHttpOperationsFromSpec as unknown as PrismModules['readOperations'],
  };
}
