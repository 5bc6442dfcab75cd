/** What a deadline ends. */
export interface Expiring {
  expire(): void;
}

/** A clock that runs for one exchange after the other. */
export class Deadline {
  readonly milliseconds: number;
  readonly #timer: NodeJS.Timeout;
  #running: Expiring | undefined;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
    // It is its socket that keeps the process alive as long as an exchange is under way.
    this.#timer = setTimeout(onTime, milliseconds, this).unref();
  }

  start(running: Expiring): void {
    this.#running = running;
    this.#timer.refresh();
  }

  /** Gives the one that it runs for the whole time again. */
  restart(): void {
    this.#timer.refresh();
  }

  /** From now on it runs for nobody. */
  leave(): void {
    this.#running = undefined;
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  expire(): void {
    this.#running?.expire();
  }
}

function onTime(deadline: Deadline): void {
  deadline.expire();
}

const MOST_DURATIONS = 8;

/**
 * Deadlines to use again: as many as exchanges were under way together. Where a timer is the only one of its duration,
 * Node makes a list for it and throws that away with it, which takes longer than all else that a deadline does.
 */
export class Deadlines {
  readonly #idle = new Map<number, Deadline[]>();

  start(milliseconds: number, running: Expiring): Deadline {
    const deadline = this.#idle.get(milliseconds)?.pop() ?? new Deadline(milliseconds);
    deadline.start(running);
    return deadline;
  }

  stop(deadline: Deadline): void {
    deadline.leave();
    const { milliseconds } = deadline;
    const idle = this.#idle.get(milliseconds);
    if (idle !== undefined) idle.push(deadline);
    else if (this.#idle.size < MOST_DURATIONS) this.#idle.set(milliseconds, [deadline]);
    // Somebody counts down what is left of a time of his own, and each wait has another length.
    else deadline.end();
  }
}
