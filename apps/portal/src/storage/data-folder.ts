import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of GENVORIS_DATA cannot be what it is to be; the message names the variable, and has one line. */
export class DataFolderError extends Error {
  readonly code = 'unusable_data_folder';
  constructor(folder: string, reason: string, options?: ErrorOptions) {
    super(
      `GENVORIS_DATA cannot be ${folder}: ${reason.replace(/\s+/g, ' ')}. Name a folder of your own that can be written to.`,
      options,
    );
    this.name = 'DataFolderError';
  }
}

/** Read at the start. Of a pipe nothing would ever come, of a device no end. */
const FILES = ['secret', 'portal.pid', 'pglite/PG_VERSION'];

/**
 * Makes the folder and those above it that are missing, and looks at what is in one that is there. (Node's own `recursive` never ends where the system says of a
 * folder that is there that it is not, as under /proc.)
 *
 * @throws DataFolderError
 */
export function makeDataFolder(folder: string): void {
  withinFolder(folder, () => {
    makeFolder(folder);
    for (const file of FILES.map((name) => join(folder, name))) {
      if (statSync(file, { throwIfNoEntry: false })?.isFile() === false)
        throw new DataFolderError(folder, `${file} is no file`);
    }
  });
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  // Another process may have made it meanwhile.
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
}

/** Does what uses the folder; what the system has against it names the variable. @throws DataFolderError */
export function withinFolder<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw toDataFolderError(folder, error);
  }
}

/** Errors of the file system name the variable; others go on as they are. */
export function toDataFolderError(folder: string, error: unknown): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  return code !== undefined && syscall !== undefined
    ? new DataFolderError(folder, message, { cause: error })
    : error;
}
