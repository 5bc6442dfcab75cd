/** How much faster a shop's clock goes: a try-on's hold is of minutes, and has to run out while the run lasts. */
export const CLOCK_RATE = 60;

/** The clock of every shop process, and of the order systems that sign by it. */
export function createShopClock(began: number): () => number {
  return () => began + (Date.now() - began) * CLOCK_RATE;
}
