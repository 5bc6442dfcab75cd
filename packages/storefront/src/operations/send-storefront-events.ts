import { EVENT_METADATA_BOUNDS, EXTERNAL_ID } from '@genvoris/contract';
import type { EventsAccepted, WidgetEvent, WidgetEventBatch } from '@genvoris/contract/types/storefront';
import { validateRequestWith } from '@genvoris/contract/validation';
import { sendStorefrontEvents as validators } from '@genvoris/contract/validators/storefront';
import { breaksRules } from '../exchange/breaks-rules.ts';
import { toAnswer } from '../exchange/failure.ts';
import { readJson } from './json-body.ts';
import type { OperationHandler } from './operation.ts';

/** `POST /events`: what the shopper did with the widget, for the shop's funnel. Nothing of the shopper goes with it. */
export const sendStorefrontEvents: OperationHandler = async (
  { request, route },
  { upstream, platform, uploadGraceMs },
) => {
  const read = await readJson(request, route.bodyLimit, uploadGraceMs);
  if (read.kind !== 'json') return read;
  const valid = validateRequestWith({ sendStorefrontEvents: validators }, route.operationId, read.value);
  if (!valid.ok) return breaksRules(valid.errors);
  const place = { platform: EXTERNAL_ID[platform].funnel };
  const events = (read.value as WidgetEventBatch).events.map((event) => ({
    ...event,
    metadata: { ...event.metadata, ...place },
  }));
  if (!events.every(holdsItsMetadata)) {
    const { maxKeys, maxBytes } = EVENT_METADATA_BOUNDS;
    const message = `must have at most ${maxKeys} keys and ${maxBytes} bytes as JSON`;
    return breaksRules([{ path: '/metadata', message }]);
  }
  const answer = await upstream.call('trackEvents', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ events }),
    signal: request.signal,
  });
  if (answer.kind !== 'answered') return answer;
  const { accepted } = answer.value as EventsAccepted;
  return toAnswer({ accepted } satisfies EventsAccepted);
};

const encoder = new TextEncoder();

function holdsItsMetadata({ metadata = {} }: WidgetEvent): boolean {
  const { maxKeys, maxBytes } = EVENT_METADATA_BOUNDS;
  const bytes = encoder.encode(JSON.stringify(metadata)).byteLength;
  return Object.keys(metadata).length <= maxKeys && bytes <= maxBytes;
}
