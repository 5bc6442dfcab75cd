import type { Measured } from './workload.ts';

export interface Cell extends Measured {
  readonly storage: string;
  readonly stores: number;
  readonly clients: number;
  readonly contender: string;
}

/** A table per storage, stores and clients; ratios are to one statement per debit. */
export function toMarkdown(cells: readonly Cell[]): string {
  const lines: string[] = [];
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const title = `${cell.storage}, ${cell.stores === 1 ? 'one hot store' : `${cell.stores} stores`}, ${cell.clients} ${cell.clients === 1 ? 'client' : 'clients'}`;
    groups.set(title, [...(groups.get(title) ?? []), cell]);
  }
  for (const [title, group] of groups) {
    const base = group.find(({ contender }) => contender === 'one statement per debit');
    lines.push(`### ${title}`, '', '| | debits/s | p50 ms | p99 ms | ratio |', '|---|---:|---:|---:|---:|');
    for (const { contender, perSecond, p50, p99 } of group) {
      const ratio = base ? `${(perSecond / base.perSecond).toFixed(1)} ×` : '';
      lines.push(
        `| ${contender} | ${Math.round(perSecond)} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${ratio} |`,
      );
    }
    lines.push('');
  }
  return lines.join('\n');
}
