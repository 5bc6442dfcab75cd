import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import Client from 'undici/lib/dispatcher/client.js';
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import type { TransportOptions } from './types.ts';

/** What a request is sent with, and who hears of what becomes of it. */
export interface Passenger extends Dispatcher.DispatchHandler {
  /** Which client took the request, before it is sent. */
  board(client: KeptClient): void;
}

/** One connection after the other to the same place, and how often the present one was used. */
export class KeptClient extends Client {
  /** Requests that the open connection has carried so far. */
  carried = 0;

  constructor(...settings: ConstructorParameters<typeof Client>) {
    super(...settings);
    this.on('connect', () => {
      this.carried = 0;
    });
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    (handler as Passenger).board(this);
    return super.dispatch(options, handler);
  }
}

/** The connections to one origin: straight, or through the proxies of the environment. */
export class Connections {
  readonly #make: () => Dispatcher;
  readonly #retired: Promise<void>[] = [];
  #present: Dispatcher;
  #closed = false;

  /** @throws TypeError where the origin is none */
  constructor(make: () => Dispatcher) {
    this.#make = make;
    this.#present = make();
  }

  /** Those of now; `renew` takes them back. */
  get present(): Dispatcher {
    return this.#present;
  }

  /**
   * Opens connections afresh in place of these, unless it was done already: where the server has closed one kept
   * connection it most likely has closed the rest. What is under way on them goes on. Returns whether new
   * requests can be sent.
   */
  renew(generation: Dispatcher): boolean {
    if (this.#closed) return false;
    if (generation === this.#present) {
      this.#present = this.#make();
      this.#retire(generation);
    }
    return true;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#present.close(), ...this.#retired]);
  }

  #retire(generation: Dispatcher): void {
    const closing = generation.close().finally(() => {
      this.#retired.splice(this.#retired.indexOf(closing), 1);
    });
    this.#retired.push(closing);
  }
}

/** Returns what makes the connections to an origin. */
export function connector(
  { connections = 128, keepAliveMs = 4000, connectTimeoutMs = 5000, ca }: TransportOptions,
  throughProxies: boolean,
): (origin: string) => Dispatcher {
  const tls = ca === undefined ? {} : { ca };
  const settings = {
    connections,
    pipelining: 1,
    // One protocol, so that one table of failures holds.
    allowH2: false,
    keepAliveTimeout: keepAliveMs,
    factory: (origin: URL, options: object) => new KeptClient(origin, options),
  };
  if (!throughProxies)
    return (origin) => new Pool(origin, { ...settings, connect: { timeout: connectTimeoutMs, ...tls } });
  return () =>
    new EnvHttpProxyAgent({
      ...settings,
      connect: { timeout: connectTimeoutMs, ...tls },
      connectTimeout: connectTimeoutMs,
      requestTls: { timeout: connectTimeoutMs, ...tls },
      proxyTls: { timeout: connectTimeoutMs, ...tls },
      // To the proxy itself, by CONNECT: a proxy that does not answer is given up as a server would be.
      clientFactory: (proxy: URL, options: object) =>
        Object.assign(new Pool(proxy, { ...options, headersTimeout: connectTimeoutMs }), { connect }),
      factory: (origin: string | URL, options: object) => new Pool(origin, { ...options, ...settings }),
    } as EnvHttpProxyAgent.Options);
}
