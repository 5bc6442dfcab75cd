import { answered, SENTENCES } from '../../domain/webhooks/attempt.ts';
import { nextAttempt } from '../../domain/webhooks/schedule.ts';

/** How a receiver does: it takes all at once, at the second try, never, is unknown, or is switched off meanwhile. */
export type Trouble = 'well' | 'slow' | 'down' | 'gone' | 'held';

export interface Attempt {
  readonly at: Date;
  readonly statusCode: number | null;
  readonly error: string | null;
  readonly durationMs: number;
}

const HELD_AFTER = 3;

/** The attempts of a delivery, at the documented times, and when the next would be. */
export function attemptsAt(
  queued: Date,
  trouble: Trouble,
  n: number,
): { made: Attempt[]; next: Date | null } {
  const made: Attempt[] = [];
  let at: Date | undefined = new Date(queued.getTime() + 400);
  while (at) {
    const attempt = attemptAt(at, trouble, made.length, n);
    made.push(attempt);
    if (attempt.error === null) return { made, next: null };
    at = nextAttempt(made.length, at);
    if (trouble === 'held' && made.length === HELD_AFTER) return { made, next: at ?? null };
  }
  return { made, next: null };
}

function attemptAt(at: Date, trouble: Trouble, before: number, n: number): Attempt {
  const durationMs = 60 + ((n * 37 + before * 11) % 240);
  const taken = trouble === 'well' || (trouble === 'slow' && before > 0);
  if (taken) return { at, statusCode: 200, error: null, durationMs };
  if (trouble === 'slow' || trouble === 'down') {
    const statusCode = trouble === 'slow' ? 503 : 502;
    return { at, statusCode, error: answered(statusCode), durationMs };
  }
  return { at, statusCode: null, error: SENTENCES.unresolvable, durationMs: 12 + (n % 30) };
}
