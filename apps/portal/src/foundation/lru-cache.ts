/** Keeps the most recently used entries, at most `size` of them. */
export class LRUCache<Value> {
  readonly #size: number;
  readonly #entries = new Map<string, Value>();
  constructor(size: number) {
    this.#size = size;
  }
  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }
  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#size) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
  delete(key: string): void {
    this.#entries.delete(key);
  }
}
