import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { rollUp } from './rollup.ts';
import { tryonDays } from './spans.ts';

const DAY_MS = 86_400_000;

export interface Figures {
  /** Oldest first, today last, one for each day. */
  readonly days: readonly DayFigures[];
  /** Platforms that were seen, the busiest first. */
  readonly platforms: readonly PlatformFigures[];
  readonly total: Counts;
}

export interface Counts {
  completed: number;
  failed: number;
  credits: number;
}

export interface DayFigures extends Counts {
  /** `2026-03-09`, UTC. */
  readonly day: string;
}

export interface PlatformFigures extends Counts {
  readonly platform: string;
  /** One for each day, as in `Figures.days`. */
  readonly days: readonly DayFigures[];
}

/** Try-ons and credits of the last days, by day and by the platform prefix of the shopper's id. */
export async function readFigures(
  db: Kysely<Schema>,
  storeId: string,
  now: Date,
  days: number,
): Promise<Figures> {
  const through = await rollUp(db, storeId, now);
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const from = new Date(today - (days - 1) * DAY_MS);
  const live = {
    storeId,
    from: new Date(Math.max(through.getTime(), from.getTime())),
    to: new Date(today + DAY_MS),
  };
  const { rows } = await sql<Counts & { day: string; platform: string }>`
    select to_char(h.day at time zone 'UTC', 'YYYY-MM-DD') as day, h.platform, sum(h.completed)::int as completed,
      sum(h.failed)::int as failed, sum(h.credits)::int as credits
    from (
      select day, platform, completed, failed, credits from tryon_days
      where store_id = ${storeId} and day >= ${from.toISOString()}::timestamptz
      union all
      select l.day, l.platform, l.completed, l.failed, l.credits from (${tryonDays(live)}) l
    ) h group by 1, 2`.execute(db);

  const dates = Array.from({ length: days }, (_, n) =>
    new Date(from.getTime() + n * DAY_MS).toISOString().slice(0, 10),
  );
  const all = emptyDays(dates);
  const byPlatform = new Map<string, ReturnType<typeof emptyDays>>();
  for (const row of rows) {
    const own = byPlatform.get(row.platform) ?? emptyDays(dates);
    byPlatform.set(row.platform, own);
    for (const sum of [all.get(row.day), own.get(row.day)]) if (sum) add(sum, row);
  }
  const platforms = [...byPlatform].map(([platform, own]) => ({
    platform,
    days: [...own.values()],
    ...total(own.values()),
  }));
  const tryons = ({ completed, failed }: Counts) => completed + failed;
  platforms.sort((a, b) => tryons(b) - tryons(a));
  return { days: [...all.values()], platforms, total: total(all.values()) };
}

function emptyDays(dates: readonly string[]): Map<string, DayFigures> {
  return new Map(dates.map((day) => [day, { day, completed: 0, failed: 0, credits: 0 }]));
}

function total(days: Iterable<Counts>): Counts {
  const sum = { completed: 0, failed: 0, credits: 0 };
  for (const each of days) add(sum, each);
  return sum;
}

function add(sum: Counts, more: Counts): void {
  sum.completed += more.completed;
  sum.failed += more.failed;
  sum.credits += more.credits;
}
