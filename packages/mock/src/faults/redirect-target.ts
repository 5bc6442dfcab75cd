import { Listener } from '../requests/listener.ts';
import { RecordedRequest } from '../requests/recorded-request.ts';
import type { RequestLog } from '../requests/request-log.ts';

/**
 * The other origin that `redirect` points to. It answers with a plausible success, so that a follower
 * is fooled rather than stopped, and records each visit.
 */
export class RedirectTarget {
  readonly #log: RequestLog;
  #listener: Listener | undefined;
  #url: Promise<string> | undefined;
  #count = 0;

  constructor(log: RequestLog) {
    this.#log = log;
  }

  /** Listens, if it does not yet, and returns its URL. */
  start(): Promise<string> {
    this.#url ??= this.#listen();
    return this.#url;
  }

  async #listen(): Promise<string> {
    // 127.0.0.2 is another host on Linux and Windows; macOS does not configure it.
    const listener = await this.#listenOn('127.0.0.2').catch(() => this.#listenOn('127.0.0.1'));
    this.#listener = listener;
    return `http://${listener.host}:${listener.port}/elsewhere`;
  }

  async #listenOn(host: string): Promise<Listener> {
    const listener: Listener = new Listener(host, 0, (message, response) => {
      this.#count += 1;
      const request = new RecordedRequest(this.#count, listener.connectionNumber(message.socket), message);
      this.#log.add(request);
      message.on('data', (chunk: Uint8Array) => request.receive(chunk));
      message.on('end', () => {
        request.timeline.bodyEnd = performance.now();
        request.state = 'answered';
        this.#log.received(request);
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end('{"access":"ALLOWED"}');
      });
    });
    await listener.start();
    return listener;
  }

  async stop(): Promise<void> {
    await this.#url;
    await this.#listener?.stop();
  }
}
