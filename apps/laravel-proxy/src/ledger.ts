import type { Ledger } from '@genvoris/ledger';
import { type Configuration, ConfigurationError } from './variables.ts';

/**
 * Opens the ledger that the variables name: a file of SQLite's, or the shop's own database.
 *
 * @throws ConfigurationError that names the variable that is wrong, without its value
 */
export async function openLedger(configuration: Configuration): Promise<Ledger | undefined> {
  const {
    GENVORIS_LEDGER_FILE: file,
    GENVORIS_LEDGER_URL: url,
    GENVORIS_LEDGER_PREFIX: prefix,
  } = configuration;
  if (file !== undefined && url !== undefined)
    throw new ConfigurationError([
      'GENVORIS_LEDGER_FILE and GENVORIS_LEDGER_URL say two databases: set one.',
    ]);
  if (file === undefined && url === undefined) return undefined;
  const name = file === undefined ? 'GENVORIS_LEDGER_URL' : 'GENVORIS_LEDGER_FILE';
  let ledger: Ledger | undefined;
  try {
    ledger = await create(file, url ?? '', prefix);
    await ledger.open();
    return ledger;
  } catch (error) {
    await ledger?.close().catch(() => {});
    if (error instanceof ConfigurationError) throw error;
    if (error instanceof TypeError)
      throw new ConfigurationError([`GENVORIS_LEDGER_PREFIX: ${error.message}`]);
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new ConfigurationError([`${name} names a database that cannot be opened (${code}).`]);
  }
}

async function create(file: string | undefined, url: string, prefix: string | undefined): Promise<Ledger> {
  if (file !== undefined)
    return (await import('@genvoris/ledger/sqlite')).createSqliteLedger({ file, prefix });
  if (/^postgres(?:ql)?:\/\//.test(url))
    return (await import('@genvoris/ledger/postgres')).createPostgresLedger({ url, prefix });
  if (/^(?:mysql|mariadb):\/\//.test(url))
    return (await import('@genvoris/ledger/mysql')).createMysqlLedger({
      url: url.replace(/^mariadb:/, 'mysql:'),
      prefix,
    });
  throw new ConfigurationError(['GENVORIS_LEDGER_URL must begin with postgres:// or mysql://.']);
}
