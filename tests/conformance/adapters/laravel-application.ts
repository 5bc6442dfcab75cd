import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { type Loopback, listenOnLoopback } from '@genvoris/testing/loopback';
import { shopperOf } from './shopper.ts';

/** The two routes of a Laravel application with Sanctum that the side-car asks. */
export async function startLaravelApplication(): Promise<Loopback> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    if (request.url === '/sanctum/csrf-cookie') {
      const token = encodeURIComponent(randomBytes(30).toString('base64'));
      const cookies = [
        `XSRF-TOKEN=${token}; expires=Fri, 20 Nov 2099 12:00:00 GMT; path=/`,
        'laravel_session=abc; path=/; httponly',
      ];
      response.writeHead(204, { 'Set-Cookie': cookies }).end();
      return;
    }
    const shopper = request.url === '/api/user' ? shopperOf(request.headers.cookie) : null;
    if (!shopper) response.writeHead(401).end('{"message":"Unauthenticated."}');
    else response.end(JSON.stringify({ id: Number(shopper.id), name: 'Ada', email: 'ada@shop.example' }));
  });
  return listenOnLoopback(server);
}
