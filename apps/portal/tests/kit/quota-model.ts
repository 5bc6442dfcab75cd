import type { DebitResult } from '../../src/domain/debits/debit.ts';

// The rules of quota, grants, packs and periods once more, one try-on at a time and in the simplest way.

const PERIOD_MS = 30 * 24 * 3_600_000;

interface Portion {
  left: number;
  readonly expiresAt: Date | null;
}

const alive = (now: Date) => (portion: Portion) =>
  portion.left > 0 && (portion.expiresAt === null || portion.expiresAt > now);

function soonest(portions: readonly Portion[], now: Date): Portion | undefined {
  const time = ({ expiresAt }: Portion) => expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return portions
    .filter(alive(now))
    .reduce<Portion | undefined>(
      (best, each) => (best === undefined || time(each) < time(best) ? each : best),
      undefined,
    );
}

const sum = (portions: readonly Portion[], now: Date) =>
  portions.filter(alive(now)).reduce((total, { left }) => total + left, 0);

export class Shopper {
  planLimit: number;
  paused = false;
  #start: Date;
  #planUsed = 0;
  #grantsUsed = 0;
  readonly #grants: Portion[] = [];
  constructor(planLimit: number, start: Date) {
    this.planLimit = planLimit;
    this.#start = start;
  }
  addGrant(amount: number, expiresAt: Date | null): Portion {
    const grant = { left: amount, expiresAt };
    this.#grants.push(grant);
    return grant;
  }
  reset(now: Date): void {
    this.#start = now;
    this.#planUsed = 0;
    this.#grantsUsed = 0;
  }
  roll(now: Date): void {
    while (now.getTime() >= this.#start.getTime() + PERIOD_MS)
      this.reset(new Date(this.#start.getTime() + PERIOD_MS));
  }
  usage(now: Date): { used: number; limit: number; remaining: number } {
    this.roll(now);
    const granted = sum(this.#grants, now);
    return {
      used: this.#planUsed + this.#grantsUsed,
      limit: this.planLimit + this.#grantsUsed + granted,
      remaining: Math.max(0, this.planLimit - this.#planUsed) + granted,
    };
  }
  spend(now: Date): void {
    if (this.#planUsed < this.planLimit) this.#planUsed += 1;
    else {
      const grant = soonest(this.#grants, now);
      if (grant) grant.left -= 1;
      this.#grantsUsed += 1;
    }
  }
}

export interface Model {
  readonly packs: Portion[];
  readonly orders: { readonly shopper: Shopper; readonly grant: Portion }[];
  addShopper(planLimit: number, start: Date): Shopper;
  debit(shopper: Shopper | undefined, now: Date): DebitResult;
}

export function newModel(): Model {
  const packs: Portion[] = [];
  return {
    packs,
    orders: [],
    addShopper: (planLimit, start) => new Shopper(planLimit, start),
    debit(shopper, now) {
      const answer = (outcome: DebitResult['outcome']): DebitResult => ({
        outcome,
        remainingCredits: sum(packs, now),
        quota: shopper?.usage(now),
      });
      if (shopper?.paused) return answer('paused');
      if (shopper && shopper.usage(now).remaining === 0) return answer('quota_exhausted');
      const pack = soonest(packs, now);
      if (!pack) return answer('credit_limit_reached');
      pack.left -= 1;
      shopper?.spend(now);
      return answer('debited');
    },
  };
}
