/** The candidates closest to what was typed, best first; at most `limit`, none that is far off. */
export function closestMatches(typed: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = typed.toLowerCase();
  const ranked = [...candidates]
    .map((candidate) => ({ candidate, cost: cost(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.cost - b.cost || a.candidate.localeCompare(b.candidate));
  const worst = Math.min(Math.max(2, Math.ceil(wanted.length / 2)), 2 * (ranked[0]?.cost ?? 0));
  return ranked
    .filter(({ cost }) => cost <= worst)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

// A name that contains what was typed (or the other way round) is what was meant more often than a
// name of another origin with fewer edits: `paused` means `end_customer_quota.paused`.
function cost(wanted: string, candidate: string): number {
  if (wanted === candidate) return 0;
  const contained = wanted.length > 2 && (candidate.includes(wanted) || wanted.includes(candidate));
  return contained ? 1 : edits(wanted, candidate);
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
