import { EVENT_TYPES, type EventEnvelopes, type EventType } from '@genvoris/contract';
import type { WebhookEvent } from '@genvoris/node/webhooks';
import type { Awaitable } from '../exchange/request.ts';
import type { Sessions } from '../shoppers/sessions.ts';

/**
 * What a shop does at an event of Genvoris, by its type. Each is awaited, and Genvoris waits for 10 seconds: what takes
 * longer belongs into a queue.
 *
 * @see openapi/v1.yaml webhooks
 */
export type GenvorisEventHandlers = {
  readonly [Type in EventType]?: ((event: EventEnvelopes[Type]) => Awaitable<void>) | undefined;
};

const TYPES: ReadonlySet<string> = new Set(EVENT_TYPES);

export function isGenvorisEvent(type: string): type is EventType {
  return TYPES.has(type);
}

/** Hands an event to the shop; a type that nobody handles, of a later version perhaps, is taken all the same. */
export async function handleEvent(handlers: GenvorisEventHandlers, event: WebhookEvent): Promise<void> {
  if (!Object.hasOwn(handlers, event.type)) return;
  await (handlers[event.type] as ((event: WebhookEvent) => Awaitable<void>) | undefined)?.(event);
}

/** A kept session says whether its shopper has a plan: after a change of that, the next one is minted. */
export function forgetChangedSession(sessions: Pick<Sessions, 'forget'>, event: WebhookEvent): void {
  const externalId = changedShopper(event);
  if (typeof externalId === 'string') sessions.forget(externalId);
}

/** Every session that is minted upserts the shopper, which is told as an update: only one of plan or status counts. */
function changedShopper(event: WebhookEvent): unknown {
  if (event.type === 'customer.plan_changed') return event.data.external_id;
  if (event.type === 'end_customer.cancelled') return event.data.customer?.externalId;
  if (event.type !== 'end_customer.updated') return undefined;
  const { changed, customer } = event.data;
  return changed?.includes('planId') || changed?.includes('status') ? customer?.externalId : undefined;
}
