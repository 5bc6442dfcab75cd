import type { Spec } from '../contract/bundle.ts';
import { type Catalogue, catalogueNamed } from '../contract/catalogue.ts';
import { isObject, type Json, type JsonObject, section } from '../contract/json.ts';
import { type ContractOperation, type ContractResponse, shownErrors } from '../contract/operations.ts';
import { Hoisted } from './hoisted.ts';
import { texts } from './messages.ts';
import { header, identifier, literal, union, type Value } from './source-text.ts';

/** Error codes with what each says. */
type Sentences = Readonly<Record<string, string>>;

/** Sources of `gen/specs.ts`, of `gen/operation.ts`, and of the operations, all together and those of each spec. */
export function operationSources(
  specs: readonly Spec[],
  operations: readonly ContractOperation[],
  catalogues: readonly Catalogue[],
): Map<string, string> {
  const sentences = texts(catalogueNamed(catalogues, 'ErrorCode'), 'message');
  const calls = operations.filter(({ event }) => !event);
  const files = new Map([
    ['specs.ts', specsSource(specs)],
    ['operation.ts', operationSource(operations)],
    ['operations.ts', allSource(specs, calls)],
  ]);
  for (const spec of specs) {
    const own = calls.filter((operation) => operation.spec === spec.name);
    // What a storefront says is read by shoppers and their browsers; what its upstreams say goes no further.
    files.set(
      `operations/${spec.name}.ts`,
      specSource(spec, own, spec.name === 'storefront' ? sentences : undefined),
    );
  }
  return files;
}

function specsSource(specs: readonly Spec[]): string {
  const schemes: JsonObject = {};
  for (const { document } of specs) {
    for (const [name, scheme] of Object.entries(section(section(document.components).securitySchemes))) {
      if (isObject(scheme)) schemes[name] = scheme;
    }
  }
  const list = Object.fromEntries(
    specs.map(({ name, document }) => {
      const info = section(document.info);
      const servers = (Array.isArray(document.servers) ? document.servers : []).map(
        (server) => section(server).url,
      );
      return [name, { title: info.title ?? '', version: info.version ?? '', servers } as JsonObject];
    }),
  );
  return `${header('openapi')}
export const SPECS = ${literal(list)} as const satisfies Record<string, SpecInfo>;
export type SpecName = keyof typeof SPECS;

export interface SpecInfo {
  readonly title: string;
  readonly version: string;
  readonly servers: readonly string[];
}

export const SECURITY_SCHEMES = ${literal(schemes)} as const;
export type SecuritySchemeName = keyof typeof SECURITY_SCHEMES;
`;
}

function operationSource(operations: readonly ContractOperation[]): string {
  const capabilities = operations
    .map(({ operation }) => operation['x-capability'])
    .filter((one) => typeof one === 'string');
  return `${header('openapi')}
import type { ErrorCode, PortalErrorCode, StorefrontModel } from './catalogue.ts';
import type { ErrorReason } from './messages.ts';
import type { SecuritySchemeName, SpecName } from './specs.ts';

export interface Operation {
  readonly spec: SpecName;
  readonly operationId: string;
  readonly method: ${union([...new Set(operations.map(({ method }) => method))].sort())};
  readonly path: string;
  readonly summary: string;
  /** Alternatives; the schemes of one alternative go together. An empty one: nothing is needed. */
  readonly security: readonly (readonly SecuritySchemeName[])[];
  readonly parameters: readonly OperationParameter[];
  /** The default: requests per window (seconds), counted by these keys. */
  readonly rateLimit?: { readonly limit: number; readonly windowSeconds: number; readonly by: readonly string[] };
  /** The largest request body (bytes). */
  readonly bodyLimit?: number;
  /** The largest answer a consumer need accept (bytes). */
  readonly responseLimit?: number;
  /** What a storefront operation calls, in order. */
  readonly upstream?: readonly UpstreamCall[];
  /** The storefront models that offer it; all of them where absent. */
  readonly models?: readonly StorefrontModel[];
  /** What the signed-in user must be able to do in the shop; nothing in particular where absent. */
  readonly capability?: ${union([...new Set(capabilities)].sort())};
  readonly request?: {
    readonly required: boolean;
    readonly mediaTypes: readonly string[];
    readonly examples: readonly string[];
  };
  readonly responses: { readonly [status: number]: OperationResponse };
}

export interface OperationParameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required: boolean;
}

export interface OperationResponse {
  /** The first of its media types; absent for an answer without a body. */
  readonly mediaType?: string;
  readonly examples: readonly string[];
  readonly headers: readonly string[];
}

export interface UpstreamCall {
  readonly spec: string;
  readonly operationId: string;
  readonly when: 'always' | 'shopper';
}

/** One error that an operation documents, under the name of its example. */
export interface ErrorWord {
  readonly example: string;
  readonly code?: ErrorCode;
  readonly error?: PortalErrorCode;
  readonly reason?: ErrorReason;
  /** What the operation says instead of the code's own sentence. */
  readonly message?: string;
}

/** The errors that one operation documents, by status. */
export interface DocumentedErrors {
  readonly [status: number]: readonly ErrorWord[];
}
`;
}

