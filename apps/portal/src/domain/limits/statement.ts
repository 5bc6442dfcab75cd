import type { RunStatement } from '../../storage/database.ts';

/** Several hits of one limit by one caller. */
export interface Hit {
  /** Which limit. */
  readonly scope: string;
  /** The key that was presented, hashed; empty where the limit does not go by keys. */
  readonly keyHash: string;
  /** Who is counted without a key, or with one that is no store's; of a fixed size. */
  readonly anonymousId: string;
  readonly windowSeconds: number;
  readonly count: number;
}

export interface HitCount {
  /** How much of the limit is used in this window, the hits up to and with these. */
  readonly used: number;
  /** Until the window ends. */
  readonly milliseconds: number;
  /** Names the window, for giving a hit back. */
  readonly window: string;
  /** Whether the key is a store's, be it revoked. */
  readonly owned: boolean;
}

// The rows are taken in one order, so that processes which count the same callers wait for each other and never
// in a circle. By the database's clock: those of the processes may differ.
const HIT = {
  name: 'use_limits',
  text: `
with asked as (
  select given.n, given.hits, given.seconds, coalesce(owner.store_id, '') as store_id,
    given.scope || ' ' || case when owner.store_id is null then given.anonymous_id else given.key_hash end as bucket
  from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[])
    with ordinality as given (scope, key_hash, anonymous_id, seconds, hits, n)
  left join api_key_owners owner on owner.key_hash = given.key_hash
), counted as (
  insert into rate_limits as kept (store_id, bucket, used, expires_at)
  select store_id, bucket, sum(hits), now() + max(seconds) * interval '1 second'
  from asked group by store_id, bucket order by store_id, bucket
  on conflict (store_id, bucket) do update set
    used = case when kept.expires_at <= now() then 0 else kept.used end + excluded.used,
    expires_at = case when kept.expires_at <= now() then excluded.expires_at else kept.expires_at end
  returning store_id, bucket, used, expires_at
)
select asked.n::int,
  (counted.used - sum(asked.hits) over (partition by store_id, bucket)
    + sum(asked.hits) over (partition by store_id, bucket order by asked.n))::float8,
  (extract(epoch from counted.expires_at - now()) * 1000)::float8,
  counted.expires_at::text, store_id <> ''
from asked join counted using (store_id, bucket)`,
};

const GIVE_BACK = {
  name: 'give_limit_back',
  text: `update rate_limits set used = used - 1
    where store_id = '' and bucket = $1 and expires_at = $2::timestamptz and used > 0`,
};

const CLEAR = {
  name: 'clear_limit',
  text: `delete from rate_limits where store_id = '' and bucket = $1`,
};

/** Counts a batch in one statement; counts in the order of the hits. */
export async function countHits(run: RunStatement, hits: readonly Hit[]): Promise<HitCount[]> {
  const rows = await run(HIT, [
    hits.map(({ scope }) => scope),
    hits.map(({ keyHash }) => keyHash),
    hits.map(({ anonymousId }) => anonymousId),
    hits.map(({ windowSeconds }) => windowSeconds),
    hits.map(({ count }) => count),
  ]);
  const answers = new Array<HitCount>(hits.length);
  for (const [n, used, milliseconds, window, owned] of rows) {
    answers[Number(n) - 1] = {
      used: Number(used),
      milliseconds: Number(milliseconds),
      window: String(window),
      owned: owned === true,
    };
  }
  return answers;
}

type Anonymous = Pick<Hit, 'scope' | 'anonymousId'>;

/** Takes one hit of a caller without a key back, if its window is not over. */
export async function giveBack(
  run: RunStatement,
  { scope, anonymousId }: Anonymous,
  window: string,
): Promise<void> {
  await run(GIVE_BACK, [`${scope} ${anonymousId}`, window]);
}

/** Forgets what a caller without a key has used. */
export async function clear(run: RunStatement, { scope, anonymousId }: Anonymous): Promise<void> {
  await run(CLEAR, [`${scope} ${anonymousId}`]);
}
