/** Takes pieces into one buffer as they come: kept apart and joined at the end, they would take twice the memory. */
export class ByteSink {
  #buffer: Buffer;
  #length = 0;
  /** @param expected about how many bytes will come; more are taken too. */
  constructor(expected: number) {
    this.#buffer = Buffer.allocUnsafeSlow(Math.max(1, expected));
  }
  add(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(length, 2 * this.#buffer.length));
      this.bytes().copy(larger);
      this.#buffer = larger;
    }
    this.#buffer.set(piece, this.#length);
    this.#length = length;
  }
  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }
}
