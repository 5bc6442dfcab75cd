import { setTimeout as pause } from 'node:timers/promises';

/** Where passwords wait for others: a moment, of which nobody is to blame. */
export const BUSY_S = 2;
export const BUSY = 'Many are signing in just now. Try again in a moment.';

export function inWords(seconds: number): string {
  return seconds <= 60 ? 'in a minute' : `in ${Math.ceil(seconds / 60)} minutes`;
}

const PAUSE_MS = 500;
const MOST_PAUSING = 500;
let pausing = 0;

/** Lets who is put off wait for the answer: who tries again as soon as it comes takes less of what shops ask for. */
export async function pauseBeforeAnswer(): Promise<void> {
  if (pausing >= MOST_PAUSING) return;
  pausing += 1;
  await pause(PAUSE_MS);
  pausing -= 1;
}
