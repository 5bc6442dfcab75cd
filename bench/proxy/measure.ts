import { load } from './load.ts';
import { findNginx, startNginxUpstream } from './nginx.ts';
import { CORES, type Running, startScript } from './process.ts';
import type { Subject } from './subjects.ts';
import { type PreparedRequest, prepareRequests, type Workload } from './workload.ts';

export interface Measurement {
  cpuMicrosecondsPerRequest: number;
  requestsPerSecond: number;
  p99Milliseconds: number;
  upstreamPerRequest: number;
  failed: number;
}

/** Starts upstream and subject afresh, warms them up and measures once. */
export async function measure(subject: Subject, workload: Workload, seconds: number): Promise<Measurement> {
  const upstream = await startUpstream(workload);
  const running = await subject.start(upstream.url);
  try {
    const requests = await prepareRequests(running.url, workload);
    await warmUp(running.url, workload, requests);
    const before = [await running.cpuMicroseconds(), await upstream.served()] as const;
    const loaded = await load(running.url, workload, requests, seconds);
    const after = [await running.cpuMicroseconds(), await upstream.served()] as const;
    return {
      cpuMicrosecondsPerRequest: (after[0] - before[0]) / loaded.requests,
      requestsPerSecond: loaded.requestsPerSecond,
      p99Milliseconds: loaded.p99Milliseconds,
      upstreamPerRequest: (after[1] - before[1]) / loaded.requests,
      failed: loaded.failed,
    };
  } finally {
    await running.stop();
    await upstream.stop();
  }
}

/** Until the compiler has seen enough, however busy the machine is. */
async function warmUp(url: string, workload: Workload, requests: PreparedRequest[]): Promise<void> {
  for (let done = 0; done < workload.warmUp; ) done += (await load(url, workload, requests, 1)).requests;
}

/** nginx answers small requests faster than Node; a body it does not want it would not read to its end. */
function startUpstream({ bytes }: Workload): Promise<Running> {
  return findNginx() !== undefined && bytes <= 65_536
    ? startNginxUpstream(CORES.rest)
    : startScript(new URL('./upstream.ts', import.meta.url), CORES.rest, []);
}

/** The measurement in the middle by CPU time, of several. */
export function median(measurements: readonly Measurement[]): Measurement {
  const sorted = measurements.toSorted((a, b) => a.cpuMicrosecondsPerRequest - b.cpuMicrosecondsPerRequest);
  const middle = (field: keyof Measurement) =>
    sorted.map((one) => one[field]).toSorted((a, b) => a - b)[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return {
    cpuMicrosecondsPerRequest: middle('cpuMicrosecondsPerRequest'),
    requestsPerSecond: middle('requestsPerSecond'),
    p99Milliseconds: middle('p99Milliseconds'),
    upstreamPerRequest: middle('upstreamPerRequest'),
    failed: Math.max(...sorted.map(({ failed }) => failed)),
  };
}
