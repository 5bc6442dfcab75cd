import type { components } from '@genvoris/contract/types/v1';
import type { Send } from '../send.ts';
import { type GenvorisEvent, verifySignature, type WebhookVerifyOptions } from '../verify-signature.ts';

type Schemas = components['schemas'];

/** Where to deliver, and what. */
export interface WebhookCreateParams extends Omit<Schemas['CreateWebhookEndpointRequest'], 'events'> {
  /** Event types, or `*` alone. */
  events?: readonly (Schemas['EventType'] | '*' | (string & {}))[] | undefined;
}
/** An endpoint; its secret only where the portal made one just now. */
export type WebhookEndpoint = Schemas['CreatedWebhookEndpoint'];
/** All endpoints of the store. */
export type WebhookEndpointList = Schemas['WebhookEndpointList'];

/** Where events are delivered. */
export class WebhooksResource {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Lists the endpoints, without their secrets. @see openapi/v1.yaml listWebhookEndpoints */
  list(): Promise<WebhookEndpointList> {
    return this.#send('listWebhookEndpoints');
  }

  /** Registers an endpoint; without a `secret` the answer shows the one that was made. @see openapi/v1.yaml createWebhookEndpoint */
  create(params: WebhookCreateParams): Promise<WebhookEndpoint> {
    return this.#send('createWebhookEndpoint', { body: params });
  }

  /** Sends a `webhook.test` event. @see openapi/v1.yaml testWebhookEndpoint */
  async test(id: string): Promise<void> {
    await this.#send('testWebhookEndpoint', { path: { id } });
  }

  /** Deletes an endpoint and what waits for it. @see openapi/v1.yaml deleteWebhookEndpoint */
  delete(id: string): Promise<void> {
    return this.#send('deleteWebhookEndpoint', { path: { id } });
  }

  /**
   * Verifies `X-Genvoris-Signature` and returns the event.
   *
   * @throws Error for a signature that is malformed, wrong or more than `toleranceSeconds` off
   * @example
   * const event = WebhooksResource.verify({ payload: rawBody, header, secret });
   */
  static verify<Data extends Record<string, unknown> = Record<string, unknown>>(
    options: WebhookVerifyOptions,
  ): GenvorisEvent<Data> {
    return verifySignature<Data>(options);
  }
}
