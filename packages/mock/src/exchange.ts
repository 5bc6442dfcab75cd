import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultName } from '@genvoris/contract';
import { type Answer, headerOf, setHeader } from './answers/answer.ts';
import { breakableAnswer, customAnswer, documentedAnswer } from './answers/answers.ts';
import { asAsked } from './answers/as-asked.ts';
import { allowOrigin, isPreflight, preflightAnswer } from './answers/cors.ts';
import { namingFields } from './answers/naming-fields.ts';
import { indexAnswer, mockFailed, unknownPath, unknownScenario } from './answers/own-answers.ts';
import type { Engine } from './engine.ts';
import { FAULT_HANDLERS } from './faults/handlers.ts';
import { recordBody, recordEnd } from './read-request.ts';
import { type ParsedBody, parseBody, parseTarget, type Target } from './requests/incoming.ts';
import type { RecordedRequest } from './requests/recorded-request.ts';
import { findViolation } from './requests/request-check.ts';
import { scenarioOfBody, scenarioOfHead } from './scenarios/choose-scenario.ts';
import { fittingExample } from './scenarios/fitting-example.ts';
import { type Plan, planOfBehaviour, planOfPreference, planOfScenario } from './scenarios/plan.ts';
import { parsePrefer } from './scenarios/prefer.ts';
import { FAULT_PREFIX } from './scenarios/scenario.ts';
import type { MockOperation, NamedExample } from './spec/operations.ts';
import type { PrismRequest } from './spec/prism.ts';
import { route } from './spec/router.ts';

/** One request on its way to its answer, or to its fault. */
export class Exchange {
  readonly #engine: Engine;
  readonly #request: RecordedRequest;
  readonly #response: ServerResponse;
  readonly #target: Target;
  /** True once the body is in, false where the other side went away first. */
  readonly #taken: Promise<boolean>;

  constructor(engine: Engine, request: RecordedRequest, message: IncomingMessage, response: ServerResponse) {
    this.#engine = engine;
    this.#request = request;
    this.#response = response;
    this.#target = parseTarget(request.target);
    this.#taken = recordBody(engine, request, message);
    recordEnd(engine, request, response);
  }

