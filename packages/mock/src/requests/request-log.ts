import type { RecordedRequest } from './recorded-request.ts';

export interface RequestLogOptions {
  /** How many requests are kept; the oldest go first. */
  keep: number;
  /** How many body bytes are kept over all of them. */
  keepBytes: number;
}

type Waiter = { matches: (request: RecordedRequest) => boolean; resolve: (request: RecordedRequest) => void };

/** The requests of a server in order of arrival, bounded so that a mock can run for weeks. */
export class RequestLog {
  #requests: RecordedRequest[] = [];
  #bytes = 0;
  #waiters = new Set<Waiter>();
  readonly #options: RequestLogOptions;

  constructor(options: RequestLogOptions) {
    this.#options = options;
  }

  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  add(request: RecordedRequest): void {
    if (this.#options.keep === 0) return;
    this.#requests.push(request);
    if (this.#requests.length > this.#options.keep) this.#drop();
  }

  clear(): void {
    this.#requests = [];
    this.#bytes = 0;
  }

  /** Called once per request, when its body has arrived. */
  received(request: RecordedRequest): void {
    if (this.#options.keep === 0) return;
    this.#bytes += request.bytesReceived;
    while (this.#bytes > this.#options.keepBytes && this.#requests.length > 1) this.#drop();
    this.changed(request);
  }

  /** Called whenever a request moves on, so that those who wait for it look again. */
  changed(request: RecordedRequest): void {
    for (const waiter of [...this.#waiters]) {
      if (!waiter.matches(request)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(request);
    }
  }

  /** Resolves with the first request, past or future, that matches; rejects after `timeoutMs`. */
  waitFor(matches: (request: RecordedRequest) => boolean, timeoutMs = 5000): Promise<RecordedRequest> {
    const past = this.#requests.find(matches);
    if (past) return Promise.resolve(past);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        matches,
        resolve: (request) => {
          clearTimeout(timer);
          resolve(request);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new Error(`No matching request arrived within ${timeoutMs} ms.`));
      }, timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  #drop(): void {
    const oldest = this.#requests.shift();
    if (oldest?.timeline.bodyEnd !== undefined) this.#bytes -= oldest.bytesReceived;
  }
}
