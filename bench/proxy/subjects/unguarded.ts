import type { IncomingMessage, ServerResponse } from 'node:http';
import { Client, type Dispatcher } from 'undici';
import { UPSTREAM_URL } from '../report-process.ts';
import { API_KEY } from '../workload.ts';

/** Connections that wait for a request: not even a pool stands between. */
const idle: Client[] = [];

class Answer implements Dispatcher.DispatchHandler {
  readonly #response: ServerResponse;
  readonly #client: Client;
  readonly #chunks: Buffer[] = [];

  constructor(response: ServerResponse, client: Client) {
    this.#response = response;
    this.#client = client;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    idle.push(this.#client);
    const body = Buffer.concat(this.#chunks).toString('latin1');
    this.#response.writeHead(200, [
      'Content-Type',
      'application/json',
      'Content-Length',
      String(body.length),
    ]);
    this.#response.end(body, 'latin1');
  }

  onRequestStart(): void {}

  onResponseStart(): void {}

  onResponseError(): void {
    this.#response.destroy();
  }
}

/**
 * What is left of a proxy when only its two ends remain, `node:http` and undici: reads nothing, checks
 * nothing, waits for ever. `target` is what stands behind the mount path.
 */
export function passOn(message: IncomingMessage, response: ServerResponse, target: string): void {
  if (message.method === 'GET') send(message, response, target, null);
  // A small body has arrived once the parser is through with its chunk, and is cheaper whole than streamed.
  else
    queueMicrotask(() => {
      const arrived = message.readableLength === Number(message.headers['content-length']);
      send(message, response, target, arrived ? message.read() : message);
    });
}

function send(
  message: IncomingMessage,
  response: ServerResponse,
  target: string,
  body: Buffer | IncomingMessage | null,
): void {
  const { 'content-type': type, 'content-length': length } = message.headers;
  const client = idle.pop() ?? new Client(UPSTREAM_URL, { pipelining: 1 });
  client.dispatch(
    {
      method: message.method as Dispatcher.HttpMethod,
      path: target.replace('/proxy', ''),
      headers: {
        authorization: `Bearer ${API_KEY}`,
        ...(body && { 'content-type': type, 'content-length': length }),
      },
      body,
      headersTimeout: 0,
      bodyTimeout: 0,
    },
    new Answer(response, client),
  );
}
