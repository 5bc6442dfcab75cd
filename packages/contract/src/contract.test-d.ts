// Claims about the types, held by the compiler: each `@ts-expect-error` fails the build if the line below
// it compiles.
import {
  ACCESS,
  type Access,
  type AccessEntry,
  assertNever,
  DEFAULT_MESSAGES,
  type ErrorCode,
  type ExternalId,
  type MessageBundle,
  type StatusResponse,
} from './index.ts';

const quota = { used: 12, limit: 1000, resetsAt: '2026-12-01T00:00:00Z' };

export const withQuota: StatusResponse = { access: 'ALLOWED', monetizationModel: 'per_tryon', quota };
export const withoutModel: StatusResponse = { access: 'ERROR' };
export const subscription: StatusResponse = { access: 'ALLOWED', monetizationModel: 'subscription' };

// @ts-expect-error a per_tryon status has a quota
export const withoutQuota: StatusResponse = { access: 'ALLOWED', monetizationModel: 'per_tryon' };
// @ts-expect-error access is required
export const withoutAccess: StatusResponse = { plan: 'free' };
// @ts-expect-error access is one of the four
export const unknownAccess: StatusResponse = { access: 'MAYBE' };
// @ts-expect-error "pro" is a marketing name
export const unknownPlan: StatusResponse = { access: 'ALLOWED', plan: 'pro' };

/** In the `per_tryon` branch the quota is there without asking. */
export function left(status: StatusResponse): number | null {
  return status.monetizationModel === 'per_tryon' ? status.quota.limit - status.quota.used : null;
}

const { rate_limited: _, ...incomplete } = DEFAULT_MESSAGES;
// @ts-expect-error a bundle without a message for rate_limited is not a bundle
export const bundle: MessageBundle = incomplete;

// @ts-expect-error a table over the codes has a row for each
export const table: Record<ErrorCode, number> = { rate_limited: 1 };

export const id: ExternalId = 'wp_42';
// @ts-expect-error no platform has this prefix
export const foreign: ExternalId = 'magento_42';

export function complete(ui: AccessEntry['ui']): string {
  switch (ui) {
    case 'trigger':
    case 'upsell':
    case 'reset_notice':
    case 'hidden':
      return ui;
    default:
      return assertNever(ui);
  }
}

export function incompleteSwitch(access: Access): string {
  switch (access) {
    case 'ALLOWED':
      return ACCESS[access].ui;
    default:
      // @ts-expect-error three values are not handled
      return assertNever(access);
  }
}
