import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultName } from '@genvoris/contract';
import { type Answer, headerOf, setHeader } from './answer.ts';
import { breakableAnswer, customAnswer, documentedAnswer } from './answers.ts';
import type { Overrides } from './behaviour.ts';
import { scenarioOfBody, scenarioOfHead } from './choose-scenario.ts';
import { allowOrigin, isPreflight, preflightAnswer } from './cors.ts';
import type { FaultTiming } from './faults/exchange.ts';
import { FAULT_HANDLERS } from './faults/handlers.ts';
import { type ParsedBody, parseBody, parseTarget, type Target } from './incoming.ts';
import { defaultExample, findExample, type MockOperation, type NamedExample } from './operations.ts';
import { indexAnswer, mockFailed, unknownPath, unknownScenario } from './own-answers.ts';
import { type Plan, planOfBehaviour, planOfPreference, planOfScenario } from './plan.ts';
import { parsePrefer } from './prefer.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { objectionTo } from './request-check.ts';
import type { RequestLog } from './request-log.ts';
import { route } from './router.ts';
import { FAULT_PREFIX } from './scenario.ts';

/** Changes an answer before it is sent, or before a fault breaks it: in place, or by giving another one. */
export type Mutate =
  | ((answer: Answer, request: RecordedRequest) => Answer | undefined)
  | ((answer: Answer, request: RecordedRequest) => void);

/** What all exchanges of a server share. */
export interface Engine {
  url: () => string;
  elsewhere: () => Promise<string>;
  log: RequestLog;
  overrides: Overrides;
  mutate: () => Mutate | undefined;
  cors: boolean;
  checkRequests: boolean;
  timing: FaultTiming;
  onExchange: ((request: RecordedRequest) => void) | undefined;
}

/** A body larger than this is not kept and not waited for; no operation documents as much. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** Takes one request from its first byte to the end of its answer. Never throws. */
export async function serve(
  engine: Engine,
  request: RecordedRequest,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const taken = takeBody(engine, request, message);
  watch(engine, request, response);
  try {
    await decide(engine, request, response, taken);
  } catch (error) {
    if (!message.socket.destroyed && !response.headersSent)
      send(engine, request, response, mockFailed(error));
  }
}

async function decide(
  engine: Engine,
  request: RecordedRequest,
  response: ServerResponse,
  taken: Promise<boolean>,
): Promise<void> {
  const target = parseTarget(request.target);
  if (engine.cors && isPreflight(request)) return send(engine, request, response, preflightAnswer(request));
  const found = route(request.method, target.path);
  if (!found.found) {
    if (!(await taken)) return;
    const isIndex = request.method === 'GET' && target.path === '/';
    const answer = isIndex ? indexAnswer(engine.url()) : unknownPath(request.method, target.path, found);
    return send(engine, request, response, answer);
  }
  const { operation } = found;
  request.operationId = operation.operationId;

  let plan = await planOfHead(engine, operation, request, target);
  if (plan?.kind === 'fault' && FAULT_HANDLERS[plan.fault].strikes === 'at_headers') {
    return strike(engine, request, response, operation, plan.fault);
  }
  if (plan?.kind === 'custom' && plan.answer.early)
    return carryOut(engine, request, response, operation, target, plan);
  if (!(await taken)) return;
  const body = await parseBody(request);
  if (!plan) {
    const scenario = scenarioOfBody(operation, target, body) ?? { kind: 'default' };
    plan = planOfScenario(operation, scenario);
  }
  return carryOut(engine, request, response, operation, target, plan, body);
}

/** An override first, then `Prefer`, then a path prefix or a key; `undefined` where only the body can tell. */
async function planOfHead(
  engine: Engine,
  operation: MockOperation,
  request: RecordedRequest,
  target: Target,
): Promise<Plan | undefined> {
  const behaviour = await engine.overrides.choose(operation.operationId, request);
  if (behaviour !== undefined) return planOfBehaviour(operation, behaviour);
  const preference = parsePrefer(request.headerValues('prefer'));
  if (preference) return planOfPreference(operation, preference);
  const scenario = scenarioOfHead(request, target);
  return scenario && planOfScenario(operation, scenario);
}

