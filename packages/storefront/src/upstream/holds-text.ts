/** Whether a text stands in any string or name of a JSON value, whichever way it was written on the wire. */
export function holdsText(value: unknown, text: string): boolean {
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string') {
      if (next.includes(text)) return true;
    } else if (typeof next === 'object' && next !== null) {
      if (!Array.isArray(next)) left.push(...Object.keys(next));
      left.push(...Object.values(next));
    }
  }
  return false;
}
