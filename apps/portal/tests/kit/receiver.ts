import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that remembers what it was sent. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** How it answers from now on. Default: 200 and nothing. */
  answer: (
    request: Received,
  ) => { status: number; body?: string | Buffer; headers?: Record<string, string> } | 'never';
  close(): Promise<void>;
}

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export async function startReceiver(answer: Receiver['answer'] = () => ({ status: 200 })): Promise<Receiver> {
  const listener: RequestListener = async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const received = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
    receiver.received.push(received);
    const reply = receiver.answer(received);
    if (reply !== 'never') response.writeHead(reply.status, reply.headers).end(reply.body);
  };
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answer,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
