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

  /** A place, to be left again; undefined where there is none. Taken before anything is asked of the database. */
  enter(): (() => void) | undefined {
    if (this.full) return undefined;
    this.#inside += 1;
    return () => {
      this.#inside -= 1;
    };
  }

  /** Does what hashes a password, in a place. @throws LineFullError at once; whatever `work` throws. */
  async admit<Result>(work: () => Promise<Result>): Promise<Result> {
    const leave = this.enter();
    if (!leave) throw new LineFullError();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Hashes when those before have; for who has a place. */
  inOrder<Result>(hash: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(hash);
    this.#last = mine.then(
      () => {},
      () => {},
    );
    return mine;
  }
}

/**
 * Strangers wait for strangers only: who has signed in with this browser before, or is signed in, has a line of their
 * own, which no flood of strangers makes longer.
 */
export const PASSWORD_LINES = { stranger: new PasswordLine(), known: new PasswordLine() };
export type Standing = keyof typeof PASSWORD_LINES;
