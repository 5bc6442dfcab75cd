// Evaluated when the script is built (see build.ts): only these values ship, not the catalogue they come from.

import type {
  Access,
  CtaType,
  ErrorCode,
  ImageFormat,
  MessageBundle,
  ReasonMessageBundle,
  WidgetEventType,
} from '@genvoris/contract';
import {
  ACCESS_VALUES,
  CTA_TYPES,
  DEFAULT_CTA_LABELS,
  DEFAULT_MESSAGES,
  DEFAULT_REASON_MESSAGES,
  ERROR_CODES,
  ERRORS,
  IMAGE_FORMAT,
  IMAGE_FORMATS,
  MONETIZATION_MODELS,
  OPERATIONS,
  PHOTO_BOUNDS,
  WIDGET_EVENT_TYPES,
  WIDGET_SESSION_NAME,
} from '@genvoris/contract';

/** What the widget asks of an error code. */
export interface CodeFacts {
  status: number;
  readsAs: Access;
  retryable: boolean;
}

export const CODES = Object.fromEntries(
  ERROR_CODES.map((code) => {
    const { status, readsAs, retryable } = ERRORS[code];
    return [code, { status, readsAs, retryable }];
  }),
) as Record<ErrorCode, CodeFacts>;

export const KNOWN_ACCESS: readonly Access[] = ACCESS_VALUES;
export const KNOWN_CTA_TYPES: readonly CtaType[] = CTA_TYPES;
export const KNOWN_MONETIZATION_MODELS: readonly string[] = MONETIZATION_MODELS;

/** Where the id of the visit stands in `sessionStorage`, and the form field that the widget puts it into. */
export const SESSION_NAME: string = WIDGET_SESSION_NAME;
export const EVENT_TYPES: readonly WidgetEventType[] = WIDGET_EVENT_TYPES;

export const ERROR_MESSAGES: MessageBundle = DEFAULT_MESSAGES;
export const REASON_MESSAGES: ReasonMessageBundle = DEFAULT_REASON_MESSAGES;
export const CTA_LABELS: Record<CtaType, string> = DEFAULT_CTA_LABELS;

/** The media type of each format that a photo may have. */
export const MEDIA_TYPES = Object.fromEntries(
  IMAGE_FORMATS.map((format) => [format, IMAGE_FORMAT[format].mediaType]),
) as Record<ImageFormat, string>;

export const PHOTO_MAX_BYTES: number = PHOTO_BOUNDS.maxBytes;
// An id of 255, a title of 500 and an address of 2048 characters, and the names around them, in UTF-8 at its longest.
const EVENT_MAX_BYTES = 4_608;

/** How many events are sent at once: what surely fits into a body. */
export const EVENTS_MAX: number = Math.floor(OPERATIONS.sendStorefrontEvents.bodyLimit / EVENT_MAX_BYTES);

export const STATUS_MAX_BYTES: number = OPERATIONS.getStatus.responseLimit;
export const TRYON_MAX_BYTES: number = OPERATIONS.generateTryon.responseLimit;
