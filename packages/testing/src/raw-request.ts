import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Json, jsonOf } from './http-message.ts';

export interface RawAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  rawHeaders: string[];
  text: string;
  json: Json;
}

export interface RawRequest {
  method?: string;
  /** Goes on the wire as written. */
  path: string;
  headers?: http.OutgoingHttpHeaders | string[];
  body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  signal?: AbortSignal;
}

const agent = new http.Agent({ keepAlive: true });

/** Sends a request without a browser's or `fetch`'s corrections. */
export async function rawRequest(base: string, request: RawRequest): Promise<RawAnswer> {
  const { hostname, port, pathname } = new URL(base);
  const { method = 'GET', path, headers = {}, body, signal } = request;
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const prefix = pathname.replace(/\/$/, '');
  const streamed = typeof body === 'object' && !(body instanceof Uint8Array);
  const outgoing = http.request({
    hostname,
    port,
    method,
    path: prefix + path,
    headers,
    agent: streamed ? false : agent,
    ...(signal !== undefined && { signal }),
  });
  outgoing.on('response', resolve).on('error', reject);
  // What breaks it off breaks the request too.
  if (streamed) pipeline(body, outgoing).catch(() => {});
  else outgoing.end(body);
  const incoming = await promise;
  const received = await buffer(incoming);
  // A body that was not sent to its end leaves the connection unfit for another request.
  if (streamed) outgoing.destroy();
  const { statusCode: status = 0, headers: answered, rawHeaders } = incoming;
  return {
    status,
    headers: answered,
    rawHeaders,
    text: received.toString(),
    json: jsonOf({ body: received }),
  };
}
