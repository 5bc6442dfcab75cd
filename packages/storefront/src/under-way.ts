/**
 * What is under way. It is no `Set`: one that is added to and deleted from at each request throws away a
 * table every few dozen of them, each of which points to the next, and what they hold outlives the young
 * generation.
 */
export class UnderWay<T> {
  readonly #slots: (T | undefined)[] = [];
  readonly #free: number[] = [];

  get size(): number {
    return this.#slots.length - this.#free.length;
  }

  /** Answers the slot to leave again. */
  enter(item: T): number {
    const slot = this.#free.pop() ?? this.#slots.length;
    this.#slots[slot] = item;
    return slot;
  }

  leave(slot: number): void {
    this.#slots[slot] = undefined;
    this.#free.push(slot);
  }

  items(): T[] {
    return this.#slots.filter((item) => item !== undefined);
  }
}
