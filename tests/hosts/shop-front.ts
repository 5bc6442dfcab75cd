import { createServer, type RequestListener, request } from 'node:http';
import { listenOnLoopback } from '@genvoris/testing/loopback';

/** The web server of a shop: what is for the storefront goes there, everything else to PHP. */
export interface ShopFront {
  /** The shop's origin. */
  readonly url: string;
  /** Where PHP answers. */
  passTo(phpUrl: string): void;
  /** Whose requests go to the storefront. */
  mount(isForStorefront: (url: string) => boolean, storefront: RequestListener): void;
  close(): Promise<void>;
}

export async function startShopFront(): Promise<ShopFront> {
  let php: URL | undefined;
  const mounted: { isFor: (url: string) => boolean; listener: RequestListener }[] = [];
  const server = createServer((message, response) => {
    const { url = '', method, headers } = message;
    const found = mounted.find(({ isFor }) => isFor(url));
    if (found !== undefined) return found.listener(message, response);
    if (php === undefined) return response.writeHead(503).end();
    const { hostname, port } = php;
    const outgoing = request({ hostname, port, path: url, method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    message.pipe(outgoing);
  });
  const { url, close } = await listenOnLoopback(server);
  return {
    url,
    close,
    passTo(phpUrl) {
      php = new URL(phpUrl);
    },
    mount: (isFor, listener) => void mounted.push({ isFor, listener }),
  };
}

/** A listener that hands everything on to a program of ours, as a reverse proxy does. */
export function handOnTo(base: string): RequestListener {
  const { hostname, port } = new URL(base);
  return (message, response) => {
    const { url, method, headers, socket } = message;
    const sent = { ...headers, 'x-forwarded-for': socket.remoteAddress ?? '' };
    const outgoing = request({ hostname, port, path: url, method, headers: sent, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    message.pipe(outgoing);
  };
}
