import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delay, systemClock, type Verdict, withRetries } from './retry.ts';

const again = (retryAfter: number | null = null): Verdict => ({ retryable: true, retryAfter });

async function run(maxRetries: number, verdicts: Verdict[], random = 0.5) {
  const slept: number[] = [];
  const clock = { now: () => 0, random: () => random, sleep: async (ms: number) => void slept.push(ms) };
  let attempts = 0;
  await withRetries(
    { maxRetries, clock },
    undefined,
    async () => attempts++,
    (n) => verdicts[n] ?? again(),
  );
  return { attempts, slept };
}

describe('withRetries', () => {
  it('backs off with full jitter, doubling its ceiling up to 8 s', async () => {
    const { attempts, slept } = await run(8, [], 0.5);
    expect(attempts).toBe(9);
    expect(slept).toEqual([125, 250, 500, 1000, 2000, 4000, 4000, 4000]);
    expect((await run(2, [], 0)).slept).toEqual([0, 0]);
  });

  it('waits as long as it is asked to, and a little more, never less', async () => {
    expect((await run(1, [again(3)], 0)).slept).toEqual([3000]);
    expect((await run(1, [again(3)], 0.5)).slept).toEqual([3125]);
    expect((await run(1, [again(30)], 0)).slept).toEqual([30_000]);
  });

  it('gives up at once when asked to wait longer than 30 s', async () => {
    expect(await run(5, [again(31)])).toEqual({ attempts: 1, slept: [] });
    expect(await run(5, [again(999_999_999)])).toEqual({ attempts: 1, slept: [] });
  });

  it('backs off as usual when asked to wait 0 s', async () => {
    expect((await run(1, [again(0)], 0.5)).slept).toEqual([125]);
  });
});

it('delays are never negative, never under what was asked, never over it by more than a step', () => {
  fc.assert(
    fc.property(
      fc.nat(50),
      fc.option(fc.nat(30)),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (n, asked, random) => {
        const milliseconds = delay(n, asked, random);
        const least = (asked ?? 0) * 1000;
        expect(milliseconds).toBeGreaterThanOrEqual(least);
        expect(milliseconds).toBeLessThanOrEqual(asked ? least + 250 : 8000);
      },
    ),
  );
});

it('the system clock wakes early when the signal aborts, and leaves no listener', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  // Otherwise this test runs into its own timeout.
  await systemClock.sleep(600_000, controller.signal);
  await systemClock.sleep(1, undefined);
});
