import { sayDuration } from '../../foundation/duration.ts';

/** Where a test clock is, for people. */
export function sayClock({ now, offsetMs }: { now: Date; offsetMs: number }): string {
  const where = offsetMs === 0 ? "the machine's time" : `${sayDuration(offsetMs)} ahead of the machine`;
  return `The test clock is at ${now.toISOString().replace(/\.\d+/, '')}, ${where}.`;
}
