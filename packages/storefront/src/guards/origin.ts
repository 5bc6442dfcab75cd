import type { Failure } from '../exchange/failure.ts';
import type { StorefrontRequest } from '../exchange/request.ts';

/**
 * A mutation comes from the shop's own pages: `Origin` is the shop's; where a browser leaves it out the
 * `Referer`'s origin decides; without both it is refused.
 */
export function checkOrigin(
  request: StorefrontRequest,
  shopOrigins: ReadonlySet<string>,
): Failure | undefined {
  const origin = request.header('origin');
  if (origin !== undefined) {
    if (shopOrigins.has(origin)) return undefined;
    return { kind: 'foreign_origin', origin: origin === 'null' ? 'null' : 'other' };
  }
  const referer = request.header('referer');
  if (referer === undefined) return { kind: 'foreign_origin', origin: 'absent' };
  return shopOrigins.has(originOf(referer)) ? undefined : { kind: 'foreign_origin', origin: 'other' };
}

/**
 * Reads the shop's origins as browsers write them.
 *
 * @throws TypeError that says what is wrong.
 */
export function parseOrigins(value: unknown): ReadonlySet<string> {
  const origins = Array.isArray(value) ? value : [value];
  if (origins.length === 0) throw new TypeError('must name at least one origin');
  return new Set(
    origins.map((text) => {
      const origin = typeof text === 'string' ? originOf(text) : '';
      if (!/^https?:\/\//.test(origin) || text !== origin)
        throw new TypeError('must be an origin such as https://shop.example: scheme and host, no path');
      return origin;
    }),
  );
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
