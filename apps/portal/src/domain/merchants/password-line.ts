/** As many wait for a password to be hashed as may. */
export class LineFullError extends Error {
  readonly code = 'line_full';
  constructor() {
    super('Too many passwords are waiting already.');
    this.name = 'LineFullError';
  }
}

/** Behind the one at work; each takes some 150 ms, so that nobody waits longer than a page may take. */
const WAITING = 8;

/**
 * Hashes passwords one after the other. Each takes a core, and one of the four threads that this process has for signing
 * tokens, compressing and reading files too: a flood of sign-ins would leave none of them to what shops ask for.
 */
export class PasswordLine {
  #inside = 0;
  #last: Promise<unknown> = Promise.resolve();

  get full(): boolean {
    return this.#inside > WAITING;
  }

  /** @throws LineFullError at once; whatever `work` throws. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.full) throw new LineFullError();
    this.#inside += 1;
    const before = this.#last;
    const mine = (async () => {
      await before;
      return work();
    })();
    this.#last = mine.then(
      () => {},
      () => {},
    );
    try {
      return await mine;
    } finally {
      this.#inside -= 1;
    }
  }
}

/**
 * Strangers wait for strangers only: who has signed in with this browser before, or is signed in, has a line of their
 * own, which no flood of strangers makes longer.
 */
export const PASSWORD_LINES = { stranger: new PasswordLine(), known: new PasswordLine() };
export type Standing = keyof typeof PASSWORD_LINES;
