import { execFileSync } from 'node:child_process';

/** Whom a program runs as. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** The first of these users that is there. */
export function findUser(names: readonly string[]): SystemUser | undefined {
  for (const name of names) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user here.
    }
  }
  return undefined;
}
