import http from 'node:http';

export interface RawAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  rawHeaders: string[];
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  json: any;
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
  if (!streamed) outgoing.end(body);
  else {
    void (async () => {
      try {
        for await (const chunk of body) {
          if (outgoing.destroyed) break;
          if (!outgoing.write(chunk)) await new Promise((drained) => outgoing.once('drain', drained));
        }
        outgoing.end();
      } catch (error) {
        outgoing.destroy(error as Error);
      }
    })();
  }
  const incoming = await promise;
  const chunks: Buffer[] = [];
  await new Promise((ended, failed) => {
    incoming
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', ended)
      .on('error', failed);
  });
  // A body that was not sent to its end leaves the connection unfit for another request.
  if (streamed) outgoing.destroy();
  const text = Buffer.concat(chunks).toString();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    rawHeaders: incoming.rawHeaders,
    text,
    json,
  };
}
