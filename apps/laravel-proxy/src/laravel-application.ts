import { createTransport, type TransportResult } from '@genvoris/node';
import type { IssuedNonce, ShopperIdentity, StorefrontRequest } from '@genvoris/storefront';

export interface LaravelApplication {
  /** Who is signed in, by Sanctum's `/api/user`; `null` is a guest. */
  identify(request: StorefrontRequest): Promise<ShopperIdentity | null>;
  /** Has Laravel make an `XSRF-TOKEN` cookie for a browser that has none. */
  issueXsrf(request: StorefrontRequest): Promise<IssuedNonce>;
  close(): Promise<void>;
}

const XSRF_COOKIE = /^XSRF-TOKEN=([^;]+)/;
const XSRF_LIFETIME_MS = 2 * 60 * 60 * 1000;
/** Sanctum's answers to a browser that is not signed in. */
const GUEST_STATUSES: ReadonlySet<number> = new Set([401, 403, 419]);

/** The Laravel application beside us, asked with the browser's cookies and nothing else of the browser's. */
export function createLaravelApplication(options: {
  url: string;
  /** Sanctum takes cookies only from pages it knows: the shop's. */
  shopOrigin: string;
  timeoutMs: number;
}): LaravelApplication {
  // With the browser's cookies in it, a question to the application beside us is not for a proxy to read.
  const transport = createTransport({
    timeoutMs: options.timeoutMs,
    maxBytes: 256 * 1024,
    useEnvProxy: false,
  });
  const base = options.url.replace(/\/+$/, '');
  const inFlight = new Map<string, Promise<ShopperIdentity | null>>();

  const get = (path: string, cookie: string | undefined): Promise<TransportResult> =>
    transport.request({
      method: 'GET',
      url: base + path,
      headers: {
        accept: 'application/json',
        'x-requested-with': 'XMLHttpRequest',
        origin: options.shopOrigin,
        referer: `${options.shopOrigin}/`,
        cookie,
      },
    });

  return {
    async identify(request) {
      const cookie = request.header('cookie');
      if (cookie === undefined) return null;
      // One page asks for several things at once; each would ask Laravel the same.
      let asked = inFlight.get(cookie);
      if (asked === undefined) {
        asked = get('/api/user', cookie)
          .then(readUser)
          .finally(() => inFlight.delete(cookie));
        inFlight.set(cookie, asked);
      }
      return asked;
    },
    async issueXsrf(request) {
      const answer = await get('/sanctum/csrf-cookie', request.header('cookie'));
      if (!answer.ok) throw new Error(`Laravel's /sanctum/csrf-cookie failed: ${answer.failure.kind}`);
      const cookies = splitSetCookie(answer.headers['set-cookie'] ?? '');
      const [, value] =
        cookies.map((cookie) => XSRF_COOKIE.exec(cookie)).find((match) => match !== null) ?? [];
      if (value === undefined)
        throw new Error(`Laravel's /sanctum/csrf-cookie answered ${answer.status} without XSRF-TOKEN`);
      return {
        nonce: decodeURIComponent(value),
        expiresAt: new Date(Date.now() + XSRF_LIFETIME_MS),
        cookies,
      };
    },
    close: () => transport.close(),
  };
}

function readUser(answer: TransportResult): ShopperIdentity | null {
  if (!answer.ok)
    throw new Error(`Laravel's /api/user failed: ${answer.failure.kind} (${answer.failure.phase})`);
  if (GUEST_STATUSES.has(answer.status)) return null;
  if (answer.status !== 200) throw new Error(`Laravel's /api/user answered ${answer.status}`);
  const { id, email } = parseObject(answer.body);
  if (typeof id !== 'number' && typeof id !== 'string')
    throw new Error("Laravel's /api/user answered 200 without the user's id");
  // Whether it is an email is for the storefront to say, which leaves out and reports what is none.
  return { id, email: email as string | null | undefined };
}

function parseObject(body: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Cookies that came as one header, joined by commas; the commas of their dates do not part them. */
function splitSetCookie(joined: string): string[] {
  return joined === '' ? [] : joined.split(/, (?=[^;,=\s]+=)/);
}
