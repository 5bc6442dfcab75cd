/** Whether a test holds for any string or name of a JSON value, however it was written on the wire and however deep it is. */
export function someText(value: unknown, test: (text: string) => boolean): boolean {
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string') {
      if (test(next)) return true;
    } else if (typeof next === 'object' && next !== null) {
      // One by one: a list of a hundred thousand is more than a call takes arguments.
      if (!Array.isArray(next)) for (const name of Object.keys(next)) left.push(name);
      for (const one of Object.values(next)) left.push(one);
    }
  }
  return false;
}
