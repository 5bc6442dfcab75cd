import type { Counted, Counters } from '../../../domain/limits/counters.ts';
import type { HitCount } from '../../../domain/limits/statement.ts';

/** Bounds how fast passwords can be guessed, at all processes together. */
export interface LoginLimit {
  /** Counts an attempt from its start: else many at once would all be let through. */
  begin(address: string, email: string): Promise<Attempt>;
}

export type Attempt =
  | { readonly ok: false; readonly waitSeconds: number }
  /** An attempt that succeeds is not counted. */
  | { readonly ok: true; readonly succeeded: () => Promise<void> };

const WINDOW_S = 900;
/** Wrong passwords in 15 minutes. The last bound is wide: else a stranger could lock a merchant out. */
const BOUNDS = { pair: 5, address: 20, email: 100 };

/** `scale` as for the portal's other limits; 0 counts nothing. */
export function createLoginLimit(counters: Counters, scale: number): LoginLimit {
  return {
    async begin(address, email) {
      if (scale === 0) return { ok: true, succeeded: async () => {} };
      const pair = toCounted('pair', `${address} ${email}`);
      const taken: [Counted, HitCount][] = [];
      const giveBack = () => Promise.all(taken.map(([counted, used]) => counters.giveBack(counted, used)));
      for (const [bound, counted] of [
        [BOUNDS.pair, pair],
        [BOUNDS.address, toCounted('address', address)],
        [BOUNDS.email, toCounted('email', email)],
      ] as const) {
        const used = await counters.take(counted);
        taken.push([counted, used]);
        if (used.used <= Math.max(1, Math.floor(bound * scale))) continue;
        // What was not let through does not count, or one address could use up the email's wide bound.
        await giveBack();
        return { ok: false, waitSeconds: Math.max(1, Math.ceil(used.milliseconds / 1000)) };
      }
      return {
        ok: true,
        async succeeded() {
          await giveBack();
          await counters.clear(pair);
        },
      };
    },
  };
}

function toCounted(bound: keyof typeof BOUNDS, address: string): Counted {
  return { scope: `signIn.${bound}`, address, windowSeconds: WINDOW_S };
}
