import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { PostgresServer } from './postgres-server.ts';

/** The URL of a new database on the server. */
export async function emptyDatabase({ url }: PostgresServer): Promise<string> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const name = `portal_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`create database ${name}`);
  await admin.end();
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return fresh.href;
}
