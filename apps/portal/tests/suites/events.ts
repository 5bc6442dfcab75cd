import type { EventType } from '@genvoris/contract';
import { validateEvent } from '@genvoris/contract/validators';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { TestPortal } from '../kit/test-portal.ts';

interface Emitted {
  readonly id: string;
  readonly type: EventType;
  readonly created_at: Date;
  readonly data: unknown;
}

/** Runs last: whatever the other suites made happen was told as the contract documents it. */
export function events(running: () => TestPortal): void {
  test('every event that anything above caused is as documented', async () => {
    const { rows } = await sql<Emitted>`select id, type, created_at, data from outbox`.execute(
      running().portal.db,
    );
    const wrong = rows.flatMap(({ id, type, created_at, data }) => {
      const result = validateEvent(type, { id, type, created: created_at.toISOString(), data });
      return result.ok ? [] : [{ type, data, errors: result.errors }];
    });
    expect(wrong).toEqual([]);
  });
}
