/** The calendar month (UTC) that a moment is in: when it began and when the next one does, in milliseconds since 1970. */
export function monthOf(at: number): { since: number; until: number } {
  const date = new Date(at);
  const month = (ahead: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1);
  return { since: month(0), until: month(1) };
}
