import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
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
    const chunks: Buffer[] = await message.toArray().catch(() => []);
    const { method = '', url: path = '', headers } = message;
    const request = { method, path, headers, body: Buffer.concat(chunks) };
    const answer = answers[Math.min(received.length, answers.length - 1)];
    received.push(request);
    answer?.(response, request);
  });
  await listen(server);
  onTestFinished(() => void server.closeAllConnections());
  return { url: urlOf(server), received };
}

/** An HTTP server that sees the request while it still arrives. */
export async function handling(
  handle: (message: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handle);
  await listen(server);
  onTestFinished(() => void server.closeAllConnections());
  return urlOf(server);
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
  await listen(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return { url: urlOf(server), sockets };
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

async function listen(server: ReturnType<typeof createSocketServer>): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
}

function urlOf(server: ReturnType<typeof createSocketServer>): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
