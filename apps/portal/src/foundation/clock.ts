/**
 * What time it is for the portal. Every rule that knows time asks this, and so does SQL, by parameter; but rate
 * limits protect the machine and go by the database's clock, which a test clock's moves are told (runtime/test-clock.ts).
 */
export interface Clock {
  now(): Date;
  /** How far it is ahead of the machine's clock (ms). */
  readonly offsetMs: number;
  /** Of a clock that other processes move: learns where it is. What begins after this goes by it. */
  catchUp?(): Promise<void>;
}

/**
 * The machine's time, for what the portal's clock has no say in: receivers and collectors outside, who have
 * clocks of their own. Nothing else in the portal reads it (tests/clock-only.test.ts).
 */
export function machineNow(): Date {
  return new Date();
}

export const MACHINE_CLOCK: Clock = { now: machineNow, offsetMs: 0 };

/** A clock that runs at the usual speed from another moment on, and can be moved within this process. */
export class MovableClock implements Clock {
  #offset: number;
  constructor(offsetMs = 0) {
    this.#offset = offsetMs;
  }
  get offsetMs(): number {
    return this.#offset;
  }
  now(): Date {
    return new Date(machineNow().getTime() + this.#offset);
  }
  advance(ms: number): void {
    this.#offset += ms;
  }
}
