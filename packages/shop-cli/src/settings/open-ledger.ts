import type { Ledger } from '@genvoris/ledger';
import { UsageError } from '../usage-error.ts';
import type { Settings } from './settings.ts';

/**
 * Opens the ledger that GENVORIS_LEDGER names: `sqlite:file`, `pglite:folder`, `postgres://…` or `mysql://…`, with tables of that prefix.
 *
 * @throws UsageError for what names none, and where the database's driver is not installed
 */
export async function openLedger({
  ledger: named = '',
  ledgerPrefix: prefix,
}: Pick<Settings, 'ledger' | 'ledgerPrefix'>): Promise<Ledger> {
  if (!/^[A-Za-z0-9_]{0,30}$/.test(prefix))
    throw new UsageError('GENVORIS_LEDGER_PREFIX: it must have at most 30 letters, digits and underscores');
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(named) ?? [];
  try {
    switch (scheme) {
      case 'sqlite':
        return (await import('@genvoris/ledger/sqlite')).createSqliteLedger({ file: rest, prefix });
      case 'pglite':
        return (await import('@genvoris/ledger/pglite')).createPgliteLedger({ folder: rest, prefix });
      case 'postgres':
      case 'postgresql':
        return (await import('@genvoris/ledger/postgres')).createPostgresLedger({ url: named, prefix });
      case 'mysql':
      case 'mariadb':
        return (await import('@genvoris/ledger/mysql')).createMysqlLedger({
          url: named.replace(/^mariadb/, 'mysql'),
          prefix,
        });
    }
  } catch (error) {
    // What the ledger itself says names its option or the file, and never an address.
    const { code, message } = error as NodeJS.ErrnoException;
    const [, said] = /^@genvoris\/ledger: (.*)$/s.exec(message) ?? [];
    if (said !== undefined) throw new UsageError(`GENVORIS_LEDGER: ${said}`);
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      `GENVORIS_LEDGER: the driver of ${scheme} is not installed; run npm install ${DRIVERS[scheme]}`,
    );
  }
  // The value is not quoted: an address of a database holds its password.
  throw new UsageError(
    'GENVORIS_LEDGER: it must begin with sqlite:, pglite:, postgres:// or mysql://, such as sqlite:.genvoris/ledger.sqlite',
  );
}

const DRIVERS: Readonly<Record<string, string>> = {
  pglite: '@electric-sql/pglite',
  postgres: 'pg',
  postgresql: 'pg',
  mysql: 'mysql2',
  mariadb: 'mysql2',
};
