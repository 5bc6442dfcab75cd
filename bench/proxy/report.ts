import { cpus } from 'node:os';
import { GENERATOR } from './load.ts';
import type { Measurement } from './measure.ts';
import { CORES } from './process.ts';
import { CORE, EXPRESS, EXPRESS_UNDICI, FASTIFY, HPM, NGINX, UNDICI } from './subjects.ts';
import type { Workload } from './workload.ts';

export type Results = ReadonlyMap<string, Measurement>;

/** One table for a workload, as Markdown that also reads well in a terminal. */
export function toTable(workload: Workload, results: Results): string {
  const nginx = results.get(NGINX);
  const fastify = results.get(FASTIFY);
  const hpm = results.get(HPM);
  const rows = [...results].map(([name, result]) => [
    name,
    result.cpuMicrosecondsPerRequest.toFixed(1),
    result.firstCpuMicrosecondsPerRequest.toFixed(1),
    Math.round(result.requestsPerSecond).toString(),
    result.p99Milliseconds.toFixed(1),
    result.upstreamPerRequest.toFixed(2),
    ratio(result.cpuMicrosecondsPerRequest, nginx?.cpuMicrosecondsPerRequest),
    ratio(result.requestsPerSecond, fastify?.requestsPerSecond),
    ratio(result.requestsPerSecond, hpm?.requestsPerSecond),
    result.failed === 0 ? '' : `${result.failed} failed`,
  ]);
  const head = [
    '',
    'CPU µs/request',
    'of the first',
    'requests/s',
    'p99 ms',
    'upstream/request',
    'CPU ÷ nginx',
    'rps ÷ fastify',
    'rps ÷ hpm',
    '',
  ];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [`### ${workload.name}`, '', line(head), rule, ...rows.map(line)].join('\n');
}

/** What is left when everything is left out bounds what there is to win: it is what we are held to. */
const BOUNDS: readonly [subject: string, bare: string][] = [
  [EXPRESS, EXPRESS_UNDICI],
  [CORE, UNDICI],
];
const WANTED = [
  { of: 'cpuMicrosecondsPerRequest', what: 'CPU warm', most: 1.15 },
  { of: 'firstCpuMicrosecondsPerRequest', what: 'CPU of the first requests', most: 1.4 },
] as const;

/** Each wanted ratio and whether it is reached. */
export function toVerdicts(workload: Workload, results: Results): string[] {
  return BOUNDS.flatMap(([subject, bare]) =>
    WANTED.flatMap(({ of, what, most }) => {
      const [one, other] = [results.get(subject)?.[of], results.get(bare)?.[of]];
      if (one === undefined || other === undefined) return [];
      const reached = one / other <= most ? 'reached' : 'MISSED ';
      const ratio = (one / other).toFixed(2);
      return [`${reached}  ${workload.name}: ${subject} ÷ ${bare}, ${what}: ${ratio} (wanted ≤ ${most})`];
    }),
  );
}

/** What the numbers were measured on. */
export function toMachine(): string {
  const [cpu] = cpus();
  const cores =
    CORES.subject === undefined ? 'not pinned' : 'the subject on one core, load and upstream on another';
  return `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim()}, ${GENERATOR}, ${cores}`;
}

function ratio(one: number, other: number | undefined): string {
  return other === undefined ? '' : (one / other).toFixed(2);
}
