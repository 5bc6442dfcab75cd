import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type Answers, CHOICES, type Question } from '../init/choices.ts';
import { writeCode } from '../init/write-code.ts';
import { writeEnv } from '../init/write-env.ts';
import { UsageError } from '../usage-error.ts';

export interface InitOptions extends Partial<Answers> {
  readonly dir: string;
  readonly shopOrigin: string;
  readonly json?: true;
}

/** Writes `genvoris.ts` and `.env`; a file that is there stays as it is, and is an error before anything is written. */
export async function init(options: InitOptions): Promise<string[]> {
  if (!URL.canParse(options.shopOrigin) || new URL(options.shopOrigin).origin !== options.shopOrigin)
    throw new UsageError('--shop-origin: it must be an origin such as https://shop.example, without a path');
  const answers = await ask(options);
  if (answers.database === 'none' && answers.model !== 'FREE_ALL')
    throw new UsageError(
      `--database none: the model ${answers.model} keeps what shoppers have; choose sqlite, pglite, postgres or mysql`,
    );
  const { dir } = options;
  await mkdir(join(dir, '.genvoris'), { recursive: true, mode: 0o700 });
  const env = join(dir, '.env');
  const code = join(dir, 'genvoris.ts');
  await write(env, writeEnv(answers, options.shopOrigin));
  await write(code, writeCode(answers));
  return [env, code];
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(
      `${file} is there already and stays as it is; move it away, or choose another folder with --dir`,
    );
  }
}

async function ask(options: InitOptions): Promise<Answers> {
  const given: Partial<Record<Question, string>> = {};
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : undefined;
  try {
    for (const name of Object.keys(CHOICES) as Question[]) {
      const known: readonly string[] = CHOICES[name];
      const asked =
        options[name] ?? (await terminal?.question(`${name} (${known.join(', ')}) [${known[0]}]: `));
      const answer = asked?.trim() || (known[0] as string);
      if (!known.includes(answer)) throw new UsageError(`--${name}: it must be one of ${known.join(', ')}`);
      given[name] = answer;
    }
  } finally {
    terminal?.close();
  }
  return given as Answers;
}
