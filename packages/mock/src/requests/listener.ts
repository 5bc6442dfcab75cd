import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type RequestHandler = (message: IncomingMessage, response: ServerResponse) => void;

/** Thrown for a port that cannot be listened on; `code` is Node's, such as `EADDRINUSE`. */
export class ListenError extends Error {
  override name = 'ListenError';
  readonly code: string;
  constructor(code: string, message: string, options: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** An HTTP listener that can go away and come back on the same port, so that "refused" can be real. */
export class Listener {
  readonly host: string;
  #port: number;
  #server: Server | undefined;
  #sockets = new Map<Socket, number>();
  #accepted = 0;
  readonly #onRequest: RequestHandler;

  constructor(host: string, port: number, onRequest: RequestHandler) {
    this.host = host;
    this.#port = port;
    this.#onRequest = onRequest;
  }

  get port(): number {
    return this.#port;
  }

  get listening(): boolean {
    return this.#server?.listening ?? false;
  }

  /** Connections accepted since the start. */
  get accepted(): number {
    return this.#accepted;
  }

  get open(): number {
    return this.#sockets.size;
  }

  connectionNumber(socket: Socket): number {
    return this.#sockets.get(socket) ?? 0;
  }

  async start(): Promise<void> {
    if (this.#server) return;
    const server = createServer({ requestTimeout: 0, keepAliveTimeout: 65_000 }, this.#onRequest);
    server.on('connection', (socket) => {
      this.#accepted += 1;
      this.#sockets.set(socket, this.#accepted);
      socket.on('error', () => {});
      socket.on('close', () => this.#sockets.delete(socket));
    });
    server.on('clientError', (_error, socket) => {
      if (socket.writable)
        socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause: NodeJS.ErrnoException) => reject(this.#explain(cause)));
      server.listen(this.#port, this.host, resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Ends every connection at once and frees the port. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.#sockets.keys()) socket.destroy();
    await closed;
  }

  #explain(cause: NodeJS.ErrnoException): ListenError {
    const code = cause.code ?? 'UNKNOWN';
    const where = `${this.host}:${this.#port}`;
    const text: Record<string, string> = {
      EADDRINUSE: `Port ${this.#port} is in use on ${this.host}. Choose another one (0 picks a free one), or stop what listens there.`,
      EACCES: `Port ${this.#port} may not be opened by this user. Choose one above 1023.`,
      EADDRNOTAVAIL: `${this.host} is not an address of this machine.`,
      ENOTFOUND: `The host name ${this.host} does not resolve.`,
    };
    return new ListenError(code, text[code] ?? `Cannot listen on ${where}: ${cause.message}`, { cause });
  }
}
