import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PostgresServer } from '../../src/testing/postgres-server.ts';

export const INTERNAL_SECRET = 'an internal secret of the tests';
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** Portals as a team runs them: processes of their own, on one PostgreSQL database. */
export interface Processes {
  /** Starts `portal serve` and answers where it is. */
  start(env?: Readonly<Record<string, string>>): Promise<string>;
  /** Runs a command to its end and answers what it said. */
  run(...args: string[]): Promise<string>;
  /** Ends one without a warning. */
  kill(url: string): Promise<void>;
  killAll(): void;
}

export function processesOn(databaseUrl: string): Processes {
  const children = new Map<ChildProcess, string>();
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    GENVORIS_SECRET: 'a secret of the tests, at least 32 bytes long',
    GENVORIS_INTERNAL_SECRET: INTERNAL_SECRET,
    GENVORIS_RATE_LIMIT_SCALE: '0',
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  return {
    start(more = {}) {
      const child = spawn(process.execPath, [cli, 'serve'], { env: { ...env, ...more } });
      children.set(child, '');
      return new Promise((resolve, reject) => {
        let said = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.on('data', (chunk) => {
            said += chunk;
            const url = /Portal at (http:\/\/\S+?),/.exec(said)?.[1];
            if (url === undefined) return;
            children.set(child, url);
            resolve(url);
          });
        }
        child.on('exit', (code) => reject(new Error(`the portal ended with ${code}: ${said}`)));
      });
    },
    run(...args) {
      const child = spawn(process.execPath, [cli, ...args], { env });
      return new Promise((resolve, reject) => {
        let said = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.on('data', (chunk) => {
            said += chunk;
          });
        }
        child.on('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
      });
    },
    async kill(url) {
      for (const [child, at] of children) {
        if (at !== url) continue;
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await gone;
      }
    },
    killAll() {
      for (const child of children.keys()) child.kill('SIGKILL');
    },
  };
}

/** The URL of a new database on the server. */
export async function emptyDatabase({ url }: PostgresServer, purpose: string): Promise<string> {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const name = `portal_${purpose}_${process.pid}_${Date.now()}`;
  await admin.query(`create database ${name}`);
  await admin.end();
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return fresh.href;
}
