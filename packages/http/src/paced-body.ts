/** What a client has to send on average, once its grace is over: 400 kbit/s. */
const LEAST_BYTES_PER_SECOND = 50_000;

/**
 * Passes a body on as it arrives, and throws what `tooSlow` makes once its sender has been waited for longer than `graceMs` and a second for
 * each 50 kB that came. Only waiting for the sender counts: who reads slowly takes nothing of the sender's time.
 */
export function pacedBody(
  body: AsyncIterable<Uint8Array>,
  graceMs: number,
  tooSlow: (milliseconds: number, bytes: number) => Error,
): AsyncIterableIterator<Uint8Array, undefined> {
  const source = body[Symbol.asyncIterator]();
  let waited = 0;
  let bytes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    // It may wait for the sender still, and fail with it.
    source.return?.().catch(() => {});
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const began = performance.now();
      const arriving = source.next();
      const tooLate = new Promise<never>((_, reject) => {
        const left = graceMs + (bytes * 1000) / LEAST_BYTES_PER_SECOND - waited;
        timer = setTimeout(() => {
          const milliseconds = Math.round(waited + left);
          arriving.catch(() => {});
          end();
          reject(tooSlow(milliseconds, bytes));
        }, left);
      });
      try {
        const result = await Promise.race([arriving, tooLate]);
        if (result.done) return { done: true, value: undefined };
        bytes += result.value.byteLength;
        return result;
      } finally {
        clearTimeout(timer);
        waited += performance.now() - began;
      }
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
  };
}
