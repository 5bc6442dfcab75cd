import { GenvorisUsageError } from '../errors.ts';

/**
 * Fills `{id}` in a path. An id of `..` would survive percent-encoding and then climb out of its place in
 * the URL, and an empty one would name the collection instead of one of its members: neither is sent.
 */
export function serializePath(template: string, params: Record<string, unknown>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = params[name];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text === '' || text === '.' || text === '..') {
      throw new GenvorisUsageError('invalid_call', name, 'must be a non-empty id');
    }
    return encodeURIComponent(text);
  });
}
