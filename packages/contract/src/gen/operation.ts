// Generated from openapi by `pnpm generate`. Do not edit.

import type { ErrorCode, PortalErrorCode, StorefrontModel } from './catalogue.ts';
import type { ErrorReason } from './messages.ts';
import type { SecuritySchemeName, SpecName } from './specs.ts';

export interface Operation {
  readonly spec: SpecName;
  readonly operationId: string;
  readonly method: 'DELETE' | 'GET' | 'PATCH' | 'POST';
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
  readonly capability?: 'manage_store';
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
