import type { Mutation } from '@genvoris/testing/mutating-proxy';

/** A server with a mistake that one could make. */
export interface Mutant {
  /** What it does wrong, in words. */
  readonly says: string;
  /** The checks that must fail for it, each of them. */
  readonly breaks: readonly string[];
  /** The cells to run, where all of the checks' would be too many. */
  readonly only?: readonly string[];
  /** Made for each run, for what it remembers. */
  readonly mutation: () => Mutation;
}
