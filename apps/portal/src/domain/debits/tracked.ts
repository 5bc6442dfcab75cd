import type { PortalErrorCode } from '@genvoris/contract';
import type { ApiErrorDetail } from '../../foundation/api-error.ts';
import type { DebitResult } from './debit.ts';
import { refusalOf } from './refusal-of.ts';

export interface TrackCall {
  readonly apiKey: string;
  readonly report: {
    readonly product_type: string;
    readonly product_title?: string | undefined;
    readonly page_url?: string | undefined;
    readonly origin?: string | undefined;
    readonly variation_count: number;
    readonly generation_time_ms: number;
  };
  readonly origin: string | undefined;
  readonly success: boolean;
  readonly sessionToken: string | undefined;
  readonly idempotency: { readonly key: string; readonly hash: string } | undefined;
  readonly now: Date;
}

export type Tracked =
  | { readonly ok: true; readonly remainingCredits: number; readonly quota: DebitResult['quota'] }
  | { readonly ok: false; readonly error: PortalErrorCode; readonly more: ApiErrorDetail };

export function toTracked(result: DebitResult): Tracked {
  const refusal = refusalOf(result.outcome);
  if (refusal) return refuse(refusal.error, refusal.more);
  return { ok: true, remainingCredits: result.remainingCredits, quota: result.quota };
}

export function refuse(error: PortalErrorCode, more: ApiErrorDetail = {}): Tracked {
  return { ok: false, error, more };
}
