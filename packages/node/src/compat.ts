import { type GenvorisConfig, resolveConfig } from './compat/config.ts';
import { ConversionsResource } from './compat/resources/conversions.ts';
import { CustomersResource } from './compat/resources/customers.ts';
import { EventsResource } from './compat/resources/events.ts';
import { PlansResource } from './compat/resources/plans.ts';
import { ReturnsResource } from './compat/resources/returns.ts';
import { SessionsResource } from './compat/resources/sessions.ts';
import { WebhooksResource } from './compat/resources/webhooks.ts';
import { createSend } from './compat/send.ts';

export type { GenvorisConfig, GenvorisFetch } from './compat/config.ts';
export {
  GenvorisAPIError,
  type GenvorisAPIErrorFields,
  GenvorisAuthError,
  GenvorisRateLimitError,
  GenvorisValidationError,
} from './compat/errors.ts';
export type {
  ConversionCreateParams,
  ConversionEvent,
  ConversionPlatform,
} from './compat/resources/conversions.ts';
export type {
  Customer,
  CustomerCreateParams,
  CustomerList,
  CustomerListParams,
  CustomerSession,
  CustomerSessionList,
  CustomerUpdateParams,
  CustomerUsage,
} from './compat/resources/customers.ts';
export type {
  EventBatchInput,
  EventsAccepted,
  WidgetEventInput,
  WidgetEventType,
} from './compat/resources/events.ts';
export type {
  Plan,
  PlanCreateParams,
  PlanList,
  PlanListParams,
  PlanUpdateParams,
} from './compat/resources/plans.ts';
export type { ReturnCreateParams, ReturnEvent } from './compat/resources/returns.ts';
export type {
  MintedSession,
  RevokedSession,
  SessionMintParams,
  SessionRevokeParams,
} from './compat/resources/sessions.ts';
export {
  type WebhookCreateParams,
  type WebhookEndpoint,
  type WebhookEndpointList,
  WebhooksResource,
} from './compat/resources/webhooks.ts';
export type { GenvorisEvent, WebhookVerifyOptions } from './compat/verify-signature.ts';

/**
 * The client of `@genvoris/node` 1.x of old, with its names, over this package: change the import and nothing else.
 * New code does better with `createGenvoris`, whose answers are held to the contract.
 *
 * @throws Error from the constructor, naming the option that is wrong
 * @example
 * const gv = new Genvoris({ apiKey });
 * const session = await gv.sessions.mint({ customerId: 'woocommerce_42' });
 */
export default class Genvoris {
  readonly customers: CustomersResource;
  readonly plans: PlansResource;
  readonly sessions: SessionsResource;
  readonly webhooks: WebhooksResource;
  readonly events: EventsResource;
  readonly conversions: ConversionsResource;
  readonly returns: ReturnsResource;

  constructor(config: GenvorisConfig) {
    const send = createSend(resolveConfig(config));
    this.customers = new CustomersResource(send);
    this.plans = new PlansResource(send);
    this.sessions = new SessionsResource(send);
    this.webhooks = new WebhooksResource(send);
    this.events = new EventsResource(send);
    this.conversions = new ConversionsResource(send);
    this.returns = new ReturnsResource(send);
  }
}
