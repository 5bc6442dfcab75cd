import { type Kysely, sql } from 'kysely';
import { type Clock, machineNow } from '../foundation/clock.ts';
import { sayDuration } from '../foundation/duration.ts';
import type { Schema } from '../storage/schema.ts';

/** The clock cannot be moved there; the message says why and what can be done. */
export class ClockError extends Error {
  readonly code = 'clock_refused';
}

interface Position {
  readonly offset: number;
  readonly moves: number;
}

/** Far enough for any plan, and within what dates, ids and SQL's intervals take (ms). */
const FURTHEST_MS = 100 * 365.25 * 86_400_000;

/**
 * A clock for tests that goes at the usual speed and is moved forward while portals run. Where it is stands
 * in the database. A process catches up before each request and each round of its workers, so that a move
 * holds everywhere, for all that begins after it, as soon as it is committed.
 */
export class TestClock implements Clock {
  readonly #db: Kysely<Schema>;
  #position: Position = { offset: 0, moves: 0 };

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  get offsetMs(): number {
    return this.#position.offset;
  }

  now(): Date {
    return new Date(machineNow().getTime() + this.offsetMs);
  }

  async catchUp(): Promise<void> {
    const position = await readPosition(this.#db);
    if (position) this.#learn(position);
  }

  /** @throws ClockError */
  advance(ms: number): Promise<void> {
    return this.#move((offset) => offset + ms);
  }

  /** @throws ClockError if that is in the past of this clock. */
  moveTo(time: Date): Promise<void> {
    return this.#move((offset) => {
      const target = time.getTime() - machineNow().getTime();
      if (target < offset) throw backwards(offset);
      return target;
    });
  }

  /** Moves it to so many milliseconds ahead of the machine's clock. @throws ClockError if it is further. */
  moveToOffset(ms: number): Promise<void> {
    return this.#move((offset) => {
      if (ms < offset) throw backwards(offset);
      return ms;
    });
  }

  /** Back to the machine's time. What was made in the future stays there. */
  reset(): Promise<void> {
    return this.#move(() => 0);
  }

  async #move(to: (offset: number) => number): Promise<void> {
    const position = await this.#db.transaction().execute(async (trx) => {
      // Whole tables, before any row: workers and requests lock rows of these in orders of their own.
      await sql`lock table test_clock, webhook_deliveries, rate_limits in exclusive mode`.execute(trx);
      await trx
        .insertInto('test_clock')
        .values({ offset_ms: 0, moves: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const before = (await readPosition(trx)) as Position;
      const offset = Math.round(to(before.offset));
      if (offset > FURTHEST_MS) throw new ClockError('The clock goes at most 100 years ahead.');
      if (offset === before.offset) return before;
      const moves = before.moves + 1;
      await trx.updateTable('test_clock').set({ offset_ms: offset, moves }).execute();
      await moveLeases(trx, before.offset, offset);
      await moveWindows(trx, offset - before.offset);
      return { offset, moves };
    });
    this.#learn(position);
  }

  /** An answer that was overtaken by a later one is not news. */
  #learn(position: Position): void {
    if (position.moves > this.#position.moves) this.#position = position;
  }
}

/** How far ahead this database's test clock is (ms); 0 if it never had one. */
export async function clockOffset(db: Kysely<Schema>): Promise<number> {
  return (await readPosition(db))?.offset ?? 0;
}

function readPosition(db: Kysely<Schema>): Promise<Position | undefined> {
  return db
    .selectFrom('test_clock')
    .select([sql<number>`offset_ms::float8`.as('offset'), 'moves'])
    .executeTakeFirst();
}

/** What a process is doing right now it still has as long for as before: no other is to take it over. */
async function moveLeases(trx: Kysely<Schema>, before: number, after: number): Promise<void> {
  const now = new Date(machineNow().getTime() + before).toISOString();
  await sql`update webhook_deliveries set claimed_until = claimed_until + ${seconds(after - before)}
    where claimed_until > ${now}::timestamptz`.execute(trx);
}

/** Rate limits go by the database's clock: their windows end earlier by as much; set back, all are over. */
async function moveWindows(trx: Kysely<Schema>, ms: number): Promise<void> {
  if (ms < 0) await trx.deleteFrom('rate_limits').execute();
  else await sql`update rate_limits set expires_at = expires_at - ${seconds(ms)}`.execute(trx);
}

function seconds(ms: number) {
  return sql`${ms / 1_000}::float8 * interval '1 second'`;
}

function backwards(offset: number): ClockError {
  const now = new Date(machineNow().getTime() + offset).toISOString();
  const ahead = offset === 0 ? "the machine's time" : `${sayDuration(offset)} ahead`;
  return new ClockError(
    `The clock is at ${now} (${ahead}) and goes forward only; \`portal clock reset\` puts it back to the machine's time.`,
  );
}
