/** What a client did, and what it was told in the end. */
export interface Acknowledged {
  /** Goes out as the `Idempotency-Key`, and as the product's title, by which the checker finds it in the ledger. */
  readonly id: string;
  readonly store: string;
  readonly kind: 'guest' | 'shopper' | 'failed';
  /** The status of the answer; undefined where the client gave up without one. */
  readonly status: number | undefined;
  readonly error?: string | undefined;
  readonly remaining?: number | undefined;
  /** How often it was sent. */
  readonly sent: number;
  /** It was answered, sent once more all the same, and answered otherwise. */
  readonly changed?: string | undefined;
}

export interface StoreForClient {
  readonly name: string;
  readonly apiKey: string;
  /** Session tokens of its shoppers. */
  readonly tokens: readonly string[];
}

export interface ClientOrders {
  readonly name: string;
  readonly portals: readonly string[];
  readonly secret: string;
  readonly stores: readonly StoreForClient[];
  readonly workers: number;
  /** Whether a repeat can be told from another report. Without, it is debited again, and the checker must see that. */
  readonly keys: boolean;
  readonly seed: number;
}
