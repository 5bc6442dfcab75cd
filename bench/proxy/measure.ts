import { setTimeout as sleep } from 'node:timers/promises';
import { cpuTime } from './cpu-time.ts';
import { load, sendFirst } from './load.ts';
import { findNginx, startNginxUpstream } from './nginx.ts';
import { CORES, type Running, startScript } from './process.ts';
import type { Subject } from './subjects.ts';
import { type PreparedRequest, prepareRequests, type Workload } from './workload.ts';

export interface Measurement {
  cpuMicrosecondsPerRequest: number;
  /** The same, on average over the first requests after the start: compilers and their threads included. */
  firstCpuMicrosecondsPerRequest: number;
  requestsPerSecond: number;
  p99Milliseconds: number;
  upstreamPerRequest: number;
  failed: number;
}

const WINDOW_MS = 100;

/**
 * Starts upstream and subject afresh, measures the first requests, warms both up, and measures for some seconds in short windows. What
 * else runs on a machine only ever adds, so the least disturbed window says most: the least CPU and the
 * most requests of any.
 */
export async function measure(subject: Subject, workload: Workload, seconds: number): Promise<Measurement> {
  const upstream = await startUpstream(workload);
  const running = await subject.start(upstream.url);
  try {
    const atStart = cpuTime(running.pid);
    const requests = await prepareRequests(running.url, workload);
    await sendFirst(running.url, workload, requests);
    const first = (cpuTime(running.pid) - atStart) / (await running.answered());
    await warmUp(running.url, workload, requests);
    const [asked, passedOn] = [await running.answered(), await upstream.answered()];
    const loading = load(running.url, workload, requests, seconds);
    // One request at a time leaves the subject waiting most of the time.
    const windows = await watch(running, seconds * 1000, workload.connections === 1 ? 5 : 50);
    const { p99Milliseconds, failed } = await loading;
    return {
      cpuMicrosecondsPerRequest: Math.min(...windows.map(({ cpu, answered }) => cpu / answered)),
      firstCpuMicrosecondsPerRequest: first,
      requestsPerSecond: Math.max(...windows.map(({ answered, ms }) => (answered / ms) * 1000)),
      p99Milliseconds,
      upstreamPerRequest: ((await upstream.answered()) - passedOn) / ((await running.answered()) - asked),
      failed,
    };
  } finally {
    await running.stop();
    await upstream.stop();
  }
}

interface Look {
  answered: number;
  cpu: number;
  at: number;
}

interface Window {
  ms: number;
  cpu: number;
  answered: number;
}

async function watch(running: Running, milliseconds: number, leastShare: number): Promise<Window[]> {
  const look = async (): Promise<Look> => ({
    answered: await running.answered(),
    cpu: cpuTime(running.pid),
    at: performance.now(),
  });
  const windows: Window[] = [];
  const until = performance.now() + milliseconds - WINDOW_MS;
  const start = await look();
  let before = start;
  while (performance.now() < until) {
    await sleep(WINDOW_MS);
    const now = await look();
    const window = between(before, now);
    // A window in which the subject hardly ran says nothing of it.
    if (window.answered > 0 && window.cpu > WINDOW_MS * leastShare) windows.push(window);
    before = now;
  }
  return windows.length > 0 ? windows : [between(start, before)];
}

function between(before: Look, now: Look): Window {
  return { ms: now.at - before.at, cpu: now.cpu - before.cpu, answered: now.answered - before.answered };
}

const WARM_UP_SLICE_S = 3;
const LONGEST_WARM_UP_MS = 12_000;

/** Until the compiler has seen enough; on a busy machine until it has had its time, for all subjects the same. */
async function warmUp(url: string, workload: Workload, requests: PreparedRequest[]): Promise<void> {
  const until = performance.now() + LONGEST_WARM_UP_MS;
  for (let done = 0; done < workload.warmUp && performance.now() < until; )
    done += (await load(url, workload, requests, WARM_UP_SLICE_S)).requests;
}

/** nginx answers small requests faster than Node; a body it does not want it would not read to its end. */
function startUpstream({ bytes }: Workload): Promise<Running> {
  return findNginx() !== undefined && bytes <= 65_536
    ? startNginxUpstream(CORES.rest)
    : startScript(new URL('./upstream.ts', import.meta.url), CORES.rest, []);
}

export function best(measurements: readonly Measurement[]): Measurement {
  const all = (field: keyof Measurement) => measurements.map((one) => one[field]);
  return {
    cpuMicrosecondsPerRequest: Math.min(...all('cpuMicrosecondsPerRequest')),
    firstCpuMicrosecondsPerRequest: Math.min(...all('firstCpuMicrosecondsPerRequest')),
    requestsPerSecond: Math.max(...all('requestsPerSecond')),
    p99Milliseconds: Math.min(...all('p99Milliseconds')),
    upstreamPerRequest: Math.min(...all('upstreamPerRequest')),
    failed: Math.max(...all('failed')),
  };
}
