import { CONVERSION_PLATFORMS, type ConversionPlatform, type WidgetEventType } from '@genvoris/contract';
import type { WidgetEvent } from '@genvoris/contract/types/v1';
import { sessionKey } from './session-key.ts';

/** The bit of each event in a session's steps (storage/migrations/0013-funnel.ts). */
export const STEP_BITS: Readonly<Record<WidgetEventType, number>> = {
  WIDGET_OPENED: 1,
  PHOTO_UPLOADED: 2,
  TRYON_GENERATED: 4,
  TRYON_VIEWED: 8,
  RESULT_SHARED: 16,
  ADDED_TO_CART: 32,
  CHECKOUT_STARTED: 64,
  CLOSED: 128,
};

/** An event as the database takes it. */
export interface EventRow {
  readonly session: string;
  readonly session_id: string;
  readonly type: WidgetEventType;
  readonly bit: number;
  readonly product_id: string | null;
  readonly title: string | null;
  readonly page: string | null;
  readonly platform: ConversionPlatform;
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

export function toEventRow(event: WidgetEvent): EventRow {
  return {
    session: sessionKey(event.sessionId),
    session_id: event.sessionId,
    type: event.eventType,
    bit: STEP_BITS[event.eventType],
    product_id: event.productId ?? null,
    title: event.productTitle || null,
    page: event.pageUrl === undefined ? null : pageOf(event.pageUrl),
    platform: platformOf(event.metadata?.platform),
    metadata: event.metadata ?? null,
  };
}

function platformOf(value: unknown): ConversionPlatform {
  return CONVERSION_PLATFORMS.find((each) => each === value) ?? 'custom';
}

/** Origin and path. A query or a fragment may name a person; so may the user of an address. */
function pageOf(text: string): string | null {
  const url = URL.parse(text);
  if (url) return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin + url.pathname : null;
  // A path alone.
  return text.startsWith('/') ? text.replace(/[?#].*$/s, '') : null;
}
