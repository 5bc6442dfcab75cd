import type { OperationId } from '@genvoris/contract';
import { type Answer, createScenarioServer, type RecordedRequest, type ScenarioServer } from '@genvoris/mock';
import { success } from '../../../core/contract/documented.ts';
import { isJsonObject, parseJson } from '../../../core/http/json.ts';
import { customerIdOf, mints, type Script } from './behaviours.ts';
import type { Canaries } from './canaries.ts';

export interface UpstreamOptions {
  port?: number | undefined;
  host?: string | undefined;
  canaries: Canaries;
}

/** One upstream request with what it was answered, where it was. */
export interface UpstreamExchange {
  request: RecordedRequest;
  answer: Answer | undefined;
}

/** The Genvoris side of a run: the mock's scenarios and faults, set per cell, with canaries in every answer. */
export class ScriptedUpstream {
  readonly #server: ScenarioServer;
  readonly #canaries: Canaries;
  #answers = new Map<RecordedRequest, Answer>();

  private constructor(server: ScenarioServer, canaries: Canaries) {
    this.#server = server;
    this.#canaries = canaries;
  }

  static async open({ port = 0, host = '127.0.0.1', canaries }: UpstreamOptions): Promise<ScriptedUpstream> {
    const server = await createScenarioServer({
      port,
      host,
      checkRequests: false,
      // Slow enough that no body of a useful size ends, fast enough that no idle timeout helps.
      faults: { dripIntervalMs: 20 },
    });
    await server.warmUp();
    return new ScriptedUpstream(server, canaries);
  }

  get url(): string {
    return this.#server.url;
  }

  /** Forgets the cell before and takes this one's script. */
  begin(script: Script): void {
    this.#server.reset();
    this.#answers = new Map();
    this.#server.mutate = (answer, request) => this.#plant(answer, request);
    this.change({ ...goodDay(), ...script });
  }

  /** Changes what some operations do, in the middle of a cell. */
  change(script: Script): void {
    for (const [operationId, behaviour] of Object.entries(script)) {
      this.#server.use(operationId as OperationId, behaviour);
    }
  }

  get requests(): readonly RecordedRequest[] {
    return this.#server.requests;
  }

  /** What happened since `mark` (a count of requests), in order. */
  exchanges(mark: number): UpstreamExchange[] {
    return this.#server.requests
      .slice(mark)
      .map((request) => ({ request, answer: this.#answers.get(request) }));
  }

  get followed(): readonly RecordedRequest[] {
    return this.#server.followed;
  }

  async seen(
    matches: (request: RecordedRequest) => boolean,
    timeoutMs: number,
  ): Promise<RecordedRequest | undefined> {
    return this.#server.waitForRequest(matches, { timeoutMs }).catch(() => undefined);
  }

  /** Gives what is under way a moment to end, so that the next cell does not inherit it. */
  async settle(timeoutMs: number): Promise<void> {
    const closed = ({ timeline }: RecordedRequest) => timeline.closed !== undefined;
    const until = performance.now() + timeoutMs;
    while (this.#server.requests.some((request) => !closed(request)) && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** Runs `during` while nothing listens at the upstream's port. */
  async whileRefused<T>(during: () => Promise<T>): Promise<T> {
    await this.#server.stop();
    try {
      return await during();
    } finally {
      await this.#server.start();
    }
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  #plant(answer: Answer, request: RecordedRequest): Answer {
    const { upstreamBody, upstreamHeader } = this.#canaries;
    const planted: Answer = {
      ...answer,
      headers: {
        ...answer.headers,
        'X-Genvoris-Debug': upstreamHeader,
        'Set-Cookie': `upstream=${upstreamHeader}; Path=/`,
        Server: upstreamHeader,
        'X-Powered-By': upstreamHeader,
        ETag: `"${upstreamHeader}"`,
      },
    };
    const value = parseJson(answer.body);
    const body = isJsonObject(value) ? value : undefined;
    if (body) planted.body = Buffer.from(JSON.stringify(this.#plantBody(body, answer.status, request)));
    for (const name of Object.keys(planted.headers)) {
      if (body && name.toLowerCase() === 'content-length') delete planted.headers[name];
    }
    this.#answers.set(request, planted);
    if (answer.status >= 400 && !body) {
      planted.body = Buffer.concat([answer.body, Buffer.from(upstreamBody)]);
    }
    return planted;
  }

  #plantBody(body: Record<string, unknown>, status: number, request: RecordedRequest) {
    const { upstreamBody } = this.#canaries;
    if (status >= 400) return { ...body, message: upstreamBody, detail: upstreamBody, debug: upstreamBody };
    if (request.operationId !== 'upsertCustomer' || typeof body.externalId !== 'string') return body;
    const asked = request.json() as { externalId?: unknown } | undefined;
    if (typeof asked?.externalId !== 'string') return body;
    const { externalId } = asked;
    return { ...body, externalId, ...(typeof body.id === 'string' && { id: customerIdOf(externalId) }) };
  }
}

function goodDay(): Script {
  return {
    getStatus: success('getStatus'),
    upsertCustomer: success('upsertCustomer'),
    createSession: mints(),
    trackEvents: success('trackEvents'),
    createConversion: success('createConversion'),
    createReturn: success('createReturn'),
    createPlan: success('createPlan'),
    analyzePhoto: success('analyzePhoto'),
    generateTryon: success('generateTryon'),
  };
}
