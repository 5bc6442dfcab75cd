import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ProxiedRequest {
  method: string;
  /** Path and query, as they came. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface ProxiedAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export type Forward = (request: ProxiedRequest) => Promise<ProxiedAnswer>;

/** A mistake, as what happens to a request on its way to a server that makes none, and back. */
export type Mangle = (request: ProxiedRequest, forward: Forward) => Promise<ProxiedAnswer>;

export interface ManglingProxy {
  /** The address at which another one is reached through the proxy. */
  front(target: string): string;
  mangle: Mangle;
  close(): Promise<void>;
}

export const HONEST: Mangle = (request, forward) => forward(request);

export async function startManglingProxy(): Promise<ManglingProxy> {
  const targets: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const [, index = '0', path = '/'] = /^\/t(\d+)(\/.*|$)/.exec(incoming.url ?? '') ?? [];
    const request = {
      method: incoming.method ?? 'GET',
      path: path || '/',
      headers: { ...incoming.headers },
      body: Buffer.concat(chunks),
    };
    try {
      const answer = await proxy.mangle(request, (next) => forwardTo(targets[Number(index)] ?? '', next));
      const { 'transfer-encoding': _chunked, 'content-length': _length, ...headers } = answer.headers;
      const known = Object.entries(headers).filter((entry) => entry[1] !== undefined);
      outgoing.writeHead(answer.status, Object.fromEntries(known) as Record<string, string>).end(answer.body);
    } catch {
      outgoing.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const proxy: ManglingProxy = {
    mangle: HONEST,
    front(target) {
      const known = targets.indexOf(target);
      const index = known >= 0 ? known : targets.push(target) - 1;
      return `${base}/t${index}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function forwardTo(target: string, { method, path, headers, body }: ProxiedRequest): Promise<ProxiedAnswer> {
  const { host: _host, connection: _connection, 'transfer-encoding': chunked, ...rest } = headers;
  const kept = Object.fromEntries(Object.entries(rest).filter((entry) => entry[1] !== undefined));
  const url = new URL(target);
  const length =
    chunked === undefined ? { 'content-length': String(body.length) } : { 'transfer-encoding': 'chunked' };
  const bodiless = body.length === 0 && (method === 'GET' || method === 'HEAD');
  return new Promise((resolve, reject) => {
    const started = send({
      host: url.hostname,
      port: url.port,
      method,
      path,
      headers: { ...kept, ...(!bodiless && length) },
    });
    started.on('error', reject).on('response', async (message) => {
      const chunks: Buffer[] = [];
      for await (const chunk of message) chunks.push(chunk as Buffer);
      resolve({ status: message.statusCode ?? 0, headers: message.headers, body: Buffer.concat(chunks) });
    });
    started.end(body);
  });
}
