import { BoundedMap } from '@genvoris/http';
import type { Counted, Counters } from '../../../domain/limits/counters.ts';
import type { HitCount } from '../../../domain/limits/statement.ts';
import type { Clock } from '../../../foundation/clock.ts';

/**
 * Bounds how fast passwords can be guessed, at all processes together. An attempt counts from its start: else many at
 * once would all be let through. One that succeeds, or that is not let through, does not count.
 */
export interface LoginLimit {
  /** Of somebody who is no stranger: a browser that signed in before, or a sign-in that asks again. */
  ofKnown(id: string): Promise<Attempt>;
  ofStranger(address: string, email: string): Promise<Attempt>;
}

export type Attempt =
  | { readonly ok: false; readonly waitSeconds: number }
  | {
      readonly ok: true;
      readonly succeeded: () => Promise<void>;
      /** The password was not looked at. */
      readonly withdraw: () => Promise<void>;
    };

interface Bound {
  readonly scope: string;
  readonly most: number;
  readonly windowSeconds: number;
}

/** Wrong passwords of one who guesses: the more there were, the longer the wait. */
const GROWING: readonly Omit<Bound, 'scope'>[] = [
  { most: 5, windowSeconds: 60 },
  { most: 10, windowSeconds: 900 },
  { most: 20, windowSeconds: 3_600 },
];
const PAIR = GROWING.map((each) => ({ ...each, scope: `signIn.pair.${each.windowSeconds}` }));
const KNOWN = GROWING.map((each) => ({ ...each, scope: `signIn.known.${each.windowSeconds}` }));
/** Whatever emails they were for. */
const ADDRESS: Bound = { scope: 'signIn.address', most: 20, windowSeconds: 900 };
/**
 * An account that more strangers than this try at once leaves each address fewer attempts. None is the bound at which all
 * are refused: else whoever can reach it locks the merchant out.
 */
const EMAIL: Bound = { scope: 'signIn.email', most: 100, windowSeconds: 900 };
const PRESSED = { scope: PAIR[1]?.scope, most: 2 };

/** `scale` as for the portal's other limits; 0 counts nothing. */
export function createLoginLimit(counters: Counters, scale: number, clock: Clock): LoginLimit {
  /** Until when pairs have nothing left, by this process's stopwatch: a flood is refused without the database. */
  const spent = new BoundedMap<string, number>(10_000);

  async function begin(bounds: readonly [Bound, string][], own: readonly Bound[]): Promise<Attempt> {
    const taken = await Promise.all(
      bounds.map(async ([bound, name]): Promise<Taken> => {
        const counted = { scope: bound.scope, address: name, windowSeconds: bound.windowSeconds };
        return { bound, counted, hit: await counters.take(counted) };
      }),
    );
    const giveBack = async () => {
      await Promise.all(taken.map(({ counted, hit }) => counters.giveBack(counted, hit)));
    };
    const pressed = taken.some(({ bound, hit }) => bound === EMAIL && hit.used > scaled(EMAIL.most));
    const over = taken.filter(({ bound, hit }) => {
      if (bound === EMAIL) return false;
      const most = pressed && bound.scope === PRESSED.scope ? PRESSED.most : bound.most;
      return hit.used > scaled(most);
    });
    if (over.length > 0) {
      await giveBack();
      const wait = Math.max(...over.map(({ hit }) => hit.milliseconds));
      return { ok: false, waitSeconds: Math.max(1, Math.ceil(wait / 1_000)) };
    }
    return {
      ok: true,
      withdraw: giveBack,
      async succeeded() {
        await giveBack();
        const mine = taken.filter(({ bound }) => own.includes(bound));
        await Promise.all(mine.map(({ counted }) => counters.clear(counted)));
      },
    };
  }

  function scaled(most: number): number {
    return Math.max(1, Math.floor(most * scale));
  }

  return {
    async ofKnown(id) {
      if (scale === 0) return LET_IN;
      return begin(
        KNOWN.map((bound) => [bound, id]),
        KNOWN,
      );
    },
    async ofStranger(address, email) {
      if (scale === 0) return LET_IN;
      const pair = `${address} ${email}`;
      // What was known before a test clock was moved is not so any more.
      const name = `${clock.offsetMs} ${pair}`;
      const now = performance.now();
      const left = (spent.use(name) ?? 0) - now;
      if (left > 0) return { ok: false, waitSeconds: Math.ceil(left / 1_000) };
      const bounds: [Bound, string][] = PAIR.map((bound) => [bound, pair]);
      const attempt = await begin([...bounds, [ADDRESS, address], [EMAIL, email]], PAIR);
      if (!attempt.ok) spent.set(name, now + attempt.waitSeconds * 1_000);
      return attempt;
    },
  };
}

interface Taken {
  readonly bound: Bound;
  readonly counted: Counted;
  readonly hit: HitCount;
}

const LET_IN: Attempt = { ok: true, succeeded: async () => {}, withdraw: async () => {} };
