import { readFileSync, rmSync } from 'node:fs';
import { bad, faint, good, say, seconds, step } from './report.mjs';

/** Each gate is a task of turbo.json; beside it what it holds and the way out when it fails. */
const GATES = {
  generated: ['generated files are in sync', 'Run `pnpm generate` and commit what it writes.'],
  specs: ['the specs are whole and lint clean', 'Each line above names the file and the place.'],
  breaking: [
    'no unannounced breaking change',
    'See above: keep the old form, or announce it with `pnpm changeset`.',
  ],
  lint: ['format and lint', '`pnpm format` mends most of it; the rest is named above.'],
  types: ['types', 'Each line above names the file and the place.'],
  layers: [
    'layers',
    'Each rule above says the way out; ARCHITECTURE.md says why the arrows are as they are.',
  ],
  unused: ['no unused code or dependency', 'Remove what is named above, or use it.'],
};

/** Runs every gate through turbo, which leaves out those whose inputs did not change; one stage per gate. */
export async function gates(inside) {
  const args = ['exec', 'turbo', 'run', ...Object.keys(GATES)];
  const flags = ['--continue=always', '--output-logs=errors-only', '--log-order=grouped', '--summarize'];
  const all = await step(`gates: ${Object.keys(GATES).join(', ')}`, 'pnpm', [...args, ...flags], inside);
  const tasks = readSummary(all.output);
  if (!tasks) return [{ ...all, ok: false }];
  const stages = Object.entries(GATES).map(([gate, [title]]) =>
    stageOf(
      title,
      tasks.filter(({ task }) => task === gate),
    ),
  );
  if (!all.ok) {
    for (const [index, [, wayOut]] of Object.values(GATES).entries()) {
      if (!stages[index].ok) say(`${bad('✗')} ${stages[index].title}: ${wayOut}`);
    }
  }
  return stages;
}

/** What `pnpm check` prints below its gates. */
export function sayGates(stages) {
  for (const { title, ok, ms, note } of stages) {
    say(`  ${ok ? good('✓') : bad('✗')} ${title}  ${faint([seconds(ms), note].filter(Boolean).join(', '))}`);
  }
}

function readSummary(output) {
  const file = output.match(/Summary:\s+(\S.*\.json)/)?.[1]?.trim();
  if (!file) return undefined;
  const { tasks } = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return tasks;
}

// A task that turbo did not come to has no execution; with none at all, the gate is not there.
function stageOf(title, tasks) {
  const ran = tasks.filter(({ execution }) => execution);
  const cached = tasks.filter(({ cache }) => cache.status === 'HIT').length;
  const began = Math.min(...ran.map(({ execution }) => execution.startTime));
  const ended = Math.max(...ran.map(({ execution }) => execution.endTime));
  return {
    title,
    ok: tasks.length > 0 && tasks.every(({ execution }) => execution?.exitCode === 0),
    ms: ran.length > 0 ? ended - began : 0,
    note: cached === tasks.length ? 'cached' : cached > 0 ? `${cached} of ${tasks.length} cached` : undefined,
  };
}
