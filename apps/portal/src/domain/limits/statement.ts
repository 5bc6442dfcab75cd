import type { Lane } from '../../storage/database.ts';

/** Several uses of one limit by one caller. */
export interface Use {
  /** Which limit. */
  readonly scope: string;
  /** The key that was presented, hashed; empty where the limit does not go by keys. */
  readonly keyHash: string;
  /** Who is counted without a key, or with one that is no store's; of a fixed size. */
  readonly stranger: string;
  readonly windowSeconds: number;
  readonly count: number;
}

export interface Used {
  /** How much of the limit is used in this window, the uses up to and with these. */
  readonly used: number;
  /** Until the window ends. */
  readonly milliseconds: number;
  /** Names the window, for giving a use back. */
  readonly window: string;
  /** Whether the key is a store's, be it revoked. */
  readonly owned: boolean;
}

// The rows are taken in one order, so that processes which count the same callers wait for each other and never
// in a circle. By the database's clock: those of the processes may differ.
const USE = {
  name: 'use_limits',
  text: `
with asked as (
  select given.n, given.uses, given.seconds, coalesce(owner.store_id, '') as store_id,
    given.scope || ' ' || case when owner.store_id is null then given.stranger else given.key_hash end as bucket
  from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[])
    with ordinality as given (scope, key_hash, stranger, seconds, uses, n)
  left join api_key_owners owner on owner.key_hash = given.key_hash
), counted as (
  insert into rate_limits as kept (store_id, bucket, used, expires_at)
  select store_id, bucket, sum(uses), now() + max(seconds) * interval '1 second'
  from asked group by store_id, bucket order by store_id, bucket
  on conflict (store_id, bucket) do update set
    used = case when kept.expires_at <= now() then 0 else kept.used end + excluded.used,
    expires_at = case when kept.expires_at <= now() then excluded.expires_at else kept.expires_at end
  returning store_id, bucket, used, expires_at
)
select asked.n::int,
  (counted.used - sum(asked.uses) over (partition by store_id, bucket)
    + sum(asked.uses) over (partition by store_id, bucket order by asked.n))::float8,
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

/** Counts a batch in one statement; answers in the order of the uses. */
export async function countUses(lane: Lane, uses: readonly Use[]): Promise<Used[]> {
  const rows = await lane(USE, [
    uses.map(({ scope }) => scope),
    uses.map(({ keyHash }) => keyHash),
    uses.map(({ stranger }) => stranger),
    uses.map(({ windowSeconds }) => windowSeconds),
    uses.map(({ count }) => count),
  ]);
  const answers = new Array<Used>(uses.length);
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

type Stranger = Pick<Use, 'scope' | 'stranger'>;

/** Takes one use of a caller without a key back, if its window is not over. */
export async function giveBack(lane: Lane, { scope, stranger }: Stranger, window: string): Promise<void> {
  await lane(GIVE_BACK, [`${scope} ${stranger}`, window]);
}

/** Forgets what a caller without a key has used. */
export async function clear(lane: Lane, { scope, stranger }: Stranger): Promise<void> {
  await lane(CLEAR, [`${scope} ${stranger}`]);
}
