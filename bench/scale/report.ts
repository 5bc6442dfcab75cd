import type { Size } from './options.ts';
import type { Visited } from './visit-size.ts';

/** A table: a row for each kind of request; p50, p99 and pages touched for each size. */
export function toMarkdown(storage: string, visited: readonly Visited[]): string {
  const [first, last] = [visited[0], visited.at(-1)];
  if (!first || !last) return '';
  const lines = [
    `### ${storage}`,
    '',
    `| p50 / p99 in ms · pages | ${visited.map(({ size }) => titleOf(size)).join(' | ')} | last ÷ first, p50 · pages |`,
    `|---|${visited.map(() => '---:').join('|')}|---:|`,
  ];
  for (const name of last.times.keys()) {
    const cells = visited.map(({ times, pages }) => {
      const { p50 = Number.NaN, p99 = Number.NaN } = times.get(name) ?? {};
      return `${p50.toFixed(1)} / ${p99.toFixed(1)} · ${pages.get(name)}`;
    });
    const slower = ratio(last.times.get(name)?.p50, first.times.get(name)?.p50);
    lines.push(
      `| ${name} | ${cells.join(' | ')} | ${slower} · ${ratio(last.pages.get(name), first.pages.get(name))} |`,
    );
  }
  lines.push('');
  for (const { size, entriesInAll, statements, fullReads } of visited) {
    const large = `${titleOf(size)} (${entriesInAll} ledger rows with the stores beside it)`;
    lines.push(`- ${large}: ${statements} statements explained, ${fullReads.length} full reads`);
    for (const { request, node, table, rows, query } of fullReads) {
      lines.push(
        `  - ${request}: ${node} on ${table}, ${rows} rows: \`${query.replace(/\s+/g, ' ').slice(0, 200)}\``,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function ratio(last = Number.NaN, first = Number.NaN): string {
  return (last / first).toFixed(1);
}

function titleOf({ customers, entries }: Size): string {
  return `${short(customers)} customers, ${short(entries)} rows`;
}

function short(count: number): string {
  return count >= 1_000_000 ? `${count / 1_000_000} M` : count >= 1_000 ? `${count / 1_000} k` : `${count}`;
}
