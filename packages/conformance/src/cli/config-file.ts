import { existsSync, readFileSync } from 'node:fs';
import { CannotRunError } from '../run/options.ts';
import { FLAG_NAMES, type RunFlags } from './run-options.ts';

export const CONFIG_FILE = 'genvoris-conformance.config.json';

const LISTS = new Set(['shopperHeader', 'unsupported', 'faultTarget', 'only']);
const NUMBERS = new Set(['upstreamPort', 'patience', 'adapterTimeout', 'startTimeout']);
const FLAGS = new Set(['forwardedFor', 'bail']);

/**
 * Reads the run's configuration: the options of the command line under their camel-case names. Without a
 * path the file of the usual name is read if it is there.
 */
export function readConfigFile(path: string | undefined): RunFlags {
  if (path === undefined && !existsSync(CONFIG_FILE)) return {};
  const file = path ?? CONFIG_FILE;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CannotRunError('bad_config', `--config ${file} cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CannotRunError('bad_config', `--config ${file} must hold one JSON object.`);
  }
  for (const [name, setting] of Object.entries(value)) {
    if (name === '$schema') continue;
    if (!Object.hasOwn(FLAG_NAMES, name)) {
      throw new CannotRunError(
        'bad_config',
        `--config ${file}: there is no option ${name}. There are ${Object.keys(FLAG_NAMES).join(', ')}.`,
      );
    }
    if (!isOfItsType(name, setting))
      throw new CannotRunError('bad_config', `--config ${file}: ${name} must be ${typeName(name)}.`);
  }
  const { $schema: _schema, ...flags } = value as RunFlags & { $schema?: unknown };
  return flags;
}

function isOfItsType(name: string, value: unknown): boolean {
  if (LISTS.has(name)) return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (NUMBERS.has(name)) return typeof value === 'number';
  if (name === 'guests') return value === 'allowed' || value === 'refused';
  return typeof value === (FLAGS.has(name) ? 'boolean' : 'string');
}

function typeName(name: string): string {
  if (LISTS.has(name)) return 'a list of strings';
  if (NUMBERS.has(name)) return 'a number';
  if (name === 'guests') return '"allowed" or "refused"';
  return FLAGS.has(name) ? 'true or false' : 'a string';
}
