import { type ChildProcess, execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  env?: Record<string, string>;
  cwd?: string;
  started?: (child: ChildProcess) => void;
}

const CLI = fileURLToPath(import.meta.resolve('@genvoris/conformance')).replace(/index\.ts$/, 'cli.ts');

/** Runs `genvoris-conformance` as a shell would, with the words of a line or with these arguments. */
export function genvorisConformance(
  given: string | readonly string[],
  { env = {}, cwd, started }: CliOptions = {},
): Promise<CliResult> {
  const args = typeof given === 'string' ? given.split(' ') : given;
  return new Promise((resolve) => {
    const { GENVORIS_API_KEY: _key, ...inherited } = process.env;
    const options = {
      env: { ...inherited, NO_COLOR: '1', ...env },
      ...(cwd !== undefined && { cwd }),
      maxBuffer: 64 * 1024 * 1024,
    };
    const child = execFile(process.execPath, [CLI, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
    started?.(child);
  });
}
