import type { PlanNode, PlannedStatement } from './statement-plans.ts';

/** A read whose cost grows with a table. */
export interface FullRead {
  readonly table: string;
  readonly node: string;
  /** Rows that were looked at, those that a filter threw away included. */
  readonly rows: number;
  readonly query: string;
}

export interface Bounds {
  /** The tables that are large now; how a small one is read says nothing. */
  readonly large: ReadonlySet<string>;
  /** The most rows that one node may look at: beyond it an index is read from end to end, or its filter picks too little. */
  readonly mostRows: number;
}

/** What statements read more of than an index points at. */
export function fullReads(statements: readonly PlannedStatement[], bounds: Bounds): FullRead[] {
  return statements.flatMap(({ query, plan }) =>
    nodesOf(plan).flatMap((node) => {
      const table = node['Relation Name'];
      const { 'Node Type': type, 'Actual Loops': loops = 0 } = node;
      if (table === undefined || !bounds.large.has(table) || !type.includes('Scan')) return [];
      const rows = Math.round(loops * looked(node));
      // A node that was planned and never reached is a full read that waits for its day.
      return type.includes('Seq Scan') || rows > bounds.mostRows ? [{ table, node: type, rows, query }] : [];
    }),
  );
}

/** How many pages of tables and indexes the statements touched. What a function does counts again for its caller. */
export function pagesTouched(statements: readonly PlannedStatement[]): number {
  return statements.reduce(
    (sum, { plan }) => sum + (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0),
    0,
  );
}

function looked(node: PlanNode): number {
  return (
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  );
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
