import type { SharedChange } from './change.ts';
import { type Bump, covers } from './changesets.ts';
import { consumersOf, type Sources } from './consumers.ts';

export interface Verdict {
  ok: boolean;
  text: string;
}

/** Judges the changes against the waiting changesets, in words that say what broke, for whom, and the way out. */
export function judge(
  changes: readonly SharedChange[],
  bump: Bump,
  sources: Sources,
  version: string,
): Verdict {
  const needed: Bump = changes.some(({ level }) => level === 'major')
    ? 'major'
    : changes.length > 0
      ? 'minor'
      : 'none';
  const count = (level: string) => changes.filter((change) => change.level === level).length;
  const summary = `Since ${version}: ${count('major')} breaking, ${count('minor')} added; waiting changesets: ${bump}.`;
  if (covers(bump, needed)) return { ok: true, text: summary };

  const shown = changes.filter(({ level }) => level === needed);
  const lines = shown.flatMap((change) => [
    `  ${change.specs.join(', ')}: ${change.where}`,
    `    ${change.text}  [${change.rule}]`,
    `    ${needed === 'major' ? 'breaks' : 'reaches'} ${whom(change, sources)}`,
    '',
  ]);
  return { ok: false, text: [summary, '', TITLE[needed], '', ...lines, WAY_OUT[needed]].join('\n') };
}

function whom(change: SharedChange, sources: Sources): string {
  const named = consumersOf(change, sources);
  return named.length > 0
    ? named.join(', ')
    : 'whoever reads it through the tables and types of @genvoris/contract';
}

const TITLE: Record<string, string> = {
  major: 'These break consumers, and no major changeset is waiting:',
  minor: 'These add to the contract, and no minor changeset is waiting:',
};

const WAY_OUT: Record<string, string> = {
  major:
    'Keep the old form beside the new one and nothing breaks. If it must break, say so: `pnpm changeset`, pick "major", and tell what its users have to do. Every @genvoris package then moves to the next major together.',
  minor: 'Tell it to its users: `pnpm changeset`, pick "minor". Every @genvoris package moves together.',
};
