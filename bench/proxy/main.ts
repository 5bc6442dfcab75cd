import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { best, type Measurement, measure } from './measure.ts';
import { toMachine, toTable, toVerdicts } from './report.ts';
import { SUBJECTS } from './subjects.ts';
import { WORKLOADS } from './workload.ts';

const HELP = `node bench/proxy/main.ts [options]

Measures, in turn in one go, what a proxied request costs: raw node, nginx (if installed), our core, our
Express adapter with every guard on, @fastify/http-proxy and http-proxy-middleware.

  --rounds <n>     how often each is started afresh and measured; the best is shown (default 3)
  --seconds <n>    how long each measurement takes, in windows of 100 ms (default 4)
  --only <text>    subjects or workloads whose name contains it; repeatable
  --write <file>   write the tables there as Markdown too
`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string', multiple: true, default: [] },
    write: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const wanted = <T extends { name: string }>(all: readonly T[]): readonly T[] => {
  const some = all.filter(({ name }) => options.only.some((text) => name.includes(text)));
  return some.length > 0 ? some : all;
};
const workloads = wanted(WORKLOADS);
const subjects = wanted(SUBJECTS);
const sections: string[] = [toMachine()];
console.log(`${sections[0]}\n`);

for (const workload of workloads) {
  const measured = new Map<string, Measurement[]>();
  // Round by round, so that what else happens on the machine hits all of them.
  for (let round = 1; round <= Number(options.rounds); round++) {
    for (const subject of subjects) {
      process.stderr.write(`\r\x1b[K${workload.name}, round ${round}: ${subject.name}`);
      const measurement = await measure(subject, workload, Number(options.seconds));
      measured.set(subject.name, [...(measured.get(subject.name) ?? []), measurement]);
    }
  }
  process.stderr.write('\r\x1b[K');
  const results = new Map([...measured].map(([name, all]) => [name, best(all)]));
  const section = [toTable(workload, results), '', ...toVerdicts(workload, results)].join('\n');
  sections.push(section);
  console.log(`${section}\n`);
}

if (options.write !== undefined) {
  const url = new URL(`../../${options.write}`, import.meta.url);
  mkdirSync(new URL('.', url), { recursive: true });
  writeFileSync(url, `${sections.join('\n\n')}\n`);
}
