import type { Platform } from '../core/platform.ts';
import type { StorefrontRequest } from '../exchange/request.ts';
import type { Nonces } from '../guards/nonces.ts';
import { toWordPressError } from './wordpress-error.ts';
import { createWordPressSite, NONCE, type WordPressOptions, type WordPressSite } from './wordpress-site.ts';
import type { WordPressVisitor } from './wordpress-visitor.ts';

const REST_ROUTE = /(?:^|&)rest_route=([^&]*)/;
/** What `createNonces` makes, for guests. */
const OWN_NONCE = /^[0-9a-f]{32}\.[0-9a-z]{1,9}$/;

/** What shops on WordPress have in common: nonces, who is signed in, the form of errors. */
export function wordPressConventions<Host>(
  options: WordPressOptions,
  mount: string,
): Omit<Platform<Host>, 'name'> {
  const { siteUrl } = options;
  // One that would have no effect is a mistake, most likely in how `siteUrl` is read.
  const given = Object.values(options).some((value) => value !== undefined);
  const site = given ? createWordPressSite(options) : undefined;
  return {
    basePath: mount,
    nativeError: toWordPressError,
    findPath: (request) => routeInQuery(request, mount),
    ...(site !== undefined && askingSite<Host>(site, siteUrl as string)),
  };
}

/** `?rest_route=/genvoris/v1/status`, as addresses of the REST API are without rewrite rules. */
function routeInQuery({ path, query }: StorefrontRequest, mount: string): string | undefined {
  if (path !== '' && path !== '/' && path !== '/index.php') return undefined;
  const [, encoded] = REST_ROUTE.exec(query) ?? [];
  if (encoded === undefined || !mount.startsWith('/wp-json')) return undefined;
  const route = encoded.replace(/%2f/gi, '/');
  const root = `${mount.slice('/wp-json'.length)}/`;
  return route.startsWith(root) ? route.slice(root.length - 1) : undefined;
}

function askingSite<Host>(site: WordPressSite, siteUrl: string): Omit<Platform<Host>, 'name'> {
  /** What the site said, for as long as the request is about. */
  const visitors = new WeakMap<StorefrontRequest<Host>, WordPressVisitor>();
  let nonces: Nonces | undefined;

  /** A nonce of ours, which guests have: no longer good for who has signed in since. */
  const isGuests = async (nonce: string, cookies: string) =>
    nonces !== undefined &&
    OWN_NONCE.test(nonce) &&
    (await nonces.verify(nonce, null)) &&
    (cookies === '' || (await site.issueNonce(cookies)) === undefined);

  return {
    async guard(request, { operationId, capability }) {
      const nonce = request.header('x-wp-nonce');
      // A stale one is no reason to get no fresh one, and who has none is a guest.
      if (nonce === undefined || operationId === 'getNonce') return undefined;
      const cookies = site.signInCookies(request.header('cookie'));
      if (await isGuests(nonce, cookies)) return undefined;
      if (!NONCE.test(nonce)) return { kind: 'csrf_mismatch' };
      // What a capability allows is not to be had for seconds after it went away.
      const visitor = await site.visitor(cookies, nonce, capability !== undefined);
      if (visitor.kind === 'bad_nonce') return { kind: 'csrf_mismatch' };
      visitors.set(request, visitor);
      return undefined;
    },
    identify(request) {
      const visitor = visitors.get(request);
      if (visitor?.kind !== 'user') return null;
      const { id, email, managesStore } = visitor;
      return {
        id,
        email,
        managesStore,
        metadata: { source: 'wordpress', wp_user_id: id, site_url: siteUrl },
      };
    },
    answerHeaders(request) {
      const visitor = visitors.get(request);
      const renewed = visitor?.kind === 'bad_nonce' ? undefined : visitor?.renewed;
      return renewed === undefined ? [] : ['X-WP-Nonce', renewed];
    },
    csrf(shop) {
      nonces = shop.nonces;
      return {
        header: 'X-WP-Nonce',
        async issue(request) {
          const cookies = site.signInCookies(request.header('cookie'));
          const nonce = cookies === '' ? undefined : await site.issueNonce(cookies);
          // WordPress's last for half a day at least.
          if (nonce !== undefined) return { nonce, expiresAt: new Date(Date.now() + 12 * 60 * 60 * 1000) };
          return shop.nonces.issue(null);
        },
        verify(token, request, shopper) {
          const visitor = visitors.get(request);
          if (visitor?.kind === 'user') return true;
          if (shopper !== null) return false;
          return visitor?.kind === 'guest' ? visitor.accepted : shop.nonces.verify(token, null);
        },
      };
    },
    close: site.close,
  };
}
