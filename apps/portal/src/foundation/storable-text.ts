import { isStorable } from '@genvoris/contract';

/** JSON pointer to the first text or key of a JSON value that cannot be kept; undefined if all can. The value is one of bounded depth. */
export function unstorableAt(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : pointer;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return pointer;
    const found = unstorableAt(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
