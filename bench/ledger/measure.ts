export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** `clients` callers, each with one step under way at a time; the first quarter of the time is not counted. */
export async function measure(
  clients: number,
  seconds: number,
  step: (client: number, turn: number) => Promise<void>,
): Promise<Measured> {
  const start = performance.now();
  const counted = start + seconds * 250;
  const end = start + seconds * 1_000;
  const latencies: number[] = [];
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; ; turn += 1) {
        const began = performance.now();
        if (began >= end) return;
        await step(client, turn);
        const done = performance.now();
        if (done >= counted && done < end) latencies.push(done - began);
        // What is in this process lets nobody else in otherwise.
        if (turn % 64 === 63) await new Promise((resolve) => setImmediate(resolve));
      }
    }),
  );
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: latencies.length / (seconds * 0.75), p50: at(0.5), p99: at(0.99) };
}
