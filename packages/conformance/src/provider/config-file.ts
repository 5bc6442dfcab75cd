import { existsSync, readFileSync } from 'node:fs';
import { CannotRunError } from '../run/options.ts';
import type { Exceptions } from './exceptions.ts';

export const PROVIDER_CONFIG_FILE = 'genvoris-provider.config.json';

/** What the command line and the configuration file may say; the exceptions only the file. */
export interface ProviderFlags extends Exceptions {
  name?: string;
  target?: string;
  specs?: string[];
  apiKey?: string;
  secondApiKey?: string;
  internalSecret?: string;
  productImage?: string;
  setup?: string;
  only?: string[];
  bail?: boolean;
  patience?: number;
  junit?: string;
  json?: string;
}

type Kind = 'text' | 'list' | 'number' | 'flag' | 'reasons';

const KINDS: Readonly<Record<keyof ProviderFlags, Kind>> = {
  name: 'text',
  target: 'text',
  specs: 'list',
  apiKey: 'text',
  secondApiKey: 'text',
  internalSecret: 'text',
  productImage: 'text',
  setup: 'text',
  only: 'list',
  bail: 'flag',
  patience: 'number',
  junit: 'text',
  json: 'text',
  unreachable: 'reasons',
  excused: 'reasons',
};

const IS: Readonly<Record<Kind, readonly [name: string, test: (value: unknown) => boolean]>> = {
  text: ['a string', (value) => typeof value === 'string'],
  list: [
    'a list of strings',
    (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  ],
  number: ['a number', (value) => typeof value === 'number'],
  flag: ['true or false', (value) => typeof value === 'boolean'],
  reasons: ['an object of patterns to reasons, none empty', isReasons],
};

function isReasons(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((reason) => typeof reason === 'string' && reason.trim() !== '');
}

/** Reads the configuration of provider mode; without a path the file of the usual name, if it is there. */
export function readProviderConfig(path: string | undefined): ProviderFlags {
  if (path === undefined && !existsSync(PROVIDER_CONFIG_FILE)) return {};
  const file = path ?? PROVIDER_CONFIG_FILE;
  const refuse = (sentence: string, cause?: unknown) =>
    new CannotRunError('bad_config', `--config ${file} ${sentence}`, { cause });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw refuse(`cannot be read: ${(cause as Error).message}`, cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('must hold one JSON object.');
  const { $schema: _schema, ...flags } = value as Record<string, unknown>;
  for (const [name, setting] of Object.entries(flags)) {
    if (!Object.hasOwn(KINDS, name))
      throw refuse(`has an option ${name}, which there is not. There are ${Object.keys(KINDS).join(', ')}.`);
    const [wanted, test] = IS[KINDS[name as keyof ProviderFlags]];
    if (!test(setting)) throw refuse(`must say ${wanted} for ${name}.`);
  }
  return flags as ProviderFlags;
}
