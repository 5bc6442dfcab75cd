import type { ForeignKey, TableFacts } from './read-schema.ts';
import type { Placement } from './read-statements.ts';

/**
 * Where a schema and the statements that shard it do not fit what Citus demands, or each other. The rules are
 * those of its documentation: a unique key holds the distribution column, a foreign key between distributed
 * tables joins it with itself, and what is referred to is placed first.
 */
export function findFaults(tables: readonly TableFacts[], placements: readonly Placement[]): string[] {
  const names = new Set(tables.map(({ name }) => name));
  const gone = placements.filter(({ table }) => !names.has(table));
  return [
    ...gone.map(({ table }) => `${table}: in a statement, not in the schema`),
    ...tables.flatMap((table) => {
      const own = placements.filter((placement) => placement.table === table.name);
      const [placement, second] = own;
      if (!placement) return [`${table.name}: in no statement`];
      if (second) return [`${table.name}: in ${own.length} statements`];
      return faultsOf(table, placement, placements).map((fault) => `${table.name}: ${fault}`);
    }),
  ];
}

function faultsOf(table: TableFacts, placement: Placement, all: readonly Placement[]): string[] {
  const faults: string[] = [];
  if (table.triggers.length > 0 && placement.kind !== 'local' && !placement.triggersAllowed)
    faults.push(`placed before the triggers ${table.triggers.join(', ')} are vouched for`);
  if (placement.kind === 'distributed') faults.push(...faultsOfDistributed(table, placement, all));
  for (const key of table.foreign) {
    const fault = faultOfForeignKey(key, placement, all);
    if (fault !== undefined) faults.push(`foreign key ${key.name} ${fault}`);
  }
  return faults;
}

function faultsOfDistributed(table: TableFacts, placement: Placement, all: readonly Placement[]): string[] {
  const { column = '' } = placement;
  const faults: string[] = [];
  const [first] = all.filter(({ kind }) => kind === 'distributed');
  if (column !== 'store_id') faults.push(`distributed by ${column}, not by store_id`);
  if (!table.required.includes(column)) faults.push(`${column} is no column, or may be null`);
  if (placement !== first && placement.colocatedWith !== first?.table)
    faults.push(`not colocated with ${first?.table}`);
  if (table.primaryKey?.[0] !== column) faults.push(`the primary key does not begin with ${column}`);
  for (const { name, columns } of table.unique)
    if (!columns.includes(column)) faults.push(`the unique key ${name} is without ${column}`);
  return faults;
}

function faultOfForeignKey(key: ForeignKey, from: Placement, all: readonly Placement[]): string | undefined {
  const to = all.find(({ table }) => table === key.to);
  if (!to) return undefined;
  if (all.indexOf(to) > all.indexOf(from)) return `refers to ${key.to}, which is placed later`;
  if (from.kind === 'local' || to.kind === 'local')
    return from.kind === to.kind ? undefined : `joins a ${from.kind} table with a ${to.kind} one`;
  if (to.kind === 'reference') return undefined;
  if (from.kind === 'reference') return 'leads from a reference table to a distributed one';
  const joined = key.columns.some((each, n) => each === from.column && key.toColumns[n] === to.column);
  if (!joined) return `does not join ${from.column} with ${to.column}`;
  return key.sets ? `sets columns, ${from.column} perhaps among them` : undefined;
}
