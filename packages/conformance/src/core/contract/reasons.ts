import { ERROR_WORDS } from '@genvoris/contract';

/** Which reasons come with which error, read off every documented error of every spec. */
export const ERROR_REASONS: ReadonlyMap<string, ReadonlySet<string>> = collect();

function collect(): Map<string, Set<string>> {
  const reasons = new Map<string, Set<string>>();
  for (const byStatus of Object.values(ERROR_WORDS)) {
    for (const { error, code, reason } of Object.values(byStatus).flat()) {
      const word = error ?? code;
      if (word === undefined || reason === undefined) continue;
      reasons.set(word, (reasons.get(word) ?? new Set()).add(reason));
    }
  }
  return reasons;
}
