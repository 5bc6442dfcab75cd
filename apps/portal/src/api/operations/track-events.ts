import { inspectEventMetadata } from '../../domain/funnel/inspect-metadata.ts';
import { toEventRow } from '../../domain/funnel/widget-event.ts';
import { ApiError } from '../../foundation/api-error.ts';
import { defineOperation } from './define.ts';

export const trackEvents = defineOperation(
  'trackEvents',
  async ({ portal, store: { storeId }, body, request: { idempotencyKey, hash, bytes } }) => {
    const events = 'events' in body ? body.events : [body];
    const answer = { status: 202 as const, body: { accepted: events.length } };
    const outcome = await portal.widgetEvents.record({
      storeId,
      events: events.map(toEventRow),
      size: bytes.length,
      idempotency: idempotencyKey === undefined ? undefined : { key: idempotencyKey, hash, answer },
    });
    if (outcome === 'conflict') throw new ApiError('idempotency_conflict');
    return answer;
  },
  { work: 'own', inspect: inspectEventMetadata },
);
