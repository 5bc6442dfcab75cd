import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Bounds how fast passwords can be guessed. An attempt counts from its start; one that succeeds is given back. */
export interface LoginLimit {
  /** Seconds to wait before the next attempt, or undefined if it may be made now. */
  waitFor(address: string, email: string): Promise<number | undefined>;
  attempted(address: string, email: string): Promise<void>;
  succeeded(address: string, email: string): Promise<void>;
}

const WINDOW_S = 900;
/** Wrong passwords in 15 minutes. The last bound is wide: else a stranger could lock a merchant out. */
const BOUNDS = { pair: 5, address: 20, email: 100 };

/** `scale` as for the portal's other limits; 0 counts nothing. Each process counts for itself. */
export function createLoginLimit(scale: number): LoginLimit {
  const limiter = (keyPrefix: keyof typeof BOUNDS) =>
    new RateLimiterMemory({
      keyPrefix,
      points: Math.max(1, Math.floor(BOUNDS[keyPrefix] * scale)),
      duration: WINDOW_S,
    });
  const limiters = { pair: limiter('pair'), address: limiter('address'), email: limiter('email') };
  function counted(address: string, email: string): [RateLimiterMemory, string][] {
    if (scale === 0) return [];
    return [
      [limiters.pair, `${address} ${email}`],
      [limiters.address, address],
      [limiters.email, email],
    ];
  }
  return {
    async waitFor(address, email) {
      let wait = 0;
      for (const [each, key] of counted(address, email)) {
        const state = await each.get(key);
        if (state && state.consumedPoints >= each.points) wait = Math.max(wait, state.msBeforeNext);
      }
      return wait > 0 ? Math.ceil(wait / 1000) : undefined;
    },
    async attempted(address, email) {
      for (const [each, key] of counted(address, email)) {
        await each.consume(key).catch((refused: unknown) => {
          if (!(refused instanceof RateLimiterRes)) throw refused;
        });
      }
    },
    async succeeded(address, email) {
      for (const [each, key] of counted(address, email)) {
        if (each === limiters.pair) await each.delete(key);
        else await each.reward(key);
      }
    },
  };
}
