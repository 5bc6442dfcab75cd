import type { ProviderCell } from '../cells/provider-cell.ts';
import { customerCells } from './customers.ts';
import { grantCells } from './grants.ts';
import { idempotencyCells } from './idempotency.ts';
import { isolationCells } from './isolation.ts';
import { pagingCells } from './paging.ts';
import { planCells } from './plans.ts';
import { sessionCells } from './sessions.ts';
import { trackCells } from './track.ts';
import { webhookCells } from './webhooks.ts';

/** What must hold from one call to the next. */
export function stateCells(): ProviderCell[] {
  return [
    ...planCells(),
    ...customerCells(),
    ...grantCells(),
    ...sessionCells(),
    ...trackCells(),
    ...webhookCells(),
    ...pagingCells(),
    ...idempotencyCells(),
    ...isolationCells(),
  ];
}
