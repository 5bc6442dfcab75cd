import { OPERATIONS } from '@genvoris/contract/operations/storefront';
import { clientAddress, createRequestId, isRequestId } from '@genvoris/http';
import type { Failure, Outcome } from '../exchange/failure.ts';
import type { Tell } from '../exchange/note.ts';
import type { StorefrontRequest, StorefrontResponse } from '../exchange/request.ts';
import { findRoute, type Route } from '../exchange/routes.ts';
import { checkOrigin } from '../guards/origin.ts';
import { createRateLimits } from '../guards/rate-limit.ts';
import type { Services } from '../operations/operation.ts';
import { HANDLERS } from '../operations/operations.ts';
import { toShopper } from '../shoppers/shopper.ts';
import type { Reporter } from './error-report.ts';
import { type FailureAnswer, toFailureAnswer } from './failure-answer.ts';
import type { InFlight } from './in-flight.ts';
import type { Settings } from './options.ts';
import type { Platform } from './platform.ts';

/** Answers a request. Never rejects. */
export type Handler<Host> = (request: StorefrontRequest<Host>) => Promise<StorefrontResponse>;

/** What every answer carries behind its request id; nothing of an upstream's headers is among it. */
const FIXED_HEADERS: readonly string[] = [
  'Content-Type',
  'application/json',
  'Cache-Control',
  'private, no-store',
  'X-Content-Type-Options',
  'nosniff',
];

/** What is answered, and reported, instead of an answer that the host could not write. */
export function createUnwritten(report: Reporter, platform: Pick<Platform, 'findPath' | 'nativeError'>) {
  return (request: StorefrontRequest, answer: StorefrontResponse, cause: unknown): StorefrontResponse => {
    const operationId = routeOf(request, platform)?.operationId;
    const [, requestId = ''] = answer.headers;
    const failure = { kind: 'internal', cause } as const;
    const failed = toFailureAnswer(failure, operationId);
    report.failed(failure, failed, { requestId, operationId });
    const { status, body } = nativeForm(failure, failed, platform);
    return { status, headers: ['X-Request-Id', requestId, ...FIXED_HEADERS], body: JSON.stringify(body) };
  };
}

/** The platform's form, or the contract's where that fails. */
function nativeForm(failure: Failure, failed: FailureAnswer, { nativeError }: Pick<Platform, 'nativeError'>) {
  try {
    return nativeError?.(failure, failed) ?? failed;
  } catch {
    return failed;
  }
}

function routeOf(request: StorefrontRequest, platform: Pick<Platform, 'findPath'>): Route | undefined {
  return findRoute(request.method, platform.findPath?.(request) ?? request.path);
}

export function createHandler<Host>(
  settings: Settings<Host>,
  services: Services,
  inFlight: InFlight<StorefrontRequest<Host>>,
  report: Reporter,
): Handler<Host> {
  const { trustedProxies, platform } = settings;
  const identify = settings.identify ?? platform.identify?.bind(platform);
  const { csrf } = services;
  const unwritten = createUnwritten(report, platform);
  const csrfHeader = csrf.header.toLowerCase();
  const limits = createRateLimits(settings.rateLimits, settings.rateLimiter);

  return async (request) => {
    const route = routeOf(request, platform);
    const headers = ['X-Request-Id', requestIdOf(request), ...FIXED_HEADERS];
    let outcome: Outcome;
    const slot = inFlight.enter(request);
    try {
      outcome = await answer(request, route, headers);
    } catch (cause) {
      outcome = { kind: 'internal', cause };
    }
    inFlight.leave(slot);
    // It was we who ended it, not the client.
    if (inFlight.draining && outcome.kind === 'client_gone') outcome = { kind: 'closing' };
    if (outcome.kind === 'answer') {
      if (outcome.headers !== undefined) headers.push(...outcome.headers);
      return { status: route?.status ?? 200, headers, body: outcome.body };
    }
    const failed = toFailureAnswer(outcome, route?.operationId);
    report.failed(outcome, failed, { requestId: headers[1] as string, operationId: route?.operationId });
    if (failed.retryAfter !== undefined) headers.push('Retry-After', failed.retryAfter);
    try {
      const { status, body } = native(outcome, failed, route) ?? failed;
      return { status, headers, body: JSON.stringify(body) };
    } catch (cause) {
      return unwritten(request, { ...failed, headers, body: '' }, cause);
    }
  };

  /** The platform's own form, where the operation documents that status. */
  function native(failure: Failure, answer: FailureAnswer, route: Route | undefined) {
    const own = platform.nativeError?.(failure, answer);
    const documented =
      own === undefined || route === undefined || own.status in OPERATIONS[route.operationId].responses;
    return documented ? own : undefined;
  }

  /** The guards, in order, then the operation. Adds to `headers` what is left of the rate limit. */
  async function answer(
    request: StorefrontRequest<Host>,
    route: Route | undefined,
    headers: string[],
  ): Promise<Outcome> {
    if (route === undefined) return { kind: 'path_not_allowed' };
    if (inFlight.draining) return { kind: 'closing' };
    let { entitlements } = services;
    if (route.models !== undefined) {
      const inForce = await entitlements();
      if (!route.models.includes(inForce.model.name)) return { kind: 'path_not_allowed' };
      entitlements = () => inForce;
    }
    if (platform.guard !== undefined && !route.signed) {
      const refused = await platform.guard(request, route);
      if (refused !== undefined) return refused;
    }
    if (route.fromOwnPage) {
      const foreign = checkOrigin(request, settings.shopOrigins);
      if (foreign !== undefined) return foreign;
    }
    if (platform.answerHeaders !== undefined) headers.push(...platform.answerHeaders(request));
    const requestId = headers[1] as string;
    const tell: Tell = (kind, message) =>
      report.told(kind, message, { requestId, operationId: route.operationId });
    const identity = route.signed ? null : await identify?.(request);
    const shopper = toShopper(identity, platform.name, (field, rule) =>
      tell('identity_ignored', `${field} of what identify gave is left out: it ${rule}`),
    );
    const count = limits.get(route.operationId);
    if (count !== undefined) {
      const address = clientAddress(request.peerAddress, request.header('x-forwarded-for'), trustedProxies);
      const allowance = await count(`${address}|${shopper?.externalId ?? ''}`);
      headers.push(...allowance.headers);
      if (allowance.failure !== undefined) return allowance.failure;
    }
    if (route.csrf) {
      const token = request.header(csrfHeader);
      if (token === undefined) return { kind: 'csrf_mismatch' };
      const verified = csrf.verify(token, request, shopper);
      if (!(verified === true || (await verified))) return { kind: 'csrf_mismatch' };
    }
    if (route.shopper && shopper === null) return { kind: 'sign_in_required' };
    if (route.capability === 'manage_store' && shopper?.managesStore !== true) return { kind: 'not_capable' };
    return HANDLERS[route.operationId]({ request, route, shopper, requestId, entitlements, tell }, services);
  }

  function requestIdOf(request: StorefrontRequest<Host>): string {
    const given = settings.trustRequestId ? request.header('x-request-id') : undefined;
    return given !== undefined && isRequestId(given) ? given : createRequestId();
  }
}
