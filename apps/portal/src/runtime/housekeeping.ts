import { type Kysely, type RawBuilder, sql } from 'kysely';
import { forgetFunnel } from '../domain/funnel/forget.ts';
import type { Clock } from '../foundation/clock.ts';
import type { Logger } from '../foundation/log.ts';
import type { Schema } from '../storage/schema.ts';

/**
 * Forgets what nobody may ask for any more (counts of windows that are over, answers kept for a day, sessions
 * listed for 30 days, the widget's events), and rolls up the dashboard's figures of hours that are over.
 */
export interface Housekeeping {
  start(): void;
  /** One round, now; returns how many rows went. */
  sweep(): Promise<number>;
  stop(): Promise<void>;
}

// A caller who comes from many addresses leaves a count of each.
const EVERY_MS = 60_000;
const SESSIONS_KEPT_MS = 30 * 86_400_000;
// So few at a time that no lock is held for long.
const BATCH = 1_000;

export interface HousekeepingOptions {
  readonly db: Kysely<Schema>;
  readonly clock: Clock;
  readonly log: Logger;
  /** How long the widget's events are kept (days). */
  readonly eventsKeptDays: number;
}

export function createHousekeeping({ db, clock, log, eventsKeptDays }: HousekeepingOptions): Housekeeping {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  let rolledUpTo: number | undefined;

  async function sweep(): Promise<number> {
    await clock.catchUp?.();
    const now = at(clock.now());
    let all = 0;
    for (let gone = BATCH; gone >= BATCH; ) {
      gone = Math.max(
        await forget(db, 'idempotency_keys', 'key', now),
        await forget(db, 'sessions', 'jti', at(new Date(clock.now().getTime() - SESSIONS_KEPT_MS))),
        await forget(db, 'connect_forms', 'nonce_hash', now),
        await forget(db, 'connect_codes', 'code_hash', now),
        await forget(db, 'merchant_sessions', 'token_hash', now),
        // Their windows go by the database's clock.
        await forget(db, 'rate_limits', 'bucket', sql`now()`),
      );
      all += gone;
    }
    all += await forgetFunnel(db, clock.now(), eventsKeptDays);
    await rollUp();
    return all;
  }

  async function rollUp(): Promise<void> {
    const { lastEdge, rollUpAll } = await import('../domain/stats/rollup-all.ts');
    const edge = lastEdge(clock.now()).getTime();
    if (edge === rolledUpTo) return;
    await rollUpAll(db, clock.now());
    rolledUpTo = edge;
  }

  return {
    sweep,
    start() {
      timer ??= setInterval(() => {
        round ??= sweep()
          .then((rows) => log.debug({ rows }, 'swept'))
          .catch((error: unknown) => log.error({ error }, 'sweeping failed'))
          .finally(() => {
            round = undefined;
          });
      }, EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}

function at(time: Date): RawBuilder<Date> {
  return sql`${time.toISOString()}::timestamptz`;
}

async function forget(
  db: Kysely<Schema>,
  table: string,
  id: string,
  before: RawBuilder<unknown>,
): Promise<number> {
  const [rows, key] = [sql.table(table), sql.ref(id)];
  // Processes sweep past each other, and past every use of a row.
  const { numAffectedRows } = await sql`
    delete from ${rows} r using (
      select store_id, ${key} from ${rows} where expires_at < ${before}
      limit ${BATCH} for update skip locked
    ) old where r.store_id = old.store_id and r.${key} = old.${key}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
