// Generated from openapi/shared/account.yaml by `pnpm generate`. Do not edit.

export interface AccountBounds {
  /** What orders granted, on an account page. */
  readonly credits: number;
  /** What moved the allowance, on an account page. */
  readonly history: number;
  /** What orders granted, in an export. */
  readonly exportCredits: number;
  /** What moved the allowance, in an export. */
  readonly exportHistory: number;
  /** Characters of an Idempotency-Key of `POST /credits/use`. */
  readonly creditsKey: number;
}

/** How much of a shopper's account is told. */
export const ACCOUNT_BOUNDS: AccountBounds = { credits: 200, history: 200, exportCredits: 10000, exportHistory: 100000, creditsKey: 255 };
