/** A customer's or store's period: 30 days of 24 hours, whatever the clocks do. */
export const PERIOD_MS = 30 * 86_400_000;

/** The start of the period that is running now: whole periods after the one on record. */
export function currentPeriodStart(start: Date, now: Date): Date {
  const lapsed = Math.max(0, Math.floor((now.getTime() - start.getTime()) / PERIOD_MS));
  return new Date(start.getTime() + lapsed * PERIOD_MS);
}

export function periodEnd(start: Date): Date {
  return new Date(start.getTime() + PERIOD_MS);
}
