import { createTransport } from '@genvoris/node';
import { isClientsOwn, toErrorReport } from './error-report.ts';
import type { Failure, Outcome } from './failure.ts';
import { type FailureAnswer, toFailureAnswer } from './failure-answer.ts';
import { toStorefrontRequest, toWebResponse } from './fetch-bridge.ts';
import { MODELS } from './models/models.ts';
import type { Services } from './operations/operation.ts';
import { HANDLERS } from './operations/operations.ts';
import { parseOptions, type StorefrontOptions } from './options.ts';
import { type Platform, webPlatform } from './platform.ts';
import { clientAddress } from './policies/client-address.ts';
import { type Csrf, createNonceCsrf } from './policies/csrf.ts';
import { createNonces, type Nonces } from './policies/nonces.ts';
import { checkOrigin } from './policies/origin.ts';
import { createRateLimits } from './policies/rate-limit.ts';
import { FIXED_HEADERS } from './policies/response-headers.ts';
import type { StorefrontRequest, StorefrontResponse } from './request.ts';
import { createRequestId, isRequestId } from './request-id.ts';
import { findRoute, type Route } from './routes.ts';
import { createSessions } from './shopper/sessions.ts';
import { toShopper } from './shopper/shopper.ts';
import { UnderWay } from './under-way.ts';
import { createAccountStatus } from './upstream/account-status.ts';
import { createUpstream } from './upstream/upstream.ts';

export interface Storefront<Host = Request> {
  /**
   * Answers a Web `Request`. Never rejects. A `Request` does not say who sent it: give the peer's address, or
   * set `trustedProxies`, or all clients share one rate limit.
   */
  fetch(request: Request, peerAddress?: string): Promise<Response>;
  /** Answers what a bridge made of its host's request. Never rejects. */
  handle(request: StorefrontRequest<Host>): Promise<StorefrontResponse>;
  /** Refuses what is new, lets what is under way finish, ends it after `graceMs`, and disconnects. */
  close(): Promise<void>;
}

/** What an adapter knows that the core does not. */
export interface HostConventions<Host> extends Partial<Platform> {
  /** The CSRF check that this kind of host has, made from the one with signed nonces. */
  csrf?: (nonces: Nonces) => Csrf<Host>;
  /** The host's own form of an error; `undefined` leaves it to the contract's. */
  nativeError?: (failure: Failure) => { status: number; body: unknown } | undefined;
}

const LAST_MS = 500;

/**
 * Creates the shop's side of openapi/storefront.yaml.
 *
 * @throws TypeError that names the option that is wrong.
 * @example
 * const storefront = createStorefront({ apiKey, shopOrigin: 'https://shop.example', basePath: '/api/genvoris' });
 * const response = await storefront.fetch(new Request('https://shop.example/api/genvoris/status'));
 */
export function createStorefront<Host = Request>(
  options: StorefrontOptions<Host>,
  host: HostConventions<Host> = {},
): Storefront<Host> {
  const settings = parseOptions(options);
  const { apiKey, identify, trustedProxies, onError } = settings;
  const secrets = [apiKey, settings.secret];
  const sign = (host.createSigner ?? webPlatform.createSigner)(
    `genvoris storefront nonce ${settings.secret}`,
  );
  const nonces = createNonces(sign);
  const csrf: Csrf<Host> = settings.csrf ?? host.csrf?.(nonces) ?? createNonceCsrf(nonces);
  const csrfHeader = csrf.header.toLowerCase();
  const limits = createRateLimits(settings.rateLimits, settings.rateLimiter);
  const upstream = createUpstream(
    // Uploads come as slowly as a client likes: on connections of their own they hold up nothing else.
    settings.transport ?? { calls: createTransport(), uploads: createTransport() },
    settings,
  );
  const model = MODELS[settings.model]?.(settings);
  if (model === undefined) throw new TypeError(`${settings.model} is not available in this version`);
  const services: Services = {
    upstream,
    accountStatus: createAccountStatus(upstream),
    sessions: createSessions(upstream),
    model,
    csrf: csrf as Csrf,
  };
  const underWay = new UnderWay<StorefrontRequest<Host>>();
  let closing: Promise<void> | undefined;
  let idle: (() => void) | undefined;

  async function handle(request: StorefrontRequest<Host>): Promise<StorefrontResponse> {
    const route = findRoute(request.method, request.path);
    const headers = ['X-Request-Id', requestIdOf(request), ...FIXED_HEADERS];
    let outcome: Outcome;
    const slot = underWay.enter(request);
    try {
      outcome = await answer(request, route, headers);
    } catch (cause) {
      outcome = { kind: 'internal', cause };
    }
    underWay.leave(slot);
    if (closing !== undefined) {
      if (underWay.size === 0) idle?.();
      // It was we who ended it, not the client.
      if (outcome.kind === 'client_gone') outcome = { kind: 'closing' };
    }
    if (outcome.kind === 'answer') {
      if (outcome.headers !== undefined) headers.push(...outcome.headers);
      return { status: 200, headers, body: outcome.body };
    }
    const failed = toFailureAnswer(outcome, route?.operationId);
    report(outcome, failed, headers[1] as string, route);
    if (failed.retryAfter !== undefined) headers.push('Retry-After', failed.retryAfter);
    const { status, body } = host.nativeError?.(outcome) ?? failed;
    return { status, headers, body: JSON.stringify(body) };
  }

  /** The guards, in order, then the operation. Adds to `headers` what is left of the rate limit. */
  async function answer(
    request: StorefrontRequest<Host>,
    route: Route | undefined,
    headers: string[],
  ): Promise<Outcome> {
    const handler = route && HANDLERS[route.operationId];
    if (route === undefined || handler === undefined) return { kind: 'path_not_allowed' };
    if (closing !== undefined) return { kind: 'closing' };
    if (route.csrf) {
      const foreign = checkOrigin(request, settings.shopOrigins);
      if (foreign !== undefined) return foreign;
    }
    const shopper = toShopper(await identify?.(request), settings.platform);
    const count = limits.get(route.operationId);
    if (count !== undefined) {
      const address = clientAddress(request, trustedProxies);
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
    return handler({ request, route, shopper }, services);
  }

  function requestIdOf(request: StorefrontRequest<Host>): string {
    const given = settings.trustRequestId ? request.header('x-request-id') : undefined;
    return given !== undefined && isRequestId(given) ? given : createRequestId();
  }

  function report(failure: Failure, failed: FailureAnswer, requestId: string, route: Route | undefined) {
    if (onError === undefined || isClientsOwn(failure)) return;
    try {
      onError(toErrorReport(failure, failed, { requestId, operationId: route?.operationId }, secrets));
    } catch {
      // A log that throws must not take the answer with it.
    }
  }

  return {
    handle,
    async fetch(request, peerAddress) {
      const bridged = toStorefrontRequest(request, settings.basePath, peerAddress);
      return toWebResponse(await handle(bridged as StorefrontRequest<unknown> as StorefrontRequest<Host>));
    },
    close() {
      closing ??= drained(settings.graceMs).then(() => upstream.close());
      return closing;
    },
  };

  async function drained(graceMs: number): Promise<void> {
    if (underWay.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    idle = resolve;
    let timer = setTimeout(() => {
      for (const request of underWay.items()) request.abort();
      // What waits for the host, for its session store for instance, hears no signal.
      timer = setTimeout(resolve, LAST_MS);
    }, graceMs);
    await promise;
    clearTimeout(timer);
  }
}
