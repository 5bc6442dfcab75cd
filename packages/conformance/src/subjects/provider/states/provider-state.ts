import type { ProviderOperationId } from '../calls/call.ts';

/** A state that a cell asks the provider's side to bring about, because no call of the contract does. */
export interface ProviderState {
  /** The name of a documented answer (`EXHAUSTED`, `account_inactive`), or one of `NAMED_STATES`. */
  readonly state: string;
  readonly operationId: ProviderOperationId;
  /** The documented status, where the state is the name of an answer. */
  readonly status?: number | undefined;
  /** The key the run works with. */
  readonly apiKey: string;
}

/** States that are no answer's name. */
export const NAMED_STATES = {
  fresh_store: 'A store of its own, with nothing in it but 100 credits.',
  guessing:
    'An instance that counts failures to authenticate as documented, asked from an address with none so far.',
  few_credits: 'A store of its own with exactly 3 credits in its pool.',
} as const;

/** What is different in this state; it is laid over an otherwise valid request. */
export interface StateParams {
  /** Another instance of the same provider, for example one whose database is gone. */
  readonly target?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly internalSecret?: string | undefined;
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Fields of the JSON body or form. */
  readonly body?: Readonly<Record<string, unknown>> | undefined;
}

/** Brings a state about and says what is different; undefined if it does not know the state. */
export type StateHandler = (
  state: ProviderState,
) => Promise<StateParams | undefined> | StateParams | undefined;

/** @deprecated in favour of `ProviderState` */
export type Situation = ProviderState;
/** @deprecated in favour of `StateHandler` */
export type Setup = StateHandler;
/** @deprecated in favour of `StateParams` */
export type Given = StateParams;
