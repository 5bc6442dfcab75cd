/** One try-on on its way to the ledger, checked as far as that goes without the database. */
export interface DebitRequest {
  readonly tryonId: string;
  readonly storeId: string;
  readonly keyId: string;
  readonly keyRevision: number;
  /** Of a verified session token; absent for a try-on without accounting per shopper. */
  readonly session?: { readonly customerId: string; readonly jti: string } | undefined;
  readonly idempotency?: { readonly key: string; readonly hash: string } | undefined;
  readonly success: boolean;
  readonly report: TryonReport;
}

/** What was reported; every field that was always there is kept, null where nothing was said. */
export interface TryonReport {
  readonly product_type: string;
  readonly product_title: string | null;
  readonly page_url: string | null;
  readonly origin: string | null;
  readonly variation_count: number;
  readonly generation_time_ms: number;
  /** The `X-Request-Id` of the call, by which a shop finds the debit of a try-on. */
  readonly request_id?: string | undefined;
}

/** The function's word for what became of a request (storage/migrations/0012-quota-events.ts). */
export const OUTCOMES = [
  'debited',
  'failed',
  'credit_limit_reached',
  'quota_exhausted',
  'no_plan',
  'paused',
  'cancelled',
  'invalid_session_token',
  'account_inactive',
  'idempotency_conflict',
  'stale_key',
] as const;
export type DebitOutcome = (typeof OUTCOMES)[number];

export interface DebitResult {
  readonly outcome: DebitOutcome;
  readonly remainingCredits: number;
  /** The customer's allowance after this try-on; undefined without a session. */
  readonly quota: { readonly used: number; readonly limit: number; readonly remaining: number } | undefined;
}

/** A row of `debit_batch` and of `debit_replay`. */
export interface DebitAnswer {
  readonly outcome: unknown;
  readonly remaining: unknown;
  readonly used: unknown;
  readonly limit: unknown;
  readonly left: unknown;
}

export function toResult({ outcome: word, remaining, used, limit, left }: DebitAnswer): DebitResult {
  const outcome = OUTCOMES.find((each) => each === word);
  if (!outcome) throw new Error(`debit_batch answered ${JSON.stringify(word)}`);
  return {
    outcome,
    remainingCredits: Number(remaining),
    quota: used === null ? undefined : { used: Number(used), limit: Number(limit), remaining: Number(left) },
  };
}
