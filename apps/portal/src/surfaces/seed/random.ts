/** Numbers from 0 up to 1 that look like chance and are the same for every seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws from the choices, each as often as its weight says. */
export function createDraw<Choice>(
  choices: readonly (readonly [Choice, weight: number])[],
): (random: number) => Choice {
  const all = choices.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let rest = random * all;
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    // Only what rounding leaves over comes here.
    return (choices.at(-1) as readonly [Choice, number])[0];
  };
}
