import { ACCESS_VALUES } from '@genvoris/contract';
import type { Reply } from '../calls/reply.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies are of many kinds
type ExampleMatcher = (body: any, reply: Pick<Reply, 'text' | 'header'>) => boolean;

/**
 * What makes a success the documented example of this name, where an operation's status has several. By
 * `<operationId>.<example>` or, where it means the same everywhere, by the example's name.
 */
const EXAMPLE_MATCHERS: Readonly<Record<string, ExampleMatcher>> = {
  ...Object.fromEntries(
    ACCESS_VALUES.map((access): [string, ExampleMatcher] => [access, (body) => body.access === access]),
  ),
  ALLOWED: (body) => body.access === 'ALLOWED' && body.quota?.used <= body.quota?.limit,
  subscription_without_quota: (body) =>
    body.access === 'ALLOWED' && body.monetizationModel === 'subscription' && body.quota === undefined,
  overage: (body) => body.access === 'ALLOWED' && body.quota?.used > body.quota?.limit && body.overageEnabled,
  page_one: (body) => body.data.length > 0 && body.next_cursor !== null,
  last_page: (body) => body.data.length > 0 && body.next_cursor === null,
  empty: (body) => body.data.length === 0,
  'createWebhookEndpoint.created': (body) => body.secret !== undefined,
  own_secret: (body) => body.secret === undefined,
  'trackEvents.one': (body) => body.accepted === 1,
  'trackEvents.batch': (body) => body.accepted > 1,
  attributed: (body) => body.attributedFromTryOn === true && body.deduped === undefined,
  unattributed: (body) => body.attributedFromTryOn === false && body.deduped === undefined,
  deduped: (body) => body.deduped === true,
  joined: (body) => body.conversionEventId !== null,
  before_its_order: (body) => body.conversionEventId === null,
  endpoints: (body) => body.data.length > 0,
  'listWebhookDeliveries.pending': (body) => oneStatus(body, 'pending'),
  delivered: (body) => oneStatus(body, 'delivered'),
  dead: (body) => oneStatus(body, 'dead'),
  active: (body) => body.active === true,
  disabled: (body) => body.active === false,
  ACTIVE: (body) => body.status === 'ACTIVE' && body.planId !== null,
  PAUSED: (body) => (body.data ?? body).status === 'PAUSED',
  CANCELLED: (body) => (body.data ?? body).status === 'CANCELLED',
  without_plan: (body) => body.status === 'ACTIVE' && body.planId === null,
  upserted: (body) => body.status === 'ACTIVE' && body.planId !== null,
  updated: (body) => body.status === 'ACTIVE' && body.planId !== null,
  usage: ({ data }) =>
    data.status === 'ACTIVE' && data.plan !== null && data.current.remaining > 0 && !data.grants,
  spent: ({ data }) => data.status === 'ACTIVE' && data.plan !== null && data.current.remaining === 0,
  'getCustomerUsage.granted': ({ data }) => data.status === 'ACTIVE' && data.grants?.remaining > 0,
  'getCustomerUsage.without_plan': ({ data }) => data.status === 'ACTIVE' && data.plan === null,
  session: (body) => body.customer.plan_id !== null,
  'createSession.without_plan': (body) => body.customer.plan_id === null,
  rotated: (body) => body.previousSecretExpiresAt !== null,
  rotated_at_once: (body) => body.previousSecretExpiresAt === null,
  one_key: (body) => body.keys.length === 1,
  rotating: (body) => body.keys.length > 1,
  debited_with_shopper: (body) => body.end_customer_quota !== undefined,
  debited: (body) => body.end_customer_quota === undefined,
  generated_with_shopper: (body) => body.end_customer_quota !== undefined,
  generated: (body) => body.end_customer_quota === undefined,
  usable_photo: (body) => body.warnings.length === 0,
  usable_with_warning: (body) => body.warnings.length > 0,
  consent: (_body, { text }) => /name="?decision"?/.test(text),
  signed_out: (_body, { text }) => !/name="?decision"?/.test(text),
  allowed: (_body, reply) => landing(reply).has('code'),
  denied: (_body, reply) => landing(reply).get('error') === 'access_denied',
  connected: (body) => body.store.external_id !== undefined,
  connected_without_external_id: (body) => body.store.external_id === undefined,
};

export function exampleMatcher(operationId: string, example: string): ExampleMatcher | undefined {
  return EXAMPLE_MATCHERS[`${operationId}.${example}`] ?? EXAMPLE_MATCHERS[example];
}

function oneStatus(body: { data: { status: string }[]; next_cursor: unknown }, status: string): boolean {
  return body.next_cursor === null && body.data.length > 0 && body.data.every((one) => one.status === status);
}

function landing(reply: Pick<Reply, 'header'>): URLSearchParams {
  return URL.parse(reply.header('location') ?? '')?.searchParams ?? new URLSearchParams();
}
