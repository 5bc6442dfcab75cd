import type { OperationId } from '@genvoris/contract';
import type { Engine, Mutate } from './engine.ts';
import { Exchange } from './exchange.ts';
import type { FaultTiming } from './faults/exchange.ts';
import { RedirectTarget } from './faults/redirect-target.ts';
import { Listener } from './requests/listener.ts';
import { RecordedRequest } from './requests/recorded-request.ts';
import { RequestLog } from './requests/request-log.ts';
import { type BehaviourSource, Overrides } from './scenarios/behaviour.ts';
import { MOCK_OPERATIONS } from './spec/operations.ts';
import { warmUp } from './spec/prism.ts';

/** Options of `createScenarioServer`. */
export interface ScenarioServerOptions {
  /** 0, the default, picks a free one. */
  port?: number | undefined;
  /** Default 127.0.0.1. */
  host?: string | undefined;
  /** Answer preflights and allow every origin; default false here, true in `createMock`. */
  cors?: boolean | undefined;
  /** Answer a request that breaks its operation with the documented 4xx, unless a scenario is asked for; default true. */
  checkRequests?: boolean | undefined;
  /** How many requests are kept (default 10,000) and how many bytes of their bodies (default 256 MiB). */
  keepRequests?: number | undefined;
  keepBytes?: number | undefined;
  /** Called when an exchange is over, however it ended. */
  onExchange?: ((request: RecordedRequest) => void) | undefined;
  faults?: { readonly [Name in keyof FaultTiming]?: FaultTiming[Name] | undefined } | undefined;
}

/** The mock under a test's control: behaviours per operation, every raw request, the listener itself. */
export class ScenarioServer {
  /** Changes every answer of an operation before it is sent, or before a fault breaks it. */
  mutate: Mutate | undefined;
  readonly #overrides = new Overrides();
  readonly #log: RequestLog;
  readonly #followers: RequestLog;
  readonly #redirectTarget: RedirectTarget;
  readonly #listener: Listener;
  #served = 0;

  /** Use `createScenarioServer`, which also listens. */
  constructor(options: ScenarioServerOptions) {
    const { dripIntervalMs = 200, settleMs = 30, oversizeBytes = 256 * 1024 * 1024 } = options.faults ?? {};
    const { port = 0, host = '127.0.0.1', cors = false, checkRequests = true } = options;
    const limits = {
      keep: options.keepRequests ?? 10_000,
      keepBytes: options.keepBytes ?? 256 * 1024 * 1024,
    };
    this.#log = new RequestLog(limits);
    this.#followers = new RequestLog({ ...limits, keep: Math.max(limits.keep, 100) });
    this.#redirectTarget = new RedirectTarget(this.#followers);
    const engine: Engine = {
      url: () => this.url,
      redirectTarget: () => this.#redirectTarget.start(),
      log: this.#log,
      overrides: this.#overrides,
      mutate: () => this.mutate,
      cors,
      checkRequests,
      timing: { dripIntervalMs, settleMs, oversizeBytes },
      onExchange: options.onExchange,
    };
    this.#listener = new Listener(host, port, (message, response) => {
      this.#served += 1;
      const request = new RecordedRequest(
        this.#served,
        this.#listener.connectionNumber(message.socket),
        message,
      );
      this.#log.add(request);
      this.#log.changed(request);
      void new Exchange(engine, request, message, response).run();
    });
  }

  get host(): string {
    return this.#listener.host;
  }

  get port(): number {
    return this.#listener.port;
  }

  /** `http://host:port`, without a slash at the end. */
  get url(): string {
    const host = this.host === '0.0.0.0' || this.host === '::' ? '127.0.0.1' : this.host;
    return `http://${host.includes(':') ? `[${host}]` : host}:${this.port}`;
  }

  /** The same, for consumers that are configured by a base URL alone. */
  scenarioUrl(scenario: string): string {
    return `${this.url}/scenario/${encodeURIComponent(scenario)}`;
  }

  /** Requests in order of arrival, as raw as they came; they fill up while they are served. */
  get requests(): readonly RecordedRequest[] {
    return this.#log.requests;
  }

  /** Requests that followed the `redirect` fault to the other origin. There should be none. */
  get followed(): readonly RecordedRequest[] {
    return this.#followers.requests;
  }

  /** TCP connections accepted since the start, and open now. */
  get connections(): { accepted: number; open: number } {
    return { accepted: this.#listener.accepted, open: this.#listener.open };
  }

  /** Sets what an operation does whatever key a request carries. @throws TypeError if it has no such scenario */
  use(operationId: OperationId, behaviour: BehaviourSource): this {
    this.#overrides.use(operationId, behaviour);
    return this;
  }

  /** Forgets the behaviour of one operation, or of all, with `mutate` and the recorded requests. */
  reset(operationId?: OperationId): this {
    this.#overrides.reset(operationId);
    if (operationId === undefined) {
      this.mutate = undefined;
      this.clearRequests();
    }
    return this;
  }

  clearRequests(): void {
    this.#log.clear();
    this.#followers.clear();
  }

  /** Resolves with the first request, past or future, that matches. Looks again at every chunk and change. */
  waitForRequest(
    matches: (request: RecordedRequest) => boolean,
    options: { timeoutMs?: number | undefined } = {},
  ): Promise<RecordedRequest> {
    return this.#log.waitFor(matches, options.timeoutMs);
  }

  /** Ends every connection and leaves the port: connecting is then refused. */
  stop(): Promise<void> {
    return this.#listener.stop();
  }

  /** Listens (again), on the same port as before. */
  async start(): Promise<void> {
    await this.#listener.start();
  }

  /** Loads Prism and the specs now rather than at the first request (about half a second, once per process). */
  async warmUp(): Promise<void> {
    await warmUp(new Set(MOCK_OPERATIONS.map(({ spec }) => spec)));
  }

  async close(): Promise<void> {
    await Promise.all([this.#listener.stop(), this.#redirectTarget.stop()]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/**
 * Starts a scripted upstream for a test.
 *
 * @throws ListenError where the port cannot be had
 * @example
 * await using upstream = await createScenarioServer();
 * upstream.use('getStatus', ['EXHAUSTED', { fault: 'reset_mid_body' }]);
 */
export async function createScenarioServer(options: ScenarioServerOptions = {}): Promise<ScenarioServer> {
  const server = new ScenarioServer(options);
  await server.start();
  return server;
}
