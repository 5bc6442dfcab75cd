import { type Command, InvalidArgumentError } from 'commander';
import { CannotRunError } from '../core/cells/errors.ts';
import type { FlagsOf } from './config-file.ts';

export const EXIT_CODES = '\nExit codes: 0 conforms, 1 does not conform, 2 could not run.';

/** What every command that holds something to the contract can be told. */
export const COMMON_FLAGS = {
  name: 'text',
  only: 'list',
  bail: 'flag',
  junit: 'text',
  json: 'text',
} as const;

export type CommonFlags = FlagsOf<typeof COMMON_FLAGS>;

export function addCommonOptions(command: Command, what: string): Command {
  return command
    .option('--only <pattern>', 'cells or checks by id, * for anything; repeatable', append)
    .option('--bail', 'stop at the first cell that does not conform')
    .option('--name <text>', `what to call the ${what} in reports`)
    .option('--junit <file>', 'write JUnit XML')
    .option('--json <file>', 'write the whole report as JSON')
    .option('--list', 'print every check and cell and run nothing');
}

export function append(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}

export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError('It takes a whole number of milliseconds.');
  return Number(text);
}

export function badOption(option: string, sentence: string): CannotRunError {
  return new CannotRunError('bad_option', `${option}: ${sentence}`);
}

/** Returns the value of an option that has to be given. */
export function needed(option: string, value: string | undefined, sentence: string): string {
  if (value === undefined) throw badOption(option, sentence);
  return value;
}

/** Returns the names of a repeatable, comma-separated option, each of which has to be a known one. */
export function namesOf<Name extends string>(
  given: readonly string[] | undefined,
  known: readonly Name[],
  refuse: (name: string) => CannotRunError,
): Name[] {
  const names = (given ?? []).flatMap((text) => text.split(',')).map((name) => name.trim());
  return names.filter(Boolean).map((name) => {
    const found = known.find((one) => one === name);
    if (found === undefined) throw refuse(name);
    return found;
  });
}
