import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenOnLoopback } from '@genvoris/testing/loopback';

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
    const received = { path: request.url ?? '', headers: request.headers, body: await buffer(request) };
    receiver.received.push(received);
    const reply = receiver.answer(received);
    if (reply !== 'never') response.writeHead(reply.status, reply.headers).end(reply.body);
  };
  const { url, close } = await listenOnLoopback(createServer(listener));
  const receiver: Receiver = { url, received: [], answer, close };
  return receiver;
}
