type Value = string | number | null;

/**
 * A line of a table for spreadsheets (RFC 4180). A text that they would take for a formula gets an apostrophe before it:
 * what a shopper's browser sent is not to run on a merchant's machine.
 */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(toCell).join(',')}\r\n`;
}

function toCell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
