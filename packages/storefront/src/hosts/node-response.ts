import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core/core.ts';
import type { StorefrontResponse } from '../exchange/request.ts';
import type { NodeRequest } from './node-bridge.ts';

/** Headers of ours that are lists: what the application has put there stays, and ours is added. */
export const LISTS: ReadonlySet<string> = new Set(['Set-Cookie', 'RateLimit', 'RateLimit-Policy']);

/** What says how a body of the application's own would be framed; ours has a length. */
export const FRAMING = ['Transfer-Encoding', 'Trailer'];

/** Has the core answer a request, and writes what it answers; a failure to write it is reported. */
export function serve<Host>(core: Core<Host>, request: NodeRequest<Host>, response: ServerResponse): void {
  void core.handle(request).then((answer) => sendResponse(core, request, response, answer));
}

function sendResponse<Host>(
  core: Core<Host>,
  request: NodeRequest<Host>,
  response: ServerResponse,
  answer: StorefrontResponse,
): void {
  if (response.headersSent) {
    core.unwritten(request, answer, alreadyAnswered());
    return;
  }
  request.answered = true;
  if (response.destroyed) return;
  try {
    write(response, answer);
  } catch (cause) {
    const instead = core.unwritten(request, answer, cause);
    try {
      writePast(response, instead);
    } catch {
      response.destroy();
    }
  }
  // Not the response's `req`, which is no message where something else than Node's server made the response.
  if (!request.message.complete) discardRest(request.message);
}

export function alreadyAnswered(): Error {
  return new Error('the application has answered the request itself, as after a timeout of its own');
}

/**
 * In one write where the body is short. Everything is set and the head is left to `end`, as Express itself does: what
 * sessions, compression and timers put around a response reads headers by `getHeader`, some of it takes no list of
 * them in `writeHead`, and some of it changes them as late as in its `end`.
 */
function write(response: ServerResponse, { status, headers, body }: StorefrontResponse): void {
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = headers[i] as string;
    const value = headers[i + 1] as string;
    response.setHeader(name, LISTS.has(name) ? addedTo(response.getHeader(name), name, value) : value);
  }
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  // Nor is the name it gave a status of its own the name of ours.
  for (const name of FRAMING) if (response.hasHeader(name)) response.removeHeader(name);
  if (Object.hasOwn(response, 'statusMessage')) response.statusMessage = '';
  response.setHeader('Content-Length', length);
  response.statusCode = status;
  // What is put around `end` often takes a chunk for a buffer.
  if (typeof body !== 'string' || response.end !== NODES_OWN_END) response.end(toBuffer(body));
  // Latin-1 is copied as it stands, UTF-8 is encoded again.
  else response.end(body, length === body.length ? 'latin1' : 'utf8');
}

/** Past what stands around the response: it has failed at the answer, and may take a second one for the end of the first. */
function writePast(response: ServerResponse, { status, headers, body }: StorefrontResponse): void {
  const { setHeader, writeHead, end } = Object.getPrototypeOf(response) as ServerResponse;
  for (const name of [...FRAMING, 'Content-Encoding']) response.removeHeader(name);
  for (let i = 0; i + 1 < headers.length; i += 2)
    Reflect.apply(setHeader, response, [headers[i], headers[i + 1]]);
  Reflect.apply(setHeader, response, ['Content-Length', Buffer.byteLength(body)]);
  Reflect.apply(writeHead, response, [status]);
  Reflect.apply(end, response, [toBuffer(body)]);
}

const NODES_OWN_END = ServerResponse.prototype.end;

/** A list with one value more. Cookies stay lines of their own; other lists are one line. */
export function addedTo(
  present: number | string | readonly string[] | undefined,
  name: string,
  value: string,
): string | string[] {
  if (present === undefined) return value;
  const values = typeof present === 'object' ? [...present] : [String(present)];
  if (!values.includes(value)) values.push(value);
  return name === 'Set-Cookie' ? values : values.join(', ');
}

function toBuffer(body: string | Uint8Array): Buffer {
  return typeof body === 'string'
    ? Buffer.from(body)
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

const LINGER_MS = 10_000;

/**
 * Reads what the client still sends of a body that nobody wants. Closing at once would reset the
 * connection, and most clients then never see the answer.
 */
export function discardRest(message: IncomingMessage): void {
  const timer = setTimeout(() => message.destroy(), LINGER_MS).unref();
  message.once('close', () => clearTimeout(timer)).resume();
}
