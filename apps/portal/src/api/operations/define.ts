import type { OperationId } from '@genvoris/contract';
import type { operations as ConnectOperations } from '@genvoris/contract/types/connect';
import type { operations as StatusOperations } from '@genvoris/contract/types/status';
import type { operations as TryonOperations } from '@genvoris/contract/types/tryon';
import type { operations as TrackOperations } from '@genvoris/contract/types/tryon-track';
import type { operations as V1Operations } from '@genvoris/contract/types/v1';
import type { Kysely } from 'kysely';
import type { StoreIdentity } from '../../domain/stores/api-key.ts';
import type { ApiError } from '../../foundation/api-error.ts';
import type { Schema } from '../../storage/schema.ts';
import type { Services } from './services.ts';

type Contracts = ConnectOperations & StatusOperations & TryonOperations & TrackOperations & V1Operations;

/** Every operation the Genvoris side serves. */
export type PortalOperationId = Extract<keyof Contracts, OperationId>;

/** The JSON body an operation documents; undefined where it takes none or a form. */
export type RequestBody<Id extends PortalOperationId> = Contracts[Id] extends {
  requestBody?: { content: { 'application/json': infer Body } };
}
  ? Body | (Contracts[Id] extends { requestBody: unknown } ? never : undefined)
  : undefined;

type Responses<Id extends PortalOperationId> = Contracts[Id]['responses'];
type Success = 200 | 201 | 202 | 204 | 302 | 303;
type JsonOf<Response> = Response extends { content: { 'application/json': infer Body } }
  ? { readonly body: Body }
  : Response extends { content: { 'text/html': unknown } }
    ? { readonly html: string }
    : { readonly body?: undefined };

/** A documented answer that is not an error. */
export type Answer<Id extends PortalOperationId> = {
  [Status in Extract<keyof Responses<Id>, Success>]: { readonly status: Status } & JsonOf<
    Responses<Id>[Status]
  > & { readonly headers?: Readonly<Record<string, string>> };
}[Extract<keyof Responses<Id>, Success>];

/** What a handler is given. */
export interface Call<Id extends PortalOperationId> {
  readonly portal: Services;
  /** The database: inside a transaction for what changes something, unless the operation says otherwise. */
  readonly db: Kysely<Schema>;
  /** The store of the key; every query is scoped to its `storeId`. */
  readonly store: StoreIdentity;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: RequestBody<Id>;
  readonly now: Date;
  readonly request: {
    readonly id: string;
    /** SHA-256 of method, path and body: what makes a repeat the same request. */
    readonly hash: string;
    readonly idempotencyKey: string | undefined;
    readonly headers: Headers;
    readonly bytes: Buffer;
    /** The body of an operation that `streams`, within its limit. */
    readonly stream: () => AsyncIterable<Uint8Array>;
    /** Aborted when the client goes away. */
    readonly signal: AbortSignal;
    /** The key as it was presented, for what asks for it again. */
    readonly apiKey: string;
    readonly address: string;
  };
}

export interface Definition<Id extends PortalOperationId> {
  readonly operationId: Id;
  readonly handle: (call: Call<Id>) => Promise<Answer<Id>>;
  /**
   * `transaction` (the default for all but GET) wraps the handler in one, in which its `Idempotency-Key` is
   * kept too. `own` leaves both to the handler: for long work, and for debits.
   */
  readonly work: 'read' | 'transaction' | 'own';
  /** The answer holds a secret: what is kept for a repeated `Idempotency-Key` is sealed. */
  readonly secretAnswer: boolean;
  /** Whether a suspended store may call it; the others answer `account_inactive`. */
  readonly servesSuspended: boolean;
  /** What has to be there before the handler's transaction begins. */
  readonly prepare: ((portal: Services) => Promise<void>) | undefined;
  /** Refuses a body by a word of its own before the schema does. */
  readonly inspect: ((body: unknown) => ApiError | undefined) | undefined;
  /** The handler reads the body itself, piece by piece; `bytes` is empty. */
  readonly streams: boolean;
}

export type DefinitionOptions = Partial<
  Pick<
    Definition<PortalOperationId>,
    'work' | 'secretAnswer' | 'servesSuspended' | 'prepare' | 'inspect' | 'streams'
  >
>;

/** One operation of the contract. `read` is for what changes nothing. */
export function defineOperation<Id extends PortalOperationId>(
  operationId: Id,
  handle: (call: Call<Id>) => Promise<Answer<Id>>,
  options: DefinitionOptions = {},
): Definition<Id> {
  return {
    operationId,
    handle,
    work: 'transaction',
    secretAnswer: false,
    servesSuspended: false,
    prepare: undefined,
    inspect: undefined,
    streams: false,
    ...options,
  };
}
