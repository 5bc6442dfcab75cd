import {
  Agent,
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type HttpRequest, type HttpResponse, header, withHeader } from './http-message.ts';
import { listenOnLoopback } from './loopback.ts';

export type Forward = (request: HttpRequest) => Promise<HttpResponse>;

/** A mistake, as what happens to a request on its way to a server that makes none, and back. */
export type Mutation = (request: HttpRequest, forward: Forward) => Promise<HttpResponse>;

export interface MutatingProxy {
  /** The server's address, through the proxy. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Stands in front of a server. Without a mutation everything passes byte by byte and end by end; with one, a
 * request is taken whole and goes on whole, whatever becomes of its caller.
 */
export async function startMutatingProxy(
  to: URL,
  mutation: () => Mutation | undefined,
): Promise<MutatingProxy> {
  const agent = new Agent({ keepAlive: true });
  const begin = ({ method, path, headers }: Omit<HttpRequest, 'body'>) =>
    request({
      host: to.hostname,
      port: to.port,
      method,
      path,
      headers: [...headers],
      agent,
      setDefaultHeaders: false,
    });
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, response) => {
    const mutate = mutation();
    const { method = 'GET', url: path = '/', rawHeaders: headers } = incoming;
    if (!mutate) return passOn(incoming, begin({ method, path, headers }), response);
    buffer(incoming)
      .then((body) => mutate({ method, path, headers, body }, (next) => forward(next, begin)))
      .then((answer) => giveBack(answer, response))
      .catch(() => incoming.socket.destroy());
  });
  const { url, close } = await listenOnLoopback(server);
  return {
    url: `${url}${to.pathname.replace(/\/$/, '')}`,
    async close() {
      agent.destroy();
      await close();
    },
  };
}

function passOn(incoming: IncomingMessage, onward: ClientRequest, response: ServerResponse): void {
  response.on('close', () => onward.destroy());
  onward.on('error', () => incoming.socket.resetAndDestroy());
  onward.on('response', (answer) => {
    answer.on('error', () => response.destroy());
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    response.flushHeaders();
    answer.pipe(response);
  });
  incoming.pipe(onward);
}

function forward(whole: HttpRequest, begin: (head: HttpRequest) => ClientRequest): Promise<HttpResponse> {
  const { method, body } = whole;
  const bodiless = body.length === 0 && (method === 'GET' || method === 'HEAD');
  // Chunks stay chunks, for a server may have to count them.
  const chunked = header(whole, 'transfer-encoding') !== undefined;
  const length = bodiless || chunked ? undefined : String(body.length);
  return new Promise((resolve, reject) => {
    begin(withHeader(whole, 'Content-Length', length))
      .on('error', reject)
      .on('response', (answer) => {
        const { statusCode: status = 502, rawHeaders: headers } = answer;
        buffer(answer).then((bytes) => resolve({ status, headers, body: bytes }), reject);
      })
      .end(body);
  });
}

function giveBack(answer: HttpResponse, response: ServerResponse): void {
  const { status, headers, body } = withHeader(answer, 'Transfer-Encoding', undefined);
  const empty = body.length === 0 && (status === 204 || status === 304);
  const whole = withHeader({ headers, body }, 'Content-Length', empty ? undefined : String(body.length));
  response.writeHead(status, [...whole.headers]).end(body);
}
