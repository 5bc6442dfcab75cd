import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../storage/schema.ts';
import { lastEdge, rollUp } from './rollup.ts';

export { lastEdge };

const BATCH = 100;

/**
 * Rolls up for every store that has had a try-on since its sums end, so that the next who looks need not wait
 * for all that happened since somebody looked last. Returns how many stores it was.
 */
export async function rollUpAll(db: Kysely<Schema>, now: Date): Promise<number> {
  const edge = sql`${lastEdge(now).toISOString()}::timestamptz`;
  let done = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { rows } = await sql<{ store_id: string; behind: boolean }>`
      select s.store_id, coalesce(f.through, '-infinity') < ${edge} and (
          select t.at from tryons t where t.store_id = s.store_id order by t.id desc limit 1
        ) >= coalesce(f.through, '-infinity') as behind
      from (select store_id from stores where store_id > ${after} order by store_id limit ${BATCH}) s
      left join lateral (select x.through from figures_through x where x.store_id = s.store_id offset 0) f on true
      order by s.store_id`.execute(db);
    for (const { store_id } of rows.filter(({ behind }) => behind)) {
      await rollUp(db, store_id, now);
      done += 1;
      // Requests come first: PGlite would go from one store to the next without a look at them.
      await new Promise((resolve) => setImmediate(resolve));
    }
    after = rows.length < BATCH ? undefined : rows.at(-1)?.store_id;
  }
  return done;
}
