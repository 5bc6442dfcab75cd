/**
 * What time it is for the portal. Every rule that knows time asks this, and so does SQL, by parameter; but rate
 * limits protect the machine, whatever time it is told to be, and go by the database's clock.
 */
export interface Clock {
  now(): Date;
}

/** A clock that runs at the usual speed from another moment on, and can be moved forward. */
export class MovableClock implements Clock {
  #offset: number;
  constructor(offsetMs = 0) {
    this.#offset = offsetMs;
  }
  now(): Date {
    return new Date(Date.now() + this.#offset);
  }
  advance(ms: number): void {
    this.#offset += ms;
  }
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads `--clock`: a time (`2026-12-24T18:00:00Z`) or a shift (`+31d`, `-2h`, `90m`).
 *
 * @throws TypeError if it is neither.
 */
export function parseClock(text: string): MovableClock {
  const shift = /^([+-]?)(\d+)([smhd])$/.exec(text);
  if (shift) {
    const amount = Number(shift[2]) * (UNITS[shift[3] ?? ''] ?? 0);
    return new MovableClock(shift[1] === '-' ? -amount : amount);
  }
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new TypeError(
      `${JSON.stringify(text)} is neither a time (2026-12-24T18:00:00Z) nor a shift (+31d)`,
    );
  }
  return new MovableClock(time - Date.now());
}
