import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { tryonHours } from './hours.ts';
import { sumUp } from './sum-up.ts';

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
}

/** Try-ons and credits of the last days, by day and by the platform prefix of the shopper's id. */
export async function readFigures(
  db: Kysely<Schema>,
  storeId: string,
  now: Date,
  days: number,
): Promise<Figures> {
  const through = await sumUp(db, storeId, now);
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const from = new Date(today - (days - 1) * DAY_MS);
  const live = {
    storeId,
    from: new Date(Math.max(through.getTime(), from.getTime())),
    to: new Date(today + DAY_MS),
  };
  const { rows } = await sql<Counts & { day: string; platform: string }>`
    select to_char(h.hour at time zone 'UTC', 'YYYY-MM-DD') as day, h.platform, sum(h.completed)::int as completed,
      sum(h.failed)::int as failed, sum(h.credits)::int as credits
    from (
      select hour, platform, completed, failed, credits from tryon_hours
      where store_id = ${storeId} and hour >= ${from.toISOString()}::timestamptz
      union all
      select l.hour, l.platform, l.completed, l.failed, l.credits from (${tryonHours(live)}) l
    ) h group by 1, 2`.execute(db);

  const byDay = new Map<string, DayFigures>();
  for (let n = 0; n < days; n += 1) {
    const day = new Date(from.getTime() + n * DAY_MS).toISOString().slice(0, 10);
    byDay.set(day, { day, completed: 0, failed: 0, credits: 0 });
  }
  const byPlatform = new Map<string, PlatformFigures>();
  const total = { completed: 0, failed: 0, credits: 0 };
  for (const row of rows) {
    const platform = byPlatform.get(row.platform) ?? {
      platform: row.platform,
      completed: 0,
      failed: 0,
      credits: 0,
    };
    byPlatform.set(row.platform, platform);
    for (const sum of [byDay.get(row.day), platform, total]) {
      if (!sum) continue;
      sum.completed += row.completed;
      sum.failed += row.failed;
      sum.credits += row.credits;
    }
  }
  const tryons = ({ completed, failed }: Counts) => completed + failed;
  const platforms = [...byPlatform.values()].sort((a, b) => tryons(b) - tryons(a));
  return { days: [...byDay.values()], platforms, total };
}
