// Generated from openapi/shared by `pnpm generate`. Do not edit.

import type { CtaType, EndCustomerQuotaReason, ErrorCode, PhotoRejectedReason } from './catalogue.ts';

/** A sentence for every error code. A translation that lacks one does not compile. */
export type MessageBundle = Readonly<Record<ErrorCode, string>>;

export type ErrorReason = EndCustomerQuotaReason | PhotoRejectedReason;

/** A sentence for every reason, more telling than its code's. */
export type ReasonMessageBundle = Readonly<Record<ErrorReason, string>>;

/** The label of every call to action. */
export type CtaLabelBundle = Readonly<Record<CtaType, string>>;

export const DEFAULT_MESSAGES: MessageBundle = {
  invalid_api_key: 'Try-on is not set up correctly in this shop.',
  cross_origin: 'Try-on cannot be used from this page. Reload it and try again.',
  path_not_allowed: 'Try-on is not available here.',
  rate_limited: 'Too many requests. Wait a moment and try again.',
  quota_exhausted: 'The try-on allowance is used up.',
  upstream_unreachable: 'Try-on cannot be reached for the moment. Try again shortly.',
  internal_error: 'Something went wrong on our side.',
  invalid_request: 'The request could not be understood.',
  sign_in_required: 'Sign in to try this on.',
  payload_too_large: 'This photo is too large. Choose a smaller one.',
  photo_rejected: 'This photo cannot be used. Choose another one.',
  invalid_signature: 'The signature does not fit the message.',
};

export const DEFAULT_REASON_MESSAGES: ReasonMessageBundle = {
  quota_exhausted: 'Your try-ons for this period are used up.',
  no_plan: 'Your account has no try-on plan yet.',
  paused: 'Try-on is paused for your account.',
  cancelled: 'Try-on has ended for your account.',
  unsupported_format: 'Use a JPEG, PNG or WebP photo.',
  unreadable: 'This photo is damaged. Choose another one.',
  too_small: 'This photo is too small. Choose a larger one.',
  too_many_pixels: 'This photo has too many pixels. Choose a smaller one.',
  too_complex: 'This photo takes too long to read. Save it as an ordinary JPEG and choose that.',
};

export const DEFAULT_CTA_LABELS: CtaLabelBundle = {
  try_on: 'Try it on',
  checkout: 'Unlock try-on',
  upgrade: 'Upgrade',
  subscribe: 'Subscribe',
  purchase: 'Order to unlock',
  sign_in: 'Sign in to try on',
  service_paused: 'Try-on is paused for the moment',
  none: '',
};
