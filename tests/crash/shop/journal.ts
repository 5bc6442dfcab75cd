/** What the run's shoppers and order systems did, and what they were told. */
export interface Journal {
  readonly tryons: TryonNote[];
  readonly uses: UseNote[];
  readonly orders: OrderNote[];
  readonly accounts: AccountNote[];
}

export interface TryonNote {
  /** Goes out as the `X-Request-Id`, and as the product's title. */
  readonly id: string;
  readonly shopper: string;
  /** Undefined where no answer came, or its end did not. */
  readonly status: number | undefined;
  readonly error?: string | undefined;
  /** The shopper left before the answer. */
  readonly left: boolean;
  /** When it was sent, and when it was over (milliseconds since 1970). */
  readonly from: number;
  readonly to: number;
}

/** A `POST /credits/use`, sent until it was answered, each time under the same key. */
export interface UseNote {
  readonly shopper: string;
  readonly requestIds: readonly string[];
  readonly status: number;
}

export interface OrderNote {
  readonly orderId: string;
  /** Who has what it grants in the end. */
  readonly shopper: string;
  readonly totalCents: number;
  readonly pieces: number;
  readonly events: readonly EventNote[];
}

export interface EventNote {
  readonly id: string;
  readonly type: 'order.paid' | 'order.refunded' | 'order.cancelled' | 'shopper.created';
  /** Of a refund: what went back; null is the whole. */
  readonly cents?: number | null | undefined;
  readonly sent: number;
  readonly status: number;
  /** Of the first delivery that was answered. */
  readonly granted: number;
  readonly revoked: number;
  readonly error?: string | undefined;
  /** It was answered, sent once more all the same, and answered otherwise. */
  readonly changed?: string | undefined;
}

/** What a shopper's account page says in the end. */
export interface AccountNote {
  readonly shopper: string;
  readonly model: string;
  readonly remaining: number;
}
