/** What is wrong with a spec, and where. */
export class SpecError extends Error {
  readonly file: string;
  readonly pointer: string;
  readonly problem: string;

  constructor(file: string, pointer: string, problem: string) {
    super(`${file}#${pointer}: ${problem}`);
    this.name = 'SpecError';
    this.file = file;
    this.pointer = pointer;
    this.problem = problem;
  }
}

/** One reference token of a JSON pointer (RFC 6901). */
export function token(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
