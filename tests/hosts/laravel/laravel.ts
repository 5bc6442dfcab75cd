import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@genvoris/testing/loopback';
import type { MariadbServer } from '@genvoris/testing/mariadb-server';
import { startPhp } from '../php-server.ts';

/** A Laravel application with users of its own. */
export interface Laravel {
  /** Where PHP answers. */
  readonly phpUrl: string;
  readonly users: readonly { id: number; email: string; password: string }[];
  said(): string;
  stop(): Promise<void>;
}

const USERS = [
  { id: 7, email: 'ada@shopper.example', password: 'a password of hers' },
  { id: 8, email: 'bob@shopper.example', password: 'a password of his' },
];
/** Of the passwords, with four rounds. */
const HASHES = [
  '$2y$04$MwBlnzbqtbVCdbTiAzFk4uzJdPErlJqeykYXhta4Z3p1oLEk3AKxy',
  '$2y$04$ZNVGN0pyPjIE22RqB0eSReo6Iv95PO/i0P8AI3J0tgtq6zQ9I6ElS',
];

/** Serves the application from a folder and a database of its own. `shopOrigin` is where its visitors reach it. */
export async function startLaravel(database: MariadbServer, shopOrigin: string): Promise<Laravel> {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-laravel-'));
  for (const own of ['sessions', 'bootstrap/cache']) mkdirSync(join(folder, own), { recursive: true });
  copyFileSync(join(import.meta.dirname, 'app.php'), join(folder, 'app.php'));
  database.run('create database laravel');
  database.run(
    'create table laravel.users (id int primary key, name varchar(80), email varchar(190) unique, password varchar(255), remember_token varchar(100))',
  );
  for (const [n, { id, email }] of USERS.entries())
    database.run(
      `insert into laravel.users (id, name, email, password) values (${id}, 'Shopper', '${email}', '${HASHES[n]}')`,
    );
  const port = await freePort();
  const env = { SHOP_ORIGIN: shopOrigin, DB_PORT: String(database.port) };
  const php = await startPhp(folder, port, { router: 'app.php', env });
  return {
    phpUrl: `http://127.0.0.1:${port}`,
    users: USERS,
    said: php.said,
    async stop() {
      await php.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
