import { Listener } from '../listener.ts';
import { RecordedRequest } from '../recorded-request.ts';
import type { RequestLog } from '../request-log.ts';

/**
 * The other origin that `redirect` points to. It answers with a plausible success, so that a follower
 * is fooled rather than stopped, and records whoever comes.
 */
export class Elsewhere {
  readonly #log: RequestLog;
  #listener: Listener | undefined;
  #count = 0;

  constructor(log: RequestLog) {
    this.#log = log;
  }

  get url(): string {
    return this.#listener ? `http://${this.#listener.host}:${this.#listener.port}/elsewhere` : '';
  }

  async start(): Promise<void> {
    // 127.0.0.2 is another host on Linux and Windows; macOS does not configure it.
    for (const host of ['127.0.0.2', '127.0.0.1']) {
      const listener = new Listener(host, 0, (message, response) => {
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
      try {
        await listener.start();
        this.#listener = listener;
        return;
      } catch (error) {
        if (host === '127.0.0.1') throw error;
      }
    }
  }

  async stop(): Promise<void> {
    await this.#listener?.stop();
  }
}
