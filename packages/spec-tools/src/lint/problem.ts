/** One thing that is wrong with the specs. */
export interface Problem {
  rule: string;
  /** Path from the repository's root. */
  file: string;
  /** `12:3`, or a JSON pointer into the bundled document where the line is not known. */
  at: string;
  message: string;
}

export function toLine({ rule, file, at, message }: Problem): string {
  return `${file}${at.startsWith('/') ? '#' : ':'}${at}  ${rule}  ${message}`;
}

/** The problems without repeats, in the order of files and places. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const distinct = new Map(problems.map((problem) => [toLine(problem), problem]));
  return [...distinct.values()].sort(
    (a, b) => a.file.localeCompare(b.file) || a.at.localeCompare(b.at, undefined, { numeric: true }),
  );
}
