import { type ClientRequest, Agent as HttpAgent, request as http, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as https } from 'node:https';
import type { BrowserAnswer, Outcome } from './answer.ts';

/** A request as it goes on the wire: `path` is not normalised, header names keep their case and order. */
export interface BrowserRequest {
  method: string;
  path: string;
  headers: [name: string, value: string][];
  body?: Uint8Array | undefined;
  /** The mount it goes to. */
  to: URL;
  over: Connections;
}

/** A request under way, for flows that send it piece by piece or give up on it. */
export interface OpenRequest {
  write: (bytes: Uint8Array) => void;
  end: () => void;
  abort: () => void;
  outcome: Promise<Outcome>;
}

interface StartedRequest extends OpenRequest {
  /** Whether it failed because a kept connection was closed as the request went out, which says nothing of the server. */
  wasStale: () => boolean;
}

/** The connections a browser keeps open. */
export class Connections {
  readonly #http = new HttpAgent({ keepAlive: true, maxSockets: 64 });
  readonly #https = new HttpsAgent({ keepAlive: true, maxSockets: 64 });

  for({ protocol }: URL): HttpAgent {
    return protocol === 'https:' ? this.#https : this.#http;
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }
}

const MOST_STALE = 3;

/** Sends a whole request; once more, as browsers do, where a kept connection had ended in the meantime. */
export async function send(request: BrowserRequest, patienceMs: number): Promise<Outcome> {
  for (let stale = 0; ; stale += 1) {
    const open = start(request, patienceMs, request.over.for(request.to));
    if (request.body) open.write(request.body);
    open.end();
    const outcome = await open.outcome;
    if (!open.wasStale() || stale === MOST_STALE) return outcome;
  }
}

/** Begins a request on a connection of its own, for what is sent piece by piece cannot be sent once more. */
export function openRequest(request: BrowserRequest, patienceMs: number): OpenRequest {
  return start(request, patienceMs, false);
}

function start(request: BrowserRequest, patienceMs: number, agent: HttpAgent | false): StartedRequest {
  const { to: base } = request;
  const secure = base.protocol === 'https:';
  const started: ClientRequest = (secure ? https : http)({
    host: base.hostname.replace(/^\[|\]$/g, ''),
    port: base.port || (secure ? 443 : 80),
    method: request.method,
    path: request.path,
    headers: request.headers.flat(),
    agent,
    ...(secure && { rejectUnauthorized: false }),
    setDefaultHeaders: false,
  });
  let stale = false;
  const outcome = new Promise<Outcome>((resolve) => {
    const timer = setTimeout(() => {
      resolve({ failure: `no complete answer within ${patienceMs} ms` });
      started.destroy();
    }, patienceMs);
    const fail = (why: string) => {
      clearTimeout(timer);
      resolve({ failure: why });
    };
    started.on('error', (error: NodeJS.ErrnoException) => {
      stale = started.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      fail(`the connection failed (${error.code ?? error.message})`);
    });
    started.on('response', (message) => {
      read(message).then(
        (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        () => fail('the answer broke off in the middle of its body'),
      );
    });
  });
  return {
    write: (bytes) => void started.write(bytes),
    end: () => void started.end(),
    abort: () => void started.destroy(),
    outcome,
    wasStale: () => stale,
  };
}

async function read(message: IncomingMessage): Promise<BrowserAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return {
    status: message.statusCode ?? 0,
    statusMessage: message.statusMessage ?? '',
    rawHeaders: [...message.rawHeaders, ...message.rawTrailers],
    body: Buffer.concat(chunks),
  };
}

export function headerOfRequest({ headers }: BrowserRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}
