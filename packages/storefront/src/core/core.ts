import { OPERATIONS } from '@genvoris/contract/operations/storefront';
import { createTransport } from '@genvoris/node';
import { createCounted } from '../entitlements/counted.ts';
import { createGuestOrders } from '../entitlements/guest-orders.ts';
import { createEntitlements } from '../entitlements/in-force.ts';
import type { StorefrontRequest, StorefrontResponse } from '../exchange/request.ts';
import type { Runtime } from '../exchange/runtime.ts';
import { type Csrf, createNonceCsrf } from '../guards/csrf.ts';
import { createNonces } from '../guards/nonces.ts';
import { createBook } from '../ledger/book.ts';
import { createConnect } from '../operations/connect.ts';
import type { Services } from '../operations/operation.ts';
import { createRecordedEvents } from '../operations/recorded-events.ts';
import { createShopEvents } from '../shop-events/shop-events.ts';
import { createClaims } from '../shoppers/claims.ts';
import { createSessions } from '../shoppers/sessions.ts';
import { createAccountStatus } from '../upstream/account-status.ts';
import { createUpstream } from '../upstream/upstream.ts';
import { type Credentials, createCredentials } from '../vault/credentials.ts';
import { createReporter, type Reporter } from './error-report.ts';
import { createHandler, createUnwritten, type Handler } from './handler.ts';
import { InFlight } from './in-flight.ts';
import { parseOptions, type Settings, type StorefrontOptions } from './options.ts';

/** The storefront without a host. */
export interface Core<Host> {
  /** Where it is mounted, without a slash at the end. */
  readonly basePath: string;
  /** Answers what a host made of its request. Never rejects. */
  readonly handle: Handler<Host>;
  /** Reports why an answer could not be written, and returns the one to write instead. Never throws. */
  readonly unwritten: (
    request: StorefrontRequest,
    answer: StorefrontResponse,
    cause: unknown,
  ) => StorefrontResponse;
  /** Refuses what is new, lets what is in flight finish, ends it after `graceMs`, and disconnects. */
  close(): Promise<void>;
}

/** @throws TypeError that names the option that is wrong */
export function createCore<Host>(options: StorefrontOptions<Host>, runtime: Runtime): Core<Host> {
  const settings = parseOptions(options);
  const report = createReporter(settings.onError, () => [...hostSecrets, ...credentials.known()]);
  const credentials = createCredentials(settings, report.troubled);
  const hostSecrets = [
    settings.secret,
    ...(settings.vault?.hostSecrets ?? []),
    ...(settings.orderSecret ?? []),
  ];
  const services = createServices(settings, runtime, credentials, report);
  const inFlight = new InFlight<StorefrontRequest<Host>>();
  let closing: Promise<void> | undefined;
  return {
    basePath: settings.basePath,
    handle: createHandler(settings, services, inFlight, report),
    unwritten: createUnwritten(report, settings.platform),
    close() {
      closing ??= inFlight.drain(settings.graceMs).then(async () => {
        await services.shopEvents.close(settings.graceMs);
        await Promise.all([services.upstream.close(), settings.platform.close?.()]);
      });
      return closing;
    },
  };
}

function createServices<Host>(
  settings: Settings<Host>,
  runtime: Runtime,
  credentials: Credentials,
  report: Reporter,
): Services {
  const { platform, shopOrigins } = settings;
  const nonces = createNonces(runtime.createSigner(`genvoris storefront nonce ${settings.secret}`));
  const secure = [...shopOrigins].every((origin) => origin.startsWith('https:'));
  const csrf = settings.csrf ?? platform.csrf?.({ nonces, secure }) ?? createNonceCsrf(nonces);
  const upstream = createUpstream(
    // Uploads come as slowly as a client likes: on connections of their own they hold up nothing else.
    settings.transport ?? { calls: createTransport(), uploads: createTransport() },
    settings,
    credentials,
  );
  const { now } = settings;
  const book =
    settings.ledger &&
    createBook(
      settings.ledger,
      { now, holdMs: settings.holdMs, tryonHoldMs: longestHold(settings) },
      (cause) =>
        report.told('ledger_not_swept', String((cause as Error)?.message), {
          requestId: '',
          operationId: undefined,
        }),
    );
  const claimOf = createClaims(runtime.createSigner(`genvoris storefront claim ${settings.secret}`));
  const guestOrders = book && createGuestOrders(book, claimOf);
  const counted = book && guestOrders && createCounted(book, guestOrders);
  const sessions = createSessions(upstream);
  // Another key may be another store's, which does not know these tokens.
  credentials.onChange(() => sessions.clear());
  return {
    upstream,
    accountStatus: createAccountStatus(upstream),
    sessions,
    entitlements: createEntitlements(settings.model, counted),
    book,
    shopEvents: createShopEvents({
      ...{ book, now, platform: platform.name, claimOf, guestOrders, upstream },
      reportOrders: settings.reportOrders,
    }),
    shopEventSource: platform.shopEvents,
    orderSecret: settings.orderSecret,
    now,
    csrf: csrf as Csrf,
    credentials,
    connect: settings.connect && createConnect(settings.connect, settings),
    onGenvorisEvent: settings.onGenvorisEvent,
    recordedEvents: createRecordedEvents(book),
    platform: platform.name,
    uploadGraceMs: settings.uploadGraceMs,
  };
}

/** As long as a try-on can take: its upload, the token's calls, the generation, and once more with a fresh token. */
function longestHold({
  holdMs,
  uploadGraceMs,
  timeoutMs,
  proxyTimeoutMs,
}: Pick<Settings<unknown>, 'holdMs' | 'uploadGraceMs' | 'timeoutMs' | 'proxyTimeoutMs'>): number {
  const uploadMs = uploadGraceMs + 1000 * Math.ceil(OPERATIONS.proxyTryon.bodyLimit / 50_000);
  return Math.max(holdMs, uploadMs + 2 * proxyTimeoutMs + 6 * timeoutMs + 5000);
}
