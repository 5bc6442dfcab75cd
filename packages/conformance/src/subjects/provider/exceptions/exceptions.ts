import { patternOf } from '../../../core/cells/pattern.ts';

/** What a provider is known not to do, each with the reason why: patterns to reasons, `*` for anything. */
export interface Exceptions {
  /** Answers that cannot be brought about at it, by cell: `getStatus/answer/402/*`. */
  readonly unreachable?: Readonly<Record<string, string>> | undefined;
  /** Checks that it does not hold, or single cells of them: `*.isolation`, `listPlans/request/invalid.limit.*`. */
  readonly excused?: Readonly<Record<string, string>> | undefined;
}

/** Finds the reason that a name is listed under, and remembers which entries were of use. */
export class ReasonList {
  readonly #entries: { pattern: string; reason: string; matches: RegExp; used: boolean }[];
  constructor(entries: Readonly<Record<string, string>> = {}) {
    this.#entries = Object.entries(entries).map(([pattern, reason]) => ({
      pattern,
      reason,
      matches: patternOf(pattern),
      used: false,
    }));
  }

  reasonFor(name: string): string | undefined {
    return this.#entries.find(({ matches }) => matches.test(name))?.reason;
  }

  use(name: string): string | undefined {
    const entries = this.#entries.filter(({ matches }) => matches.test(name));
    for (const entry of entries) entry.used = true;
    return entries[0]?.reason;
  }

  /** The entries that nothing needed. */
  unused(): string[] {
    return this.#entries.filter(({ used }) => !used).map(({ pattern }) => pattern);
  }
}
