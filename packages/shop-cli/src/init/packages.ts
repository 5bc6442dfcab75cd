import type { Answers } from './choices.ts';

const HOSTS: Readonly<Record<Answers['host'], readonly string[]>> = {
  express: ['express'],
  fastify: ['fastify'],
  node: [],
  fetch: ['hono', '@hono/node-server'],
};
const DRIVERS: Readonly<Record<Answers['database'], readonly string[]>> = {
  sqlite: [],
  pglite: ['@electric-sql/pglite'],
  postgres: ['pg'],
  mysql: ['mysql2'],
  none: [],
};

/** What the program that `init` writes imports, to be installed. */
export function packagesOf({ host, database, model }: Answers): readonly string[] {
  const ledger =
    model === 'FREE_ALL' || database === 'none' ? [] : ['@genvoris/ledger', ...DRIVERS[database]];
  return ['@genvoris/storefront', ...ledger, ...HOSTS[host]];
}
