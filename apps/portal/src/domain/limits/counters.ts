import { createHash } from 'node:crypto';
import { createBatcher, type Waiting } from '../../foundation/batcher.ts';
import type { RunStatement } from '../../storage/database.ts';
import { isStatementError } from '../../storage/statement-error.ts';
import { clear, countHits, giveBack, type Hit, type HitCount } from './statement.ts';

/** Who is counted, against what. */
export interface Counted {
  /** Names the limit; without spaces. */
  readonly scope: string;
  /** A key, hashed (`hashKey`); one that is no store's is counted by `address`, whatever it is. */
  readonly keyHash?: string | undefined;
  /** An address, or any other text that names the caller. */
  readonly address: string;
  readonly windowSeconds: number;
}

/**
 * Counts hits in windows of a fixed length, for all processes on the database together: no two hits get the same
 * number. Without the database nothing is counted, and the calls reject.
 */
export interface Counters {
  take(counted: Counted): Promise<HitCount>;
  /** For callers without a key. */
  giveBack(counted: Counted, taken: HitCount): Promise<void>;
  clear(counted: Counted): Promise<void>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

export interface CountersOptions {
  readonly run: RunStatement;
  /** Does a batch's work, with whatever there is to do around it. */
  readonly around?: (requests: readonly Counted[], work: () => Promise<HitCount[]>) => Promise<HitCount[]>;
}

type WaitingHit = Waiting<Counted, HitCount>;

/** The most hits one statement takes. */
const BATCH_SIZE = 1_000;

/** What arrives while a statement is under way is counted together by the next. */
export function createCounters({ run, around = (_, work) => work() }: CountersOptions): Counters {
  const batcher = createBatcher<Counted, HitCount>({
    pick: (waiting) => [waiting.slice(0, BATCH_SIZE), waiting.slice(BATCH_SIZE)],
    async apply(batch) {
      const groups = groupHits(batch);
      const hits = [...groups.values()].map(({ hit, members }) => ({ ...hit, count: members.length }));
      try {
        const requests = batch.map(({ request }) => request);
        const answers = await around(requests, () => again(() => countHits(run, hits)));
        for (const [n, { members }] of [...groups.values()].entries()) settle(members, answers[n]);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    },
  });
  return {
    take: batcher.add,
    giveBack: (counted, taken) => giveBack(run, toHit(counted), taken.window),
    clear: (counted) => clear(run, toHit(counted)),
    idle: batcher.idle,
  };
}

interface Group {
  readonly hit: Omit<Hit, 'count'>;
  readonly members: WaitingHit[];
}

function groupHits(batch: readonly WaitingHit[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const waiting of batch) {
    const { scope, keyHash = '', address } = waiting.request;
    const name = `${scope} ${keyHash} ${address}`;
    const group = groups.get(name);
    if (group) group.members.push(waiting);
    else groups.set(name, { hit: toHit(waiting.request), members: [waiting] });
  }
  return groups;
}

/** The last of them used what the answer says; the others came just before. */
function settle(members: readonly WaitingHit[], answer: HitCount | undefined): void {
  members.forEach(({ resolve, reject }, n) => {
    if (answer) resolve({ ...answer, used: answer.used - members.length + 1 + n });
    else reject(new Error('The hit was not counted'));
  });
}

/** Hashed, what a caller sends takes no more room than any other's, and nobody reads it in the database. */
function toHit({ scope, keyHash = '', address, windowSeconds }: Counted): Omit<Hit, 'count'> {
  const anonymousId = createHash('sha256').update(address).digest('base64url');
  return { scope, keyHash, anonymousId, windowSeconds };
}

/** A connection that broke is made again, once. What the first may have counted is counted twice, never less. */
async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isStatementError(error)) throw error;
    return work();
  }
}
