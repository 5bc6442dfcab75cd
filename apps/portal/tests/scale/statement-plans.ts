import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { auto_explain } from '@electric-sql/pglite/contrib/auto_explain';
import pg from 'pg';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { databaseOn } from '../../src/storage/pglite.ts';

/** A statement as the server ran it, those within functions included. */
export interface PlannedStatement {
  readonly query: string;
  readonly plan: PlanNode;
}

/** A node of `EXPLAIN (ANALYZE, FORMAT JSON)`, as far as it is read. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** A database that tells how it ran each statement. It is empty, and gone when it is closed. */
export interface ExplainedDatabase {
  readonly database: Database;
  /** From now on, connections explain every statement. Until then nothing is slowed down. */
  explain(): Promise<void>;
  /** What was run since this was last asked. */
  taken(): readonly PlannedStatement[];
}

// The server's own planner, with the settings that the portal's connections have, and the parameters that were sent.
const SETTINGS = {
  log_min_duration: '0',
  log_nested_statements: 'on',
  log_analyze: 'on',
  log_buffers: 'on',
  log_timing: 'off',
  log_format: 'json',
  log_level: 'notice',
};

/** @throws Error if the server has no `auto_explain`, or does not let this user load it. */
export async function openExplainedPostgres(serverUrl: string, connections = 10): Promise<ExplainedDatabase> {
  const name = `explained_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await onServer(serverUrl, "load 'auto_explain'", `create database ${name}`);
  const statements: PlannedStatement[] = [];
  const location = { kind: 'postgres', url: url.href, connections, onNotice: reader(statements) } as const;
  let opened = await openDatabase(location);
  const database: Database = {
    kind: 'postgres',
    get db() {
      return opened.db;
    },
    runDedicated: (statement, values) => opened.runDedicated(statement, values),
    openDedicated: () => opened.openDedicated(),
    async close() {
      await opened.close();
      await onServer(serverUrl, `drop database ${name} with (force)`);
    },
  };
  return {
    database,
    async explain() {
      const set = Object.entries(SETTINGS).map(
        ([setting, value]) => `alter database ${name} set auto_explain.${setting} = '${value}'`,
      );
      await onServer(
        serverUrl,
        "load 'auto_explain'",
        `alter database ${name} set session_preload_libraries = 'auto_explain'`,
        ...set,
      );
      // Settings of a database are of the connections made from then on.
      await opened.close();
      opened = await openDatabase(location);
    },
    taken: () => statements.splice(0),
  };
}

/** PGlite in `folder`, or in memory. */
export async function openExplainedPGlite(folder = 'memory://'): Promise<ExplainedDatabase> {
  const pglite = await PGlite.create({ dataDir: folder, extensions: { auto_explain } });
  const statements: PlannedStatement[] = [];
  const read = reader(statements);
  const onNotice = ({ message }: { message: string | undefined }) => read(message ?? '');
  const [protocol, stream] = [pglite.execProtocol.bind(pglite), pglite.execProtocolStream.bind(pglite)];
  pglite.execProtocol = (message, options) => protocol(message, { ...options, onNotice });
  pglite.execProtocolStream = (message, options) => stream(message, { ...options, onNotice });
  return {
    database: await databaseOn(pglite),
    async explain() {
      await pglite.query("load 'auto_explain'");
      for (const [setting, value] of Object.entries(SETTINGS)) {
        await pglite.query(`set auto_explain.${setting} = '${value}'`);
      }
    },
    taken: () => statements.splice(0),
  };
}

function reader(statements: PlannedStatement[]): (notice: string) => void {
  return (notice) => {
    const json = /^duration: \S+ ms {2}plan:\n(\{.*\})\s*$/s.exec(notice)?.[1];
    if (json === undefined) return;
    const explained = JSON.parse(json);
    statements.push({ query: explained['Query Text'], plan: explained.Plan });
  };
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
