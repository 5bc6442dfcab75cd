import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Connections, send } from './send.ts';

describe('send', () => {
  let answered = 0;
  let always = false;
  // Answers the first request of a connection; the next one finds it closed, as after its idle time.
  const server = createServer((request, response) => {
    if (always || request.socket.bytesWritten > 0) request.socket.resetAndDestroy();
    else {
      answered += 1;
      response.end('{}');
    }
  });
  const over = new Connections();
  let to: URL;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    to = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(() => {
    over.close();
    server.closeAllConnections();
    server.close();
  });

  const post = () =>
    send(
      {
        method: 'POST',
        path: '/',
        headers: [
          ['Host', to.host],
          ['Content-Length', '2'],
        ],
        body: Buffer.from('{}'),
        to,
        over,
      },
      5000,
    );

  test('sends once more on a connection that was kept and has ended', async () => {
    expect(await post()).toMatchObject({ status: 200 });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await post()).toMatchObject({ status: 200 });
    expect(answered).toBe(2);
  });

  test('tells of a server that resets what is new', async () => {
    always = true;
    expect(await post()).toEqual({ failure: 'the connection failed (ECONNRESET)' });
  });
});
