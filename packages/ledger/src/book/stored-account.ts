import type { Account, Grant, Hold, Subscription } from './account.ts';

/** An account as text, to be kept in its row. */
export function writeAccount({ subscriptions, grants, holds, free }: Account): string {
  return JSON.stringify({
    ...(subscriptions.size > 0 && { subscriptions: Object.fromEntries(subscriptions) }),
    ...(grants.length > 0 && { grants }),
    ...(holds.size > 0 && { holds: Object.fromEntries(holds) }),
    ...(free.length > 0 && { free }),
  });
}

/** @throws SyntaxError for what `writeAccount` did not write */
export function readAccount(text: string): Account {
  const {
    subscriptions = {},
    grants = [],
    holds = {},
    free = [],
  } = JSON.parse(text) as {
    subscriptions?: Record<string, Subscription>;
    grants?: Grant[];
    holds?: Record<string, Hold>;
    free?: number[];
  };
  return {
    subscriptions: new Map(Object.entries(subscriptions)),
    grants,
    holds: new Map(Object.entries(holds)),
    free,
  };
}
