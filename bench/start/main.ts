#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Start, startPortal } from './start-portal.ts';

const HELP = `node bench/start/main.ts [options]

Starts \`portal serve\` on a new folder and on one that is there, until it has answered a request that asks the
database, and prints medians. The first start is not counted: it fills Node's cache of compiled code, as the
first start on a machine does. Memory and CPU are read from /proc (Linux only).

  --runs <n>  starts of each kind (default 9)
`;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, help: { type: 'boolean', default: false } },
});
if (values.help) process.stdout.write(HELP);
else if (!/^[1-9]\d{0,3}$/.test(values.runs)) {
  process.stderr.write(`--runs takes a whole number from 1, not ${JSON.stringify(values.runs)}.\n`);
  process.exitCode = 2;
} else await run(Number(values.runs));

async function run(runs: number): Promise<void> {
  const load = loadavg()[0]?.toFixed(1);
  const root = mkdtempSync(join(tmpdir(), 'genvoris-start-'));
  const fresh: Start[] = [];
  const existing: Start[] = [];
  try {
    await startPortal(join(root, 'uncounted'));
    for (let n = 0; n < runs; n += 1) {
      const folder = join(root, `run-${n}`);
      // In turn, so that a busy moment of the machine meets both.
      fresh.push(await startPortal(folder));
      existing.push(await startPortal(folder));
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  process.stdout.write(
    [
      `# Start\n\n${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${load} at the start, Node ${process.versions.node}, ${runs} starts of each kind.\n`,
      '| `portal serve` on PGlite | to the first answer, median | fastest | CPU, median | peak memory, median | wanted |',
      '|---|---:|---:|---:|---:|---|',
      line('a folder that is there', existing, 'under 500 ms and 350 MB'),
      line('a new folder', fresh, 'under 1500 ms and 350 MB'),
      '',
    ].join('\n'),
  );
}

function line(name: string, starts: readonly Start[], wanted: string): string {
  const of = (figure: (start: Start) => number) => starts.map(figure).sort((a, b) => a - b);
  const median = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const times = of(({ ms }) => ms);
  const cpu = median(of(({ cpuMs }) => cpuMs));
  const memory = median(of(({ peakMB }) => peakMB));
  const show = (value = Number.NaN, unit = '') => `${Math.round(value)} ${unit}`;
  return `| ${name} | ${show(median(times), 'ms')} | ${show(times[0], 'ms')} | ${show(cpu, 'ms')} | ${show(memory, 'MB')} | ${wanted} |`;
}
