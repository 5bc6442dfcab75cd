import { CannotDriveError, CannotRunError } from '../../../core/cells/errors.ts';
import { isAnswer } from '../../../core/http/answer.ts';
import { Connections, openRequest } from '../../../core/http/send.ts';
import { type Call, type ProviderOperationId, takesKeyInBody, toWire } from '../calls/call.ts';
import { describe, type Reply, toReply } from '../calls/reply.ts';
import {
  NAMED_STATES,
  type ProviderState,
  type StateHandler,
  type StateParams,
} from '../states/provider-state.ts';

export interface ProviderSettings {
  readonly target: URL;
  readonly apiKey: string;
  readonly secondApiKey: string | undefined;
  readonly internalSecret: string | undefined;
  /** A picture of a product that the provider can fetch. */
  readonly productImage: string | undefined;
  readonly setup: StateHandler | undefined;
  readonly patienceMs: number;
}

/** Who calls: the first store unless said otherwise. */
export interface Caller {
  readonly key?: string;
  readonly target?: string;
}

/** A call, whole or by its operation, the parameters of its path and what else it has. */
type Named =
  | [call: Call]
  | [operationId: ProviderOperationId, params?: Call['params'], more?: Omit<Call, 'operationId' | 'params'>];

function toCall([first, params = {}, more]: Named): Call {
  return typeof first === 'string' ? { operationId: first, params, ...more } : first;
}

/** What a cell acts on. It keeps every answer that was seen, to be judged when the cell ends. */
export class ProviderHarness {
  readonly settings: ProviderSettings;
  readonly replies: Reply[] = [];
  readonly #connections = new Connections();
  #made: { id: string; key: string | null | undefined; target: string | undefined }[] = [];
  readonly #kept = new Map<string, unknown>();
  #serial = 0;
  // Ids of an earlier run against the same server must not turn up again.
  readonly #seed = `${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;

  constructor(settings: ProviderSettings) {
    this.settings = settings;
  }

  /** A text that nothing else of this or another run is named by. */
  fresh(prefix: string): string {
    this.#serial += 1;
    return `${prefix}${this.#seed}${this.#serial.toString(36)}`;
  }

  /** Sends a call as the first store, unless it says otherwise, and keeps the answer for judgement. */
  async send(...named: Named): Promise<Reply> {
    const call = toCall(named);
    const { apiKey, internalSecret = null } = this.settings;
    const whole = {
      ...call,
      key: call.key === undefined ? apiKey : call.key,
      secret: call.secret === undefined ? internalSecret : call.secret,
    };
    const reply = await this.#exchange(whole);
    this.replies.push(reply);
    if (call.operationId === 'createWebhookEndpoint' && reply.status === 201)
      this.#made.push({ id: reply.body?.id, key: whole.key, target: call.target });
    return reply;
  }

  async #exchange(call: Call): Promise<Reply> {
    const to = call.target === undefined ? this.settings.target : new URL(call.target);
    const wire = toWire(call, to);
    const open = openRequest(
      { method: wire.method, path: wire.path, headers: wire.headers, to, over: this.#connections },
      this.settings.patienceMs,
    );
    // In chunks the length is not known before the end; the server must count.
    if (wire.body && wire.chunked)
      for (let at = 0; at < wire.body.length; at += 65_536) open.write(wire.body.subarray(at, at + 65_536));
    else if (wire.body) open.write(wire.body);
    open.end();
    return toReply(call, await open.outcome);
  }

  /** @throws CannotRunError if nothing answers at the target */
  async reachable(): Promise<void> {
    const { outcome } = await this.#exchange({ operationId: 'getStatus', key: null });
    if (isAnswer(outcome)) return;
    const message = `--target ${this.settings.target.href} does not answer: ${outcome.failure}.`;
    throw new CannotRunError('unreachable', message);
  }

  /** A step on the way to what the cell is about. @throws CannotDriveError unless it succeeds */
  async must(...named: Named): Promise<Reply> {
    const reply = await this.send(...named);
    if (reply.status >= 200 && reply.status < 300) return reply;
    throw new CannotDriveError(
      `a step on the way, ${reply.call.operationId}, was answered ${describe(reply)}`,
    );
  }

  // biome-ignore lint/suspicious/noExplicitAny: a check says what it expects of an answer
  async read(...named: Named): Promise<any> {
    return (await this.must(...named)).body;
  }

  async enter(state: Omit<ProviderState, 'apiKey'>): Promise<StateParams | undefined> {
    return this.settings.setup?.({ ...state, apiKey: this.settings.apiKey });
  }

  /** The key of a store in this state. @throws CannotDriveError if the setup hook does not know the state */
  async keyIn(state: keyof typeof NAMED_STATES, operationId: ProviderOperationId): Promise<string> {
    const given = await this.enter({ state, operationId });
    if (given) return given.apiKey ?? this.settings.apiKey;
    throw new CannotDriveError(
      `it needs the state ${state}, which --setup does not bring about: ${NAMED_STATES[state]}`,
    );
  }

  /** The second store's key. @throws CannotDriveError if none was given */
  secondKey(): string {
    if (this.settings.secondApiKey !== undefined) return this.settings.secondApiKey;
    throw new CannotDriveError('it needs a second store: --second-api-key');
  }

  /** @throws CannotDriveError if track cannot be called */
  needSecret(operationId: ProviderOperationId): void {
    if (takesKeyInBody(operationId) && this.settings.internalSecret === undefined)
      throw new CannotDriveError('it needs --internal-secret');
  }

  /** Makes something on its first use and keeps it for the whole run. */
  async once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
    const known = this.#kept.get(name);
    if (known !== undefined) return known as Made;
    const made = await make();
    this.#kept.set(name, made);
    this.#made.splice(0);
    return made;
  }

  /** Forgets the cell's answers, and takes back its webhook endpoints, of which a store has at most 20. */
  async end(): Promise<void> {
    for (const { id, key, target } of this.#made.splice(0)) {
      const call: Call = { operationId: 'deleteWebhookEndpoint', params: { id }, key: key ?? null, target };
      await this.#exchange(call);
    }
    this.replies.length = 0;
  }

  close(): void {
    this.#connections.close();
  }
}

/** A call with what a state gives laid over it. */
export function withStateParams(call: Call, given: StateParams | undefined): Call {
  if (!given) return call;
  const { target, apiKey, internalSecret, params, query, headers, body } = given;
  return {
    ...call,
    ...(target !== undefined && { target }),
    ...(apiKey !== undefined && { key: apiKey }),
    ...(internalSecret !== undefined && { secret: internalSecret }),
    params: { ...call.params, ...params },
    query: { ...call.query, ...query },
    headers: { ...call.headers, ...headers },
    body: body === undefined ? call.body : withFields(call.body, body),
  };
}

function withFields(body: Call['body'], fields: Readonly<Record<string, unknown>>): Call['body'] {
  const texts = () =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  if (body === undefined) return { json: fields };
  if ('json' in body) return { json: { ...(body.json as object), ...fields } };
  if ('urlencoded' in body) return { urlencoded: { ...body.urlencoded, ...texts() } };
  if ('form' in body) return { ...body, form: { ...body.form, ...texts() } };
  return body;
}
