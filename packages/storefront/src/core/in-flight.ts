const LAST_MS = 500;

/**
 * The requests in flight. It is no `Set`: one that is added to and deleted from at each request throws away a
 * table every few dozen of them, each of which points to the next, and what they hold outlives the young
 * generation.
 */
export class InFlight<T extends { abort(): void }> {
  readonly #slots: (T | undefined)[] = [];
  readonly #free: number[] = [];
  /** Whether what is new is to be refused. */
  draining = false;
  #idle: (() => void) | undefined;

  get size(): number {
    return this.#slots.length - this.#free.length;
  }

  /** Returns the slot to leave again. */
  enter(item: T): number {
    const slot = this.#free.pop() ?? this.#slots.length;
    this.#slots[slot] = item;
    return slot;
  }

  leave(slot: number): void {
    this.#slots[slot] = undefined;
    this.#free.push(slot);
    if (this.#idle !== undefined && this.size === 0) this.#idle();
  }

  items(): T[] {
    return this.#slots.filter((item) => item !== undefined);
  }

  /** Resolves when all have left. What is still there after `graceMs` is aborted. */
  async drain(graceMs: number): Promise<void> {
    this.draining = true;
    if (this.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idle = resolve;
    let timer = setTimeout(() => {
      for (const item of this.items()) item.abort();
      // What waits for the host, for its session store for instance, hears no signal.
      timer = setTimeout(resolve, LAST_MS);
    }, graceMs);
    await promise;
    clearTimeout(timer);
  }
}
