import { child } from '../contract/document.ts';
import { isObject, type JsonObject } from '../contract/json.ts';
import { SpecError } from '../contract/spec-error.ts';
import { header, literal } from './source-text.ts';

const FILE = 'openapi/shared/security.yaml';
const NAME = 'x-failure-limit';
const FIELDS = ['limit', 'windowSeconds'];

/** Source of `gen/failure-limit.ts`: how often an address may fail to authenticate, alike for every scheme. */
export function failureLimitSource(shared: ReadonlyMap<string, JsonObject>): string {
  const schemes = Object.entries(shared.get(FILE) ?? {});
  const [first, ...others] = schemes.flatMap(([scheme]) => {
    const limit = child(shared.get(FILE), scheme, NAME);
    return limit === undefined ? [] : [{ at: `/${scheme}/${NAME}`, limit }];
  });
  if (!first) throw new SpecError(FILE, '', `has no scheme with ${NAME}`);
  const { at, limit } = first;
  if (!isObject(limit) || !FIELDS.every((field) => Number(limit[field]) >= 1)) {
    throw new SpecError(FILE, at, `is not a map of ${FIELDS.join(' and ')}`);
  }
  for (const other of others) {
    if (JSON.stringify(other.limit) !== JSON.stringify(limit))
      throw new SpecError(FILE, other.at, `is not what ${at} says`);
  }
  return `${header(FILE)}
/** How many credentials that are not good an address may present in a window (seconds). */
export const FAILURE_LIMIT: { readonly limit: number; readonly windowSeconds: number } = ${literal(limit)};
`;
}
