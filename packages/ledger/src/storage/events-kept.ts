// Senders repeat an event for days, not for a month.
const LEAST = 30;
const MOST = 3650;
const DEFAULT = 400;

/** @throws TypeError for what is no number of days, or so few that a repeat might be taken for new */
export function checkEventsKept(days: number | undefined = DEFAULT): number {
  if (Number.isInteger(days) && days >= LEAST && days <= MOST) return days;
  throw new TypeError(
    `eventsKeptDays must be a whole number from ${LEAST} to ${MOST}, not ${String(days)}; left out it is ${DEFAULT}`,
  );
}
