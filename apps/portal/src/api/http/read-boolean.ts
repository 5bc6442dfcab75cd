import { invalidField } from '../../foundation/api-error.ts';

/** A query parameter that is `true` or `false`. @throws ApiError `invalid_body` */
export function readBoolean(query: URLSearchParams, name: string, fallback: boolean): boolean {
  const text = query.get(name);
  if (text === null) return fallback;
  if (text === 'true' || text === 'false') return text === 'true';
  throw invalidField(`/${name}`, 'must be true or false');
}