/** One constant for each operation, so that a bundle holds those it uses. */
function specSource(
  { file, document }: Spec,
  operations: readonly ContractOperation[],
  sentences: Sentences | undefined,
): string {
  const hoisted = new Hoisted();
  for (const { responses } of operations) {
    for (const response of responses) {
      hoisted.count(answer(response));
      hoisted.count(words(response, sentences));
    }
  }
  const rows = operations.map((operation) => {
    const responses = operation.responses.map((response): [string, Value] => [
      String(response.status),
      hoisted.refer(`answer${response.status}`, answer(response)),
    ]);
    const row = { ...head(operation, document), responses: Object.fromEntries(responses) };
    return `export const ${operation.operationId} = ${literal(row)} as const satisfies Operation;\n`;
  });
  const errors = operations.map(({ operationId, responses }): [string, Value] => {
    const shown = responses.filter((response) => words(response, sentences).length > 0);
    return [
      operationId,
      Object.fromEntries(
        shown.map((response) => [
          String(response.status),
          hoisted.refer(`words${response.status}`, words(response, sentences)),
        ]),
      ),
    ];
  });
  const ids = operations.map(({ operationId }) => operationId);
  return `${header(file)}
import type { DocumentedErrors, Operation } from '../operation.ts';

${[...hoisted.constants(), ...rows].join('\n')}
/** The operations of ${file}. */
export const OPERATIONS = { ${ids.join(', ')} } as const satisfies Record<string, Operation>;

/** The errors that the operations of ${file} document. */
export const ERROR_WORDS: { readonly [operationId in keyof typeof OPERATIONS]: DocumentedErrors } = ${literal(Object.fromEntries(errors))};
`;
}

function allSource(specs: readonly Spec[], operations: readonly ContractOperation[]): string {
  const imports = specs.map(
    ({ name }) => `import * as ${identifier(name)} from './operations/${name}.ts';\n`,
  );
  const rows = operations.map(
    ({ spec, operationId }) => `  ${operationId}: ${identifier(spec)}.${operationId},\n`,
  );
  const errors = specs.map(({ name }) => `    ...${identifier(name)}.ERROR_WORDS,\n`);
  return `${header('openapi')}
import type { DocumentedErrors, Operation } from './operation.ts';
${imports.join('')}
export const OPERATIONS = {
${rows.join('')}} as const satisfies Record<string, Operation>;
export type OperationId = keyof typeof OPERATIONS;

export const OPERATION_IDS = /* @__PURE__ */ Object.keys(OPERATIONS) as OperationId[];

/** The errors each operation documents. */
export const ERROR_WORDS = /* @__PURE__ */ ((): { readonly [operationId in OperationId]: DocumentedErrors } => ({
${errors.join('').replace(/^ {2}/gm, '')}}))();
`;
}

function head(entry: ContractOperation, document: JsonObject): JsonObject {
  const { spec, operationId, method, path, operation } = entry;
  const optional: Record<string, Json | undefined> = {
    rateLimit: operation['x-rate-limit'],
    bodyLimit: operation['x-body-limit'],
    responseLimit: operation['x-response-limit'],
    upstream: operation['x-upstream'],
    models: operation['x-models'],
    capability: operation['x-capability'],
    request: entry.request
      ? {
          required: entry.request.required,
          mediaTypes: entry.request.bodies.map(({ mediaType }) => mediaType),
          examples: entry.request.bodies.flatMap(({ examples }) => Object.keys(examples)),
        }
      : undefined,
  };
  return {
    spec,
    operationId,
    method,
    path,
    summary: operation.summary ?? '',
    security: alternatives(operation.security ?? document.security),
    parameters: entry.parameters.map((parameter) => ({
      name: parameter.name ?? '',
      in: parameter.in ?? '',
      required: parameter.required === true,
    })),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as JsonObject),
  };
}

function answer({ headers, bodies }: ContractResponse): JsonObject {
  return {
    ...(bodies[0] && { mediaType: bodies[0].mediaType }),
    examples: [...new Set(bodies.flatMap(({ examples }) => Object.keys(examples)))],
    headers,
  };
}

/** The errors that a response shows, with the sentence of those that say their code otherwise than it is said elsewhere. */
function words({ status, bodies }: ContractResponse, sentences: Sentences | undefined): Json[] {
  if (status < 400) return [];
  return bodies.flatMap((body) =>
    shownErrors(body).map((error) => {
      const { message } = section(body.examples[error.example]);
      const usual = error.code === undefined ? undefined : sentences?.[error.code];
      const otherwise = usual !== undefined && message !== undefined && message !== usual;
      return { ...error, ...(otherwise && { message }) };
    }),
  );
}

function alternatives(security: Json | undefined): string[][] {
  return (Array.isArray(security) ? security : []).map((requirement) => Object.keys(section(requirement)));
}
