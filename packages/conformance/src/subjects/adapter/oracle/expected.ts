import type { ErrorCode } from '@genvoris/contract';

/** What the contract says the browser must get. Derived from the specs' data, never from an adapter. */
export type Expected =
  | ExpectedError
  | ExpectedStatus
  | { kind: 'session' }
  /** The upstream's own body, unchanged in meaning. */
  | { kind: 'body'; body: unknown }
  | { kind: 'documented'; status: number };

export interface ExpectedError {
  kind: 'error';
  status: number;
  code: ErrorCode;
  /** The portal's word; `undefined`: the answer must not carry one. */
  error?: string | undefined;
  /** The operation shows no example with that word, so an answer without it is as good. */
  errorIsOptional?: boolean;
  reason?: string | undefined;
  /** The `Retry-After` to find, word for word. */
  retryAfter?: string | undefined;
  /** A host framework's own answer in place of the code family's. */
  native?: number | undefined;
  /** A word of the platform's own that stands for the code, under the same status. */
  nativeCode?: string | undefined;
}

export interface ExpectedStatus {
  kind: 'status';
  access: string;
  /** Fields of the upstream's status that reach the browser as they were. */
  fields: Record<string, unknown>;
  canTryOn: boolean;
  ctaType: string;
  remaining: number | null;
  token: 'present' | 'absent' | 'either';
}
