import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback } from '@genvoris/testing/loopback';

/** As much of a Laravel application with Sanctum as the side-car talks to. */
export async function startLaravel(shopOrigin: string) {
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = [];
  let answerUser: (id: string | undefined, response: ServerResponse) => void = answerDocumented;

  const server = createServer((message, response) => {
    requests.push({ path: message.url ?? '', headers: message.headers });
    // Sanctum looks at a session cookie only if the page is one it knows.
    const stateful = message.headers.referer?.startsWith(`${shopOrigin}/`);
    const [, id] = /laravel_session=user-(\w+)/.exec(message.headers.cookie ?? '') ?? [];
    if (message.url === '/api/user' || message.url === '/session-user')
      return answerUser(stateful ? id : undefined, response);
    if (message.url !== '/sanctum/csrf-cookie') return response.writeHead(404).end();
    const expires = 'Expires=Fri, 20 Nov 2099 12:00:00 GMT; Max-Age=7200; path=/';
    response.writeHead(204, {
      'Set-Cookie': [
        `XSRF-TOKEN=${encodeURIComponent('eyJpdiI6Ik1hZGUgYnkgTGFyYXZlbCJ9==')}; ${expires}; samesite=lax`,
        `laravel_session=anonymous; ${expires}; httponly; samesite=lax`,
      ],
    });
    response.end();
  });
  const { url, close } = await listenOnLoopback(server);
  return {
    url,
    close,
    requests,
    answerUserWith(answer: typeof answerUser) {
      answerUser = answer;
    },
    reset() {
      requests.length = 0;
      answerUser = answerDocumented;
    },
  };
}

function answerDocumented(id: string | undefined, response: ServerResponse): void {
  response.writeHead(id === undefined ? 401 : 200, { 'Content-Type': 'application/json' });
  response.end(
    JSON.stringify(
      id === undefined
        ? { message: 'Unauthenticated.' }
        : { id: Number(id), name: 'Ada', email: 'ada@shop.example' },
    ),
  );
}