  /** Sees the exchange through. Never throws: a fault of the mock is answered as such. */
  async run(): Promise<void> {
    try {
      await this.#run();
    } catch (error) {
      if (!this.#response.headersSent) this.#send(mockFailed(error));
    }
  }

  async #run(): Promise<void> {
    const { method } = this.#request;
    const { path } = this.#target;
    if (this.#engine.cors && isPreflight(this.#request)) return this.#send(preflightAnswer(this.#request));
    const found = route(method, path);
    if (found.found) return this.#serve(found.operation);
    if (!(await this.#taken)) return;
    const isIndex = method === 'GET' && path === '/';
    this.#send(isIndex ? indexAnswer(this.#engine.url()) : unknownPath(method, path, found));
  }

  async #serve(operation: MockOperation): Promise<void> {
    this.#request.operationId = operation.operationId;
    const plan = await this.#planOfHead(operation);
    if (plan?.kind === 'fault' && FAULT_HANDLERS[plan.fault].appliesAt === 'at_headers') {
      return this.#applyFault(operation, plan.fault);
    }
    if (plan?.kind === 'custom' && plan.answer.early)
      return this.#carryOut(operation, plan, { kind: 'none' });
    if (!(await this.#taken)) return;
    const body = await parseBody(this.#request);
    const fallback = () => scenarioOfBody(operation, this.#target, body) ?? { kind: 'default' as const };
    await this.#carryOut(operation, plan ?? planOfScenario(operation, fallback()), body);
  }

  /** An override first, then `Prefer`, then a path prefix or a key; `undefined` where only the body can tell. */
  async #planOfHead(operation: MockOperation): Promise<Plan | undefined> {
    const behaviour = await this.#engine.overrides.choose(operation.operationId, this.#request);
    if (behaviour !== undefined) return planOfBehaviour(operation, behaviour);
    const preference = parsePrefer(this.#request.headerValues('prefer'));
    if (preference) return planOfPreference(operation, preference);
    const scenario = scenarioOfHead(this.#request, this.#target);
    return scenario && planOfScenario(operation, scenario);
  }

  async #carryOut(operation: MockOperation, plan: Plan, body: ParsedBody): Promise<void> {
    const request = this.#request;
    const asked = this.#asPrismReads(operation, body);
    switch (plan.kind) {
      case 'unknown':
        request.scenario = 'unknown';
        return this.#send(unknownScenario(plan));
      case 'fault':
        return this.#applyFault(operation, plan.fault);
      case 'custom':
        request.scenario = 'custom';
        await pause(plan.answer.delayMs);
        return this.#send(customAnswer(plan.answer), operation);
      case 'preferred': {
        request.scenario = plan.name;
        const answer = await documentedAnswer(operation, plan.at, asked, plan);
        return this.#send(label(answer, operation, plan.at), operation);
      }
      case 'example':
        request.scenario = plan.name;
        await pause(plan.delayMs);
        return this.#send(
          label(await documentedAnswer(operation, plan.at, asked), operation, plan.at),
          operation,
        );
      case 'default': {
        const checked = { request, target: this.#target, path: asked.path, headers: asked.headers, body };
        const violation = this.#engine.checkRequests ? await findViolation(operation, checked) : undefined;
        const at = violation?.at ?? (await fittingExample(operation, this.#target, body));
        request.scenario = violation ? (at.example ?? String(at.status)) : 'default';
        await pause(plan.delayMs);
        const documented = await documentedAnswer(operation, at, asked);
        const answer = violation
          ? namingFields(documented, violation)
          : await asAsked(documented, operation, at, asked);
        return this.#send(label(answer, operation, at, violation?.because), operation);
      }
    }
  }

  async #applyFault(operation: MockOperation, fault: FaultName): Promise<void> {
    this.#request.scenario = `${FAULT_PREFIX}${fault}`;
    const { appliesAt, run } = FAULT_HANDLERS[fault];
    const answer = appliesAt === 'after_body' ? this.#mutated(await breakableAnswer(operation)) : none();
    if (this.#engine.cors) allowOrigin(answer, this.#request);
    const redirectTarget = fault === 'redirect' ? await this.#engine.redirectTarget() : '';
    const { socket } = this.#response;
    if (!socket || socket.destroyed) return;
    this.#request.state = 'faulted';
    this.#engine.log.changed(this.#request);
    run({ socket, answer, redirectTarget, timing: this.#engine.timing });
  }

  #send(original: Answer, operation?: MockOperation): void {
    const answer = operation ? this.#mutated(original) : original;
    if (this.#response.destroyed) return;
    if (this.#engine.cors && !isPreflight(this.#request)) allowOrigin(answer, this.#request);
    const hasLength = headerOf(answer, 'content-length') !== undefined || answer.status === 204;
    if (!hasLength && answer.status !== 304) setHeader(answer, 'Content-Length', String(answer.body.length));
    this.#request.status = answer.status;
    this.#response.writeHead(answer.status, answer.headers);
    this.#response.end(answer.body);
  }

  #mutated(answer: Answer): Answer {
    return this.#engine.mutate()?.(answer, this.#request) ?? answer;
  }

  #asPrismReads({ path, mountedPath }: MockOperation, body: ParsedBody): PrismRequest {
    const mount = mountedPath.length - path.length;
    const headers: Record<string, string> = {};
    const { rawHeaders } = this.#request;
    for (let i = 0; i < rawHeaders.length; i += 2) {
      const name = rawHeaders[i]?.toLowerCase() ?? '';
      // A scenario is served in its documented media type whatever the client accepts.
      if (name !== 'accept') headers[name] = rawHeaders[i + 1] ?? '';
    }
    const value = 'value' in body ? body.value : undefined;
    return { path: this.#target.path.slice(mount), query: this.#target.query, headers, body: value };
  }
}

/** What a fault has to work with that does not get as far as an answer. */
function none(): Answer {
  return { status: 0, headers: {}, body: new Uint8Array() };
}

/** Says in a header of the mock's own which answer this is, and why if nobody asked for it. */
function label(answer: Answer, operation: MockOperation, at: NamedExample, because = ''): Answer {
  const name = [operation.operationId, at.status, at.example].filter((part) => part !== undefined).join(' ');
  answer.headers['Genvoris-Mock'] = name;
  // Header values are Latin-1 at most; a sentence about somebody's body may be anything.
  const reason = because.slice(0, 1000).replaceAll(/[^\x20-\x7e]/g, '?');
  if (reason) answer.headers['Genvoris-Mock-Because'] = reason;
  return answer;
}

// A pending answer must not keep a process alive whose server is closed.
async function pause(milliseconds = 0): Promise<void> {
  if (milliseconds > 0) await sleep(milliseconds, undefined, { ref: false });
}
