import { existsSync, readFileSync } from 'node:fs';
import { CannotRunError } from '../core/cells/errors.ts';
import { isJsonObject } from '../core/http/json.ts';

interface Values {
  text: string;
  list: string[];
  number: number;
  flag: boolean;
  guests: 'allowed' | 'refused';
  reasons: Readonly<Record<string, string>>;
}

type Kinds = Readonly<Record<string, keyof Values>>;

/** The options of a command by their camel-case names, each of its kind. */
export type FlagsOf<Named extends Kinds> = { -readonly [Name in keyof Named]?: Values[Named[Name]] };

const IS: Readonly<Record<keyof Values, readonly [name: string, test: (value: unknown) => boolean]>> = {
  text: ['a string', (value) => typeof value === 'string'],
  list: [
    'a list of strings',
    (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  ],
  number: ['a number', (value) => typeof value === 'number'],
  flag: ['true or false', (value) => typeof value === 'boolean'],
  guests: ['"allowed" or "refused"', (value) => value === 'allowed' || value === 'refused'],
  reasons: ['an object of patterns to reasons, none empty', isReasons],
};

/**
 * Reads a command's configuration: its options under their camel-case names. Without a path the file of the
 * usual name is read if it is there.
 *
 * @throws CannotRunError for a file that cannot be read, and for an option that there is not or that is of another kind
 */
export function readConfigFile<Named extends Kinds>(
  path: string | undefined,
  usual: string,
  kinds: Named,
): FlagsOf<Named> {
  if (path === undefined && !existsSync(usual)) return {};
  const file = path ?? usual;
  const refuse = (sentence: string, cause?: unknown) =>
    new CannotRunError('bad_config', `--config ${file}${sentence}`, { cause });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw refuse(` cannot be read: ${(cause as Error).message}`, cause);
  }
  if (!isJsonObject(value)) throw refuse(' must hold one JSON object.');
  const { $schema: _schema, ...flags } = value;
  for (const [name, setting] of Object.entries(flags)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined)
      throw refuse(` has an option ${name}, which there is not. There are ${Object.keys(kinds).join(', ')}.`);
    const [wanted, test] = IS[kind];
    if (!test(setting)) throw refuse(`: ${name} must be ${wanted}.`);
  }
  return flags as FlagsOf<Named>;
}

function isReasons(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    Object.values(value).every((reason) => typeof reason === 'string' && reason.trim() !== '')
  );
}
