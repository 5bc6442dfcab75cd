/** How often something was so, and the 95 % interval in which it may well lie. */
export interface Proportion {
  readonly hits: number;
  readonly of: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Of the normal distribution, for 95 %. */
const Z = 1.959964;

/**
 * A share with Wilson's score interval, which holds for small numbers and for none of many too; undefined of nothing.
 *
 * @see https://doi.org/10.1080/01621459.1927.10502953
 */
export function proportion(hits: number, of: number): Proportion | undefined {
  if (of <= 0) return undefined;
  const rate = Math.min(1, Math.max(0, hits / of));
  const spread = 1 + Z ** 2 / of;
  const middle = (rate + Z ** 2 / (2 * of)) / spread;
  const half = (Z / spread) * Math.sqrt((rate * (1 - rate)) / of + Z ** 2 / (4 * of ** 2));
  return { hits, of, rate, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** How much less often `one` is than `other`, with Newcombe's interval of two independent shares (his method 10). */
export function lessBy(one: Proportion, other: Proportion): { by: number; low: number; high: number } {
  const by = other.rate - one.rate;
  return {
    by,
    low: by - Math.hypot(other.rate - other.low, one.high - one.rate),
    high: by + Math.hypot(other.high - other.rate, one.rate - one.low),
  };
}

/** An estimate of the orders that did not come back, with its own interval. */
export interface ReturnsAvoided {
  readonly orders: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many more of the orders after a try-on would have come back at the others' rate; undefined where the two intervals
 * overlap, for then the figures do not tell.
 */
export function returnsAvoided(
  after: Proportion | undefined,
  others: Proportion | undefined,
): ReturnsAvoided | undefined {
  if (!after || !others || after.high >= others.low) return undefined;
  const { by, low, high } = lessBy(after, others);
  return {
    orders: Math.round(by * after.of),
    low: Math.floor(low * after.of),
    high: Math.ceil(high * after.of),
  };
}
