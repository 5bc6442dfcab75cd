/** Where passwords wait for others: a moment, of which nobody is to blame. */
export const BUSY_S = 2;
export const BUSY = 'Many are signing in just now. Try again in a moment.';

export function inWords(seconds: number): string {
  return seconds <= 60 ? 'in a minute' : `in ${Math.ceil(seconds / 60)} minutes`;
}
