/** What the documentation makes of a table, in the order of its statements. */
export interface Placement {
  readonly table: string;
  readonly kind: 'distributed' | 'reference' | 'local';
  /** Of a distributed table. */
  readonly column?: string;
  readonly colocatedWith?: string;
  /** Whether triggers are vouched for by then. */
  readonly triggersAllowed: boolean;
}

const STATEMENTS: readonly [Placement['kind'], RegExp][] = [
  ['reference', /^select create_reference_table\('(\w+)'\)$/],
  ['local', /^select citus_add_local_table_to_metadata\('(\w+)'\)$/],
  ['distributed', /^select create_distributed_table\('(\w+)', '(\w+)'(?:, colocate_with => '(\w+)')?\)$/],
];

/** The statements in the SQL of a Markdown text. @throws Error at one that is not understood */
export function readStatements(markdown: string): readonly Placement[] {
  const code = [...markdown.matchAll(/^```sql\n(.*?)^```$/gms)].map(([, text = '']) => text).join('\n');
  const placements: Placement[] = [];
  let triggersAllowed = false;
  for (const part of code.replaceAll(/--.*$/gm, '').split(';')) {
    const statement = part.trim().replaceAll(/\s+/g, ' ');
    if (statement === '') continue;
    if (statement === 'set citus.enable_unsafe_triggers to on') {
      triggersAllowed = true;
      continue;
    }
    const [kind, match] = STATEMENTS.flatMap(([kind, pattern]) => {
      const match = pattern.exec(statement);
      return match ? [[kind, match] as const] : [];
    })[0] ?? [undefined, null];
    const [, table, column, colocatedWith] = match ?? [];
    if (kind === undefined || table === undefined) throw new Error(`not understood: ${statement}`);
    placements.push({
      table,
      kind,
      triggersAllowed,
      ...(column !== undefined && { column }),
      ...(colocatedWith !== undefined && { colocatedWith }),
    });
  }
  return placements;
}