async function carryOut(
  engine: Engine,
  request: RecordedRequest,
  response: ServerResponse,
  operation: MockOperation,
  target: Target,
  plan: Plan,
  body: ParsedBody = { kind: 'none' },
): Promise<void> {
  const path = pathOfSpec(operation, target.path);
  const headers = singleHeaders(request);
  const value = 'value' in body ? body.value : undefined;
  const asked = { path, query: target.query, headers, body: value };
  switch (plan.kind) {
    case 'unknown':
      request.scenario = 'unknown';
      return send(engine, request, response, unknownScenario(plan));
    case 'fault':
      return strike(engine, request, response, operation, plan.fault);
    case 'custom':
      request.scenario = 'custom';
      if (plan.answer.delayMs) await pause(plan.answer.delayMs);
      return send(engine, request, response, customAnswer(plan.answer), operation);
    case 'preferred':
    case 'example': {
      request.scenario = plan.name;
      if (plan.kind === 'example' && plan.delayMs) await pause(plan.delayMs);
      const { dynamic, seed } = plan.kind === 'preferred' ? plan : { dynamic: false, seed: undefined };
      const answer = await documentedAnswer(operation, plan.at, asked, { dynamic, seed });
      return send(engine, request, response, label(answer, operation, plan.at), operation);
    }
    case 'default': {
      const checked = { request, target, path, headers, body };
      const objection = engine.checkRequests ? await objectionTo(operation, checked) : undefined;
      const at = objection?.at ?? lastPage(operation, target) ?? defaultExample(operation);
      request.scenario = objection ? (at.example ?? String(at.status)) : 'default';
      if (plan.delayMs) await pause(plan.delayMs);
      const answer = label(await documentedAnswer(operation, at, asked), operation, at, objection?.because);
      return send(engine, request, response, answer, operation);
    }
  }
}

// A list whose default example names a next page would be read for ever by whoever asks for that page.
function lastPage(operation: MockOperation, target: Target): NamedExample | undefined {
  return target.query.has('cursor') ? findExample(operation, 'last_page') : undefined;
}

async function strike(
  engine: Engine,
  request: RecordedRequest,
  response: ServerResponse,
  operation: MockOperation,
  fault: FaultName,
): Promise<void> {
  request.scenario = `${FAULT_PREFIX}${fault}`;
  const handler = FAULT_HANDLERS[fault];
  const good = handler.strikes === 'after_body' ? await breakableAnswer(operation) : undefined;
  const elsewhere = fault === 'redirect' ? await engine.elsewhere() : '';
  const socket = response.socket;
  if (!socket || socket.destroyed) return;
  const answer = good
    ? (engine.mutate()?.(good, request) ?? good)
    : { status: 0, headers: {}, body: new Uint8Array() };
  if (engine.cors) allowOrigin(answer, request);
  request.state = 'faulted';
  engine.log.changed(request);
  handler.run({ socket, answer, elsewhere, timing: engine.timing });
}

/** Says in a header of the mock's own which answer this is, and why if nobody asked for it. */
function label(answer: Answer, operation: MockOperation, at: NamedExample, because?: string): Answer {
  const name = [operation.operationId, at.status, at.example].filter((part) => part !== undefined).join(' ');
  answer.headers['Genvoris-Mock'] = name;
  // Header values are Latin-1 at most; a sentence about somebody's body may be anything.
  if (because)
    answer.headers['Genvoris-Mock-Because'] = because.slice(0, 1000).replaceAll(/[^\x20-\x7e]/g, '?');
  return answer;
}

function send(
  engine: Engine,
  request: RecordedRequest,
  response: ServerResponse,
  original: Answer,
  operation?: MockOperation,
): void {
  const answer = (operation && engine.mutate()?.(original, request)) || original;
  if (response.destroyed) return;
  if (engine.cors && !isPreflight(request)) allowOrigin(answer, request);
  if (answer.status !== 204 && answer.status !== 304 && headerOf(answer, 'content-length') === undefined) {
    setHeader(answer, 'Content-Length', String(answer.body.length));
  }
  request.status = answer.status;
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

/** Resolves when the body is in: true, or false where the other side went away first. */
function takeBody(engine: Engine, request: RecordedRequest, message: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    message.on('data', (chunk: Uint8Array) => {
      request.receive(chunk);
      engine.log.changed(request);
      if (request.bytesReceived > LARGEST_BODY) message.socket.destroy();
    });
    message.on('end', () => {
      request.timeline.bodyEnd = performance.now();
      if (request.state === 'receiving') request.state = 'received';
      engine.log.received(request);
      resolve(true);
    });
    message.on('error', () => {});
    message.on('close', () => resolve(message.complete));
  });
}

function watch(engine: Engine, request: RecordedRequest, response: ServerResponse): void {
  response.on('finish', () => {
    request.timeline.answered = performance.now();
    request.state = 'answered';
    engine.log.changed(request);
  });
  response.on('close', () => {
    request.timeline.closed = performance.now();
    if (request.state === 'receiving' || request.state === 'received') request.state = 'aborted';
    engine.log.changed(request);
    engine.onExchange?.(request);
  });
}

// A pending answer must not keep a process alive whose server is closed.
function pause(milliseconds: number): Promise<void> {
  return sleep(milliseconds, undefined, { ref: false });
}

function pathOfSpec({ path, mountedPath }: MockOperation, served: string): string {
  return served.slice(mountedPath.length - path.length);
}

function singleHeaders(request: RecordedRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const name = request.rawHeaders[i]?.toLowerCase() ?? '';
    // A scenario is served in its documented media type whatever the client accepts.
    if (name !== 'accept') headers[name] = request.rawHeaders[i + 1] ?? '';
  }
  return headers;
}
