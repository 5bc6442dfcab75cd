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

/** Starts upstream and subject afresh, warms them up and measures several windows of some seconds. */
export async function measure(
  subject: Subject,
  workload: Workload,
  { windows, seconds }: { windows: number; seconds: number },
): Promise<Measurement[]> {
  const upstream = await startUpstream(workload);
  const running = await subject.start(upstream.url);
  try {
    const requests = await prepareRequests(running.url, workload);
    await warmUp(running.url, workload, requests);
    const measurements: Measurement[] = [];
    for (let window = 0; window < windows; window++) {
      const before = [await running.cpuMicroseconds(), await upstream.served()] as const;
      const loaded = await load(running.url, workload, requests, seconds);
      const after = [await running.cpuMicroseconds(), await upstream.served()] as const;
      measurements.push({
        cpuMicrosecondsPerRequest: (after[0] - before[0]) / loaded.requests,
        requestsPerSecond: loaded.requestsPerSecond,
        p99Milliseconds: loaded.p99Milliseconds,
        upstreamPerRequest: (after[1] - before[1]) / loaded.requests,
        failed: loaded.failed,
      });
    }
    return measurements;
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

/** What else runs on a machine only ever adds, so the least disturbed window says most. */
export function best(measurements: readonly Measurement[]): Measurement {
  const all = (field: keyof Measurement) => measurements.map((one) => one[field]);
  return {
    cpuMicrosecondsPerRequest: Math.min(...all('cpuMicrosecondsPerRequest')),
    requestsPerSecond: Math.max(...all('requestsPerSecond')),
    p99Milliseconds: Math.min(...all('p99Milliseconds')),
    upstreamPerRequest: Math.min(...all('upstreamPerRequest')),
    failed: Math.max(...all('failed')),
  };
}
