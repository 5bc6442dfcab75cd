import type { Spec } from '../contract/bundle.ts';
import { isObject, type Json, type JsonObject, section } from '../contract/json.ts';
import type { ContractOperation } from '../contract/operations.ts';
import { header, literal, union } from './source-text.ts';

/** Source of `gen/operations.ts`: every operation of every spec, as data. */
export function operationsSource(specs: readonly Spec[], operations: readonly ContractOperation[]): string {
  const table = Object.fromEntries(
    operations
      .filter(({ event }) => !event)
      .map((operation) => [operation.operationId, row(operation, specs)]),
  );
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
import type { StorefrontModel } from './catalogue.ts';

export const SPECS = ${literal(list)} as const satisfies Record<string, SpecInfo>;
export type SpecName = keyof typeof SPECS;

export interface SpecInfo {
  readonly title: string;
  readonly version: string;
  readonly servers: readonly string[];
}

export const SECURITY_SCHEMES = ${literal(schemes)} as const;
export type SecuritySchemeName = keyof typeof SECURITY_SCHEMES;

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

export const OPERATIONS = ${literal(table)} as const satisfies Record<string, Operation>;
export type OperationId = keyof typeof OPERATIONS;

export const OPERATION_IDS = Object.keys(OPERATIONS) as OperationId[];
`;
}

function row(entry: ContractOperation, specs: readonly Spec[]): JsonObject {
  const { spec, operationId, method, path, operation } = entry;
  const fallback = specs.find(({ name }) => name === spec)?.document.security;
  const optional: Record<string, Json | undefined> = {
    rateLimit: operation['x-rate-limit'],
    bodyLimit: operation['x-body-limit'],
    responseLimit: operation['x-response-limit'],
    upstream: operation['x-upstream'],
    models: operation['x-models'],
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
    security: alternatives(operation.security ?? fallback),
    parameters: entry.parameters.map((parameter) => ({
      name: parameter.name ?? '',
      in: parameter.in ?? '',
      required: parameter.required === true,
    })),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as JsonObject),
    responses: Object.fromEntries(
      entry.responses.map(({ status, headers, bodies }) => [
        status,
        {
          ...(bodies[0] && { mediaType: bodies[0].mediaType }),
          examples: [...new Set(bodies.flatMap(({ examples }) => Object.keys(examples)))],
          headers,
        },
      ]),
    ),
  };
}

function alternatives(security: Json | undefined): string[][] {
  return (Array.isArray(security) ? security : []).map((requirement) => Object.keys(section(requirement)));
}
