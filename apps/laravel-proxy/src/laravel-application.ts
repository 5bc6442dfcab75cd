import { createHash } from 'node:crypto';
import { BoundedMap } from '@genvoris/http';
import { createTransport, type TransportResult } from '@genvoris/node';
import type { IssuedNonce, ShopperIdentity, StorefrontRequest } from '@genvoris/storefront';

export interface LaravelApplication {
  /** Who is signed in, by Sanctum's `/api/user` or another path that says it; `null` is a guest. */
  identify(request: StorefrontRequest): Promise<ShopperIdentity | null>;
  /** Has Laravel make an `XSRF-TOKEN` cookie for a browser that has none. */
  issueXsrf(request: StorefrontRequest): Promise<IssuedNonce>;
  close(): Promise<void>;
}

const XSRF_COOKIE = /^XSRF-TOKEN=([^;]+)/;
const MOST_KEPT = 10_000;
const XSRF_LIFETIME_MS = 2 * 60 * 60 * 1000;
/** Sanctum's answers to a browser that is not signed in. */
const GUEST_STATUSES: ReadonlySet<number> = new Set([401, 403, 419]);

/** The Laravel application beside us, asked with the browser's cookies and nothing else of the browser's. */
export function createLaravelApplication(options: {
  url: string;
  /** Sanctum takes cookies only from pages it knows: the shop's. */
  shopOrigin: string;
  timeoutMs: number;
  /** Where it says who is signed in. */
  userPath: string;
  /** How long an answer is kept for the same cookies; that somebody may manage the shop is never kept. */
  cacheMs: number;
  /** The field of the user that is true for whoever may manage the shop. */
  managerField?: string | undefined;
}): LaravelApplication {
  // With the browser's cookies in it, a question to the application beside us is not for a proxy to read.
  const transport = createTransport({
    timeoutMs: options.timeoutMs,
    maxBytes: 256 * 1024,
    useEnvProxy: false,
  });
  const base = options.url.replace(/\/+$/, '');
  const { userPath, cacheMs, managerField } = options;
  const inFlight = new Map<string, Promise<ShopperIdentity | null>>();
  // By a digest: cookies are long, and whoever reads this memory learns none.
  const kept = new BoundedMap<string, { identity: ShopperIdentity | null; until: number }>(MOST_KEPT);

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
      const key = createHash('sha256').update(cookie).digest('base64');
      const known = kept.get(key);
      if (known !== undefined && known.until > Date.now()) return known.identity;
      // One page asks for several things at once; each would ask Laravel the same.
      let asked = inFlight.get(key);
      if (asked === undefined) {
        asked = get(userPath, cookie)
          .then((answer) => {
            const identity = readUser(answer, userPath, managerField);
            // Whoever may manage the shop is asked about each time: that may be taken from them at any moment.
            if (cacheMs > 0 && identity?.managesStore !== true)
              kept.set(key, { identity, until: Date.now() + cacheMs });
            return identity;
          })
          .finally(() => inFlight.delete(key));
        inFlight.set(key, asked);
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

function readUser(
  answer: TransportResult,
  path: string,
  managerField: string | undefined,
): ShopperIdentity | null {
  if (!answer.ok)
    throw new Error(`Laravel's ${path} failed: ${answer.failure.kind} (${answer.failure.phase})`);
  if (GUEST_STATUSES.has(answer.status)) return null;
  if (answer.status !== 200) throw new Error(`Laravel's ${path} answered ${answer.status}`);
  const user = parseObject(answer.body);
  const { id, email } = user;
  if (typeof id !== 'number' && typeof id !== 'string')
    throw new Error(`Laravel's ${path} answered 200 without the user's id`);
  // Whether it is an email is for the storefront to say, which leaves out and reports what is none.
  const flag = managerField === undefined ? undefined : user[managerField];
  // A boolean of the database's, where the model does not cast it, is a 1.
  return { id, email: email as string | null | undefined, managesStore: flag === true || flag === 1 };
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
