import type { ProviderCell } from '../cells/provider-cell.ts';
import { ANALYTICS_CELLS } from './analytics.ts';
import { CUSTOMER_CELLS } from './customers.ts';
import { GRANT_CELLS } from './grants.ts';
import { GUESSING_CELLS } from './guessing.ts';
import { idempotencyCells } from './idempotency.ts';
import { isolationCells } from './isolation.ts';
import { pagingCells } from './paging.ts';
import { PLAN_CELLS } from './plans.ts';
import { SESSION_CELLS } from './sessions.ts';
import { TRACK_CELLS } from './track.ts';
import { WEBHOOK_CELLS } from './webhooks.ts';

/** What must hold from one call to the next. */
export function stateCells(): ProviderCell[] {
  return [
    ...PLAN_CELLS,
    ...CUSTOMER_CELLS,
    ...GRANT_CELLS,
    ...SESSION_CELLS,
    ...TRACK_CELLS,
    ...WEBHOOK_CELLS,
    ...ANALYTICS_CELLS,
    ...GUESSING_CELLS,
    ...pagingCells(),
    ...idempotencyCells(),
    ...isolationCells(),
  ];
}
