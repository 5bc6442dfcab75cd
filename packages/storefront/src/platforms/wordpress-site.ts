import { BoundedMap } from '@genvoris/http';
import { createTransport, type TransportResult } from '@genvoris/node';
import { refuse, whole } from '../exchange/option-rules.ts';
import { readVisitor, refusesNonce, type WordPressVisitor } from './wordpress-visitor.ts';

/** Where a WordPress site is asked who a visitor is, and how patiently. */
export interface WordPressOptions {
  /**
   * The site's address, such as `https://shop.example`: where its `wp-admin` is. It need be reached from here only. Without
   * one `identify` of the storefront says who it is, and nothing else here may be given.
   */
  siteUrl?: string | undefined;
  /**
   * Its REST API, as WordPress says it in `rel="https://api.w.org/"`. Default `<siteUrl>/wp-json`; with plain permalinks it is
   * `<siteUrl>/?rest_route=`.
   */
  restUrl?: string | undefined;
  /** Milliseconds for a question to the site. Default 3000. */
  siteTimeoutMs?: number | undefined;
  /** Milliseconds that an answer about a cookie and a nonce is remembered, at most 60000; 0 is not at all. Default 5000. */
  identityTtlMs?: number | undefined;
  /** How the sign-in cookie's name begins, where `LOGGED_IN_COOKIE` is set. Default `wordpress_logged_in_`. */
  cookiePrefix?: string | undefined;
}

/** The WordPress site beside us, asked with the visitor's sign-in cookie and nonce and nothing else of the visitor's. */
export interface WordPressSite {
  /** Those of a request's cookies that sign in; empty for none. */
  signInCookies(header: string | undefined): string;
  /** Who the site says sent them. `afresh`: what is remembered does not do. @throws Error that quotes neither */
  visitor(cookies: string, nonce: string, afresh: boolean): Promise<WordPressVisitor>;
  /** A nonce for who is signed in by them; `undefined` if nobody is. @throws Error that does not quote them */
  issueNonce(cookies: string): Promise<string | undefined>;
  close(): Promise<void>;
}

const ME = '/wp/v2/users/me';
const FIELDS = 'context=edit&_fields=id,email,capabilities';
const MOST_KEPT = 2000;
/** What WordPress makes is ten letters; who makes them another way keeps to such ones. */
export const NONCE = /^[\w.-]{6,64}$/;

/** @throws TypeError that names the option that is wrong */
export function createWordPressSite(options: WordPressOptions, now: () => number = Date.now): WordPressSite {
  const site = address('siteUrl', options.siteUrl, /^$/);
  const rest = address('restUrl', options.restUrl ?? `${site}/wp-json`, /^(\?rest_route=)?$/);
  const ttlMs = whole('identityTtlMs', options.identityTtlMs ?? 5000, 0, 60_000);
  const prefix = options.cookiePrefix ?? 'wordpress_logged_in_';
  const me = `${rest}${ME}${rest.includes('?') ? '&' : '?'}${FIELDS}`;
  const transport = createTransport({
    timeoutMs: whole('siteTimeoutMs', options.siteTimeoutMs ?? 3000, 1, 60_000),
    maxBytes: 64 * 1024,
    connections: 32,
    // With the visitor's cookies in it, a question to the site beside us is not for a proxy to read.
    useEnvProxy: false,
  });
  const kept = new BoundedMap<string, { visitor: WordPressVisitor; until: number }>(MOST_KEPT);
  const asking = new Map<string, Promise<WordPressVisitor>>();

  const ask = (url: string, cookies: string, nonce?: string): Promise<TransportResult> =>
    transport.request({
      method: 'GET',
      url,
      headers: {
        accept: 'application/json',
        ...(cookies !== '' && { cookie: cookies }),
        ...(nonce !== undefined && { 'x-wp-nonce': nonce }),
      },
    });

  return {
    signInCookies: (header = '') =>
      header
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(prefix))
        .join('; '),
    visitor(cookies, nonce, afresh) {
      // Both, whole: an answer is never found by half of what it was given for.
      const key = JSON.stringify([cookies, nonce]);
      const found = afresh ? undefined : kept.get(key);
      if (found !== undefined && found.until > now()) return Promise.resolve(found.visitor);
      // One page asks for several things at once; each would ask the site the same.
      let asked = afresh ? undefined : asking.get(key);
      if (asked === undefined) {
        asked = ask(me, cookies, nonce).then((answer) => {
          const visitor = readVisitor(answer);
          kept.set(key, { visitor, until: now() + ttlMs });
          return visitor;
        });
        if (!afresh) {
          const own = asked.finally(() => asking.delete(key));
          asking.set(key, own);
          return own;
        }
      }
      return asked;
    },
    async issueNonce(cookies) {
      const answer = await ask(`${site}/wp-admin/admin-ajax.php?action=rest-nonce`, cookies);
      if (!answer.ok) throw new Error(`WordPress's rest-nonce failed: ${answer.failure.kind}`);
      const nonce = new TextDecoder().decode(answer.body).trim();
      if (answer.status === 200 && NONCE.test(nonce)) return nonce;
      // What it answers to who is not signed in.
      if (nonce === '0' || refusesNonce(answer)) return undefined;
      throw new Error(`WordPress's rest-nonce answered ${answer.status} without a nonce`);
    },
    close: () => transport.close(),
  };
}

function address(name: string, value: unknown, query: RegExp): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  // Of `?rest_route=/` the slash is the beginning of what is put behind it.
  const search = url?.search.replace(/\/$/, '') ?? '';
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username || url.hash || !query.test(search))
    return refuse(name, 'must be the http or https URL of the site, without credentials or fragment');
  return search === '' ? url.origin + url.pathname.replace(/\/+$/, '') : url.origin + url.pathname + search;
}
