import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { listenOnLoopback } from '@genvoris/testing/loopback';
import { onTestFinished } from 'vitest';

/** A request as it arrived. */
interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export type Answer = (response: ServerResponse, request: Received) => void;

export interface Loopback {
  url: string;
  received: Received[];
}

/** An HTTP server that gives one answer after the other; the last one stays. */
export async function answering(...answers: Answer[]): Promise<Loopback> {
  const received: Received[] = [];
  const server = createServer(async (message, response) => {
    const body = await buffer(message).catch(() => Buffer.alloc(0));
    const { method = '', url: path = '', headers } = message;
    const request = { method, path, headers, body };
    const answer = answers[Math.min(received.length, answers.length - 1)];
    received.push(request);
    answer?.(response, request);
  });
  const { url, close } = await listenOnLoopback(server);
  onTestFinished(close);
  return { url, received };
}

/** An HTTP server that sees the request while it still arrives. */
export async function handling(
  handle: (message: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const { url, close } = await listenOnLoopback(createServer(handle));
  onTestFinished(close);
  return url;
}

/** A socket server, for what no HTTP server would do. `speak` is called with the first bytes of a request. */
export async function speaking(
  speak: (socket: Socket) => void,
): Promise<{ url: string; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.once('data', () => speak(socket));
  });
  const { url, close } = await listenOnLoopback(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    return close();
  });
  return { url, sockets };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-request-id': 'req_loopback',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
}
