import type { components } from '@genvoris/contract/types/v1';
import type { Send } from '../send.ts';

type Schemas = components['schemas'];

/** Where an order was placed. */
export type ConversionPlatform = Schemas['ConversionPlatform'];
/** An order; amounts are in the hundredth part of the currency. */
export type ConversionCreateParams = Schemas['CreateConversionRequest'];
/** An order that was reported, and whether a try-on came before it. */
export type ConversionEvent = Schemas['Conversion'];

/** Orders, and whether a try-on came before them. */
export class ConversionsResource {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Reports an order; it counts once per platform and `orderId`. @see openapi/v1.yaml createConversion */
  create(params: ConversionCreateParams): Promise<ConversionEvent> {
    return this.#send('createConversion', { body: params });
  }
}
