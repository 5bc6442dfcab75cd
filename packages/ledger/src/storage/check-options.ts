/** The rules that options are held to; each throws a TypeError that names the option. An address is not quoted: it may hold a password. */
function refuse(name: string, rule: string): never {
  throw new TypeError(`@genvoris/ledger: options.${name} ${rule}`);
}

/** Where a database is kept. The empty path is none: SQLite would take it for a file that is gone with the process. */
export function checkPath(name: string, value: unknown): string {
  return typeof value === 'string' && value.trim() !== '' ? value : refuse(name, 'must be a path');
}

/** The address of a database, of one of these schemes. */
export function checkUrl(value: unknown, schemes: readonly [string, ...string[]]): string {
  const scheme = typeof value === 'string' && URL.canParse(value) ? new URL(value).protocol : '';
  return schemes.some((one) => scheme === `${one}:`)
    ? (value as string)
    : refuse('url', `must be the address of the database: ${schemes[0]}://user:password@host/name`);
}

export function checkConnections(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= 1000
    ? (value as number)
    : refuse('connections', 'must be a whole number from 1 to 1000');
}
