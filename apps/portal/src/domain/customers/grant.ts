import type { Grant } from '@genvoris/contract/types/v1';
import type { Selectable } from 'kysely';
import type { GrantsTable } from '../../storage/schema.ts';

export function toGrant(row: Selectable<GrantsTable>, now: Date): Grant {
  const over = row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= now);
  return {
    orderId: row.order_id,
    customerId: row.customer_id,
    amount: row.amount,
    spent: row.spent,
    remaining: over ? 0 : row.amount - row.spent,
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}
