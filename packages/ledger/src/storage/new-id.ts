import { randomBytes } from 'node:crypto';

let pool = Buffer.alloc(0);
let used = 0;

/** A random id of 16 characters that nobody can guess or make a second time. */
export function newId(): string {
  // A call for each would be dearer than the rest of a reservation.
  if (used + 12 > pool.length) {
    pool = randomBytes(12 * 256);
    used = 0;
  }
  used += 12;
  return pool.toString('base64url', used - 12, used);
}
