import type { StorefrontRequest } from '../exchange/request.ts';
import type { Csrf, CsrfHeader } from '../guards/csrf.ts';
import { type IssuedNonce, type Nonces, sameText } from '../guards/nonces.ts';

/** What makes the `XSRF-TOKEN` cookie, if it is not the storefront: Laravel itself. */
export interface XsrfIssuer<Host = unknown> {
  /** A token and the cookies that go with it, for a browser that has none yet. */
  issue(request: StorefrontRequest<Host>): Promise<IssuedNonce>;
}

const COOKIE = 'XSRF-TOKEN';
const HEADER: CsrfHeader = 'X-XSRF-TOKEN';
const LIFETIME_MS = 2 * 60 * 60 * 1000;

/**
 * The double submit that Laravel's own clients do: the header repeats the cookie. A cookie of ours is
 * signed for the shopper as well, so that one planted by a neighbouring subdomain does not pass; one of
 * Laravel's is encrypted under a key that only Laravel has, and is compared.
 */
export function createDoubleSubmitCsrf<Host>(
  nonces: Nonces,
  { secure, issuer }: { secure: boolean; issuer?: XsrfIssuer<Host> },
): Csrf<Host> {
  return {
    header: HEADER,
    async issue(request, shopper) {
      if (issuer !== undefined) {
        const nonce = cookieValue(request.header('cookie'), COOKIE);
        return nonce === undefined
          ? issuer.issue(request)
          : { nonce, expiresAt: new Date(Date.now() + LIFETIME_MS) };
      }
      const issued = await nonces.issue(shopper);
      // Readable by the page's script, which is the point of it.
      const cookie = `${COOKIE}=${issued.nonce}; Path=/; Expires=${issued.expiresAt.toUTCString()}; SameSite=Lax`;
      return { ...issued, cookies: [secure ? `${cookie}; Secure` : cookie] };
    },
    verify(token, request, shopper) {
      const cookie = cookieValue(request.header('cookie'), COOKIE);
      if (cookie === undefined || !sameText(token, cookie)) return false;
      return issuer !== undefined || nonces.verify(token, shopper);
    },
  };
}

/** The value of a cookie, decoded; `undefined` if it comes more than once, for then one of them is planted. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  if (value === undefined || value === '' || values.length > 1) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
