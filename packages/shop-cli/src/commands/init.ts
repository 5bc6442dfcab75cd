import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answers, CHOICES, type Question } from '../init/choices.ts';
import { packagesOf } from '../init/packages.ts';
import { writeCode } from '../init/write-code.ts';
import { writeEnv } from '../init/write-env.ts';
import { openTerminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export interface InitOptions extends Partial<Answers> {
  readonly dir: string;
  readonly shopOrigin: string;
  readonly json?: true;
}

/** What was written, what its program imports, and the settings that only the shop's owner knows. */
export interface Started {
  readonly files: readonly string[];
  readonly packages: readonly string[];
  readonly empty: readonly string[];
}

/** Writes `genvoris.mts` and `.env`; a file that is there stays as it is, and is an error before anything is written. */
export async function init(options: InitOptions): Promise<Started> {
  if (!URL.canParse(options.shopOrigin) || new URL(options.shopOrigin).origin !== options.shopOrigin)
    throw new UsageError('--shop-origin: it must be an origin such as https://shop.example, without a path');
  const answers = await ask(options);
  if (answers.database === 'none' && answers.model !== 'FREE_ALL')
    throw new UsageError(
      `--database none: the model ${answers.model} keeps what shoppers have; choose sqlite, pglite, postgres or mysql`,
    );
  const { dir } = options;
  const settings = writeEnv(answers, options.shopOrigin);
  await mkdir(join(dir, '.genvoris'), { recursive: true, mode: 0o700 });
  const env = join(dir, '.env');
  const code = join(dir, 'genvoris.mts');
  await missing(env);
  await missing(code);
  await write(env, settings);
  await write(code, writeCode(answers));
  const empty = [...settings.matchAll(/^(?!GENVORIS_)(\w+)=$/gm)].map(([, name = '']) => name);
  return { files: [env, code], packages: packagesOf(answers), empty };
}

/** So that nothing is written where the last of the files could not be. */
async function missing(file: string): Promise<void> {
  if (await stat(file).catch(() => undefined)) throw isThere(file);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw isThere(file);
  }
}

function isThere(file: string): UsageError {
  return new UsageError(
    `${file} is there already and stays as it is; move it away, or choose another folder with --dir`,
  );
}

async function ask(options: InitOptions): Promise<Answers> {
  const given: Partial<Record<Question, string>> = {};
  const terminal = openTerminal();
  try {
    for (const name of Object.keys(CHOICES) as Question[]) {
      const known: readonly string[] = CHOICES[name];
      // What is free needs no ledger.
      const isSettled = name === 'database' && given.model === 'FREE_ALL';
      const standard = isSettled ? 'none' : (known[0] as string);
      let answer: string | undefined = options[name];
      while (answer === undefined && terminal !== undefined && !isSettled) {
        const said = (await terminal.ask(`${name} (${known.join(', ')}) [${standard}]: `)) || standard;
        if (known.includes(said)) answer = said;
      }
      given[name] = answer ?? standard;
    }
  } finally {
    terminal?.close();
  }
  return given as Answers;
}
