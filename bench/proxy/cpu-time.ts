import { readdirSync, readFileSync } from 'node:fs';

/** The CPU time of a process and its children so far (microseconds), as Linux's scheduler counts it. */
export function cpuTime(pid: number): number {
  let nanoseconds = 0;
  let children = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const folder = `/proc/${pid}/task/${thread}`;
    try {
      nanoseconds += Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0]);
      for (const child of readFileSync(`${folder}/children`, 'utf8').split(' '))
        if (child !== '') children += cpuTime(Number(child));
    } catch {
      // The thread has ended meanwhile.
    }
  }
  return nanoseconds / 1000 + children;
}
