import type { components } from '@genvoris/contract/types/v1';
import type { Send } from '../send.ts';

type Schemas = components['schemas'];

/** A refund; amounts are in the hundredth part of the currency. */
export type ReturnCreateParams = Schemas['CreateReturnRequest'];
/** A refund that was reported, and the order it belongs to. */
export type ReturnEvent = Schemas['Return'];

/** Refunds, joined to their orders. */
export class ReturnsResource {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Reports a refund, of a whole order or of a part. @see openapi/v1.yaml createReturn */
  create(params: ReturnCreateParams): Promise<ReturnEvent> {
    return this.#send('createReturn', { body: params });
  }
}
