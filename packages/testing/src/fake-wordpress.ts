import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback } from './loopback.ts';

/** A user of the site, by the name that its cookie carries. */
export interface WordPressUser {
  readonly id: unknown;
  readonly email?: string | undefined;
  readonly capabilities?: unknown;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const COOKIE = /(?:^|; )wordpress_logged_in_[0-9a-f]+=([^;|%]+)/;

/** As much of a WordPress site as a storefront asks: `users/me` and `rest-nonce`, with sessions and nonces as WordPress keeps them. */
export async function startFakeWordPress(find: (name: string) => WordPressUser | undefined) {
  const requests: { url: string; headers: IncomingMessage['headers'] }[] = [];
  /** Which half of a nonce's life it is. */
  let tick = 0;
  let instead: Answer | undefined;

  const nonceOf = (cookie: string, at = tick) =>
    createHash('sha256')
      .update(JSON.stringify([cookie, at]))
      .digest('hex')
      .slice(0, 10);

  const server = createServer((request, response) => {
    const { url = '', headers } = request;
    requests.push({ url, headers });
    if (instead !== undefined) return instead(request, response);
    const cookie = headers.cookie ?? '';
    const [, name] = COOKIE.exec(cookie) ?? [];
    const user = name === undefined ? undefined : find(name);
    // What a guest's nonce is made for does not tell guests apart.
    const holder = user === undefined ? '' : cookie;
    if (url === '/wp-admin/admin-ajax.php?action=rest-nonce')
      return user === undefined ? response.writeHead(400).end('0') : response.end(nonceOf(holder));
    const route = '/wp/v2/users/me';
    const query = 'context=edit&_fields=id,email,capabilities';
    if (url !== `/wp-json${route}?${query}` && url !== `/?rest_route=${route}&${query}`)
      return response.writeHead(404).end('<!doctype html>');
    const nonce = headers['x-wp-nonce'];
    const refuse = (status: number, code: string, message: string) =>
      response.writeHead(status).end(JSON.stringify({ code, message, data: { status } }));
    response.setHeader('Content-Type', 'application/json; charset=UTF-8');
    if (nonce !== undefined) {
      if (nonce !== nonceOf(holder) && nonce !== nonceOf(holder, tick - 1))
        return refuse(403, 'rest_cookie_invalid_nonce', 'Cookie check failed');
      response.setHeader('X-WP-Nonce', nonceOf(holder));
    }
    if (user === undefined || nonce === undefined)
      return refuse(401, 'rest_not_logged_in', 'You are not currently logged in.');
    response.end(JSON.stringify({ capabilities: {}, ...user }));
  });
  const { url, close } = await listenOnLoopback(server);
  return {
    url,
    close,
    requests,
    /** The cookies of a browser in which this user is signed in. */
    cookieOf: (name: string) => `wordpress_logged_in_0123abcd=${name}|1796050868|token|mac`,
    /** The site's nonce for who has these cookies, or for a guest. */
    nonceOf: (cookie = '') => nonceOf(cookie),
    /** Half of a nonce's life passes. */
    passTime() {
      tick += 1;
    },
    answerWith(answer: Answer) {
      instead = answer;
    },
    reset() {
      requests.length = 0;
      instead = undefined;
    },
  };
}
