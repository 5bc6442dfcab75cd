import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Dispatcher, Pool } from 'undici';
import { report, UPSTREAM_URL } from '../report-process.ts';
import { API_KEY, MOUNT } from '../workload.ts';

/** Reads nothing and guards nothing: what is left of a proxy when only its two ends remain. */
const pool = new Pool(UPSTREAM_URL, { connections: 128, pipelining: 1 });

class Answer implements Dispatcher.DispatchHandler {
  readonly #response: ServerResponse;
  readonly #chunks: Buffer[] = [];

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
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

function passOn(message: IncomingMessage, response: ServerResponse, body: Buffer | IncomingMessage | null) {
  const { 'content-type': type, 'content-length': length } = message.headers;
  pool.dispatch(
    {
      method: message.method as Dispatcher.HttpMethod,
      path: (message.url ?? '').slice(MOUNT.length).replace('/proxy', ''),
      headers: {
        authorization: `Bearer ${API_KEY}`,
        ...(body && { 'content-type': type, 'content-length': length }),
      },
      body,
      // Timers that a proxy sets itself.
      headersTimeout: 0,
      bodyTimeout: 0,
    },
    new Answer(response),
  );
}

report(
  createServer((message, response) => {
    if (message.method === 'GET') passOn(message, response, null);
    else if (message.readableLength === Number(message.headers['content-length']))
      passOn(message, response, message.read());
    else passOn(message, response, message);
  }),
);
