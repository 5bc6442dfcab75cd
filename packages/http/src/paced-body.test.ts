import { expect, test, vi } from 'vitest';
import { pacedBody } from './paced-body.ts';

/** Pieces of so many bytes, each after so many milliseconds. */
function sender(...pieces: [milliseconds: number, bytes: number][]) {
  const state = { ended: false };
  async function* body() {
    try {
      for (const [milliseconds, bytes] of pieces) {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        yield new Uint8Array(bytes);
      }
    } finally {
      state.ended = true;
    }
  }
  return Object.assign(body(), { state });
}

class TooSlow extends Error {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super('too slow');
    this.milliseconds = milliseconds;
  }
}

const paced = (body: AsyncIterable<Uint8Array>, graceMs: number) =>
  pacedBody(body, graceMs, (milliseconds) => new TooSlow(milliseconds));

async function read(body: AsyncIterable<Uint8Array>, readerMs = 0): Promise<number | TooSlow> {
  let bytes = 0;
  try {
    for await (const piece of body) {
      bytes += piece.byteLength;
      if (readerMs > 0) await new Promise((resolve) => setTimeout(resolve, readerMs));
    }
    return bytes;
  } catch (error) {
    return error as TooSlow;
  }
}

async function inFakeTime<T>(work: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(3_600_000);
  return work;
}

test.each([
  [
    'a photo of 10 MB at 250 kB/s',
    [...Array(40)].map(() => [1_000, 250_000] as [number, number]),
    10_000_000,
  ],
  ['one of 1 MB that stalls within the grace', [[29_000, 1_000_000]] as [number, number][], 1_000_000],
  [
    'one that came fast and stalls for what it won',
    [
      [1, 500_000],
      [39_000, 1],
    ] as [number, number][],
    500_001,
  ],
])('takes %s', async (_, pieces, bytes) => {
  vi.useFakeTimers();
  expect(await inFakeTime(read(paced(sender(...pieces), 30_000)))).toBe(bytes);
  vi.useRealTimers();
});

test.each([
  ['a sender who is silent', [[31_000, 9]] as [number, number][], 30_000],
  ['a byte every nine seconds', [...Array(99)].map(() => [9_000, 1] as [number, number]), 30_000],
  ['20 kB/s', [...Array(99)].map(() => [1_000, 20_000] as [number, number]), 50_000],
])('ends %s', async (_, pieces, milliseconds) => {
  vi.useFakeTimers();
  const body = sender(...pieces);
  const failed = (await inFakeTime(read(paced(body, 30_000)))) as TooSlow;
  expect(failed).toBeInstanceOf(TooSlow);
  expect(failed.milliseconds).toBeLessThan(milliseconds + 2_000);
  expect(body.state.ended).toBe(true);
  vi.useRealTimers();
});

test('a slow reader takes nothing of the sender’s time', async () => {
  vi.useFakeTimers();
  const body = paced(sender([1, 10], [1, 10], [1, 10]), 1_000);
  expect(await inFakeTime(read(body, 60_000))).toBe(30);
  vi.useRealTimers();
});
