import { EXTERNAL_ID_PLATFORMS, type ExternalIdPlatform, SPECS } from '@genvoris/contract';
import type { Transport } from '@genvoris/node';
import { type ModelInForce, parseModelOption } from '../entitlements/model-in-force.ts';
import type { ModelOption } from '../entitlements/model-settings.ts';
import { callable, flag, oneOf, refuse, whole, withMethods } from '../exchange/option-rules.ts';
import type { Awaitable, StorefrontRequest } from '../exchange/request.ts';
import { isStorefrontOperation, type StorefrontOperationId } from '../exchange/routes.ts';
import type { Csrf } from '../guards/csrf.ts';
import { parseOrigins } from '../guards/origin.ts';
import type { RateLimit, RateLimiterFactory } from '../guards/rate-limit.ts';
import type { ShopperLedger } from '../ledger/shopper-ledger.ts';
import { type ConnectOptions, type ConnectSettings, parseConnect } from '../operations/connect-options.ts';
import { type GenvorisEventHandlers, isGenvorisEvent } from '../operations/genvoris-events.ts';
import type { ShopperIdentity } from '../shoppers/shopper.ts';
import type { Vault } from '../vault/vault.ts';
import type { ErrorReport } from './error-report.ts';
import type { Platform } from './platform.ts';

/** Options of every storefront. `Host` is the request as the host gives it to `identify`. */
export interface StorefrontOptions<Host = unknown> {
  /**
   * The store's key, `gvk_live_…` or `gvk_test_…`. It leaves the server only towards Genvoris. Leave it out where the
   * `vault` keeps it; where both have one, this one counts.
   */
  apiKey?: string | undefined;
  /** Keeps the key and the webhook secret sealed; what a connect brings takes effect in each process within seconds. */
  vault?: Vault | undefined;
  /**
   * What Genvoris signs its events with; several while one is being rotated. Beside the vault's. Without any, events are not
   * taken.
   */
  webhookSecret?: string | readonly string[] | undefined;
  /** What is done at an event of Genvoris, by its type. One that throws is answered 500, and Genvoris sends the event again. */
  onGenvorisEvent?: GenvorisEventHandlers | undefined;
  /** Lets administrators connect the shop with one click, as WordPress does; what it brings goes into the `vault`. */
  connect?: ConnectOptions | undefined;
  /** The shop's own origin, such as `https://shop.example`, or several. Mutations must come from there. */
  shopOrigin: string | readonly string[];
  /** Who is signed in, by the shop's own session. Never read it from the body. Default: the platform's, or everybody is a guest. */
  identify?:
    | ((request: StorefrontRequest<Host>) => Awaitable<ShopperIdentity | null | undefined>)
    | undefined;
  /**
   * The kind of shop, such as `laravel()`. A name alone says only whose ids `identify` gives, for the externalId's
   * prefix. Default `external`.
   */
  platform?: ExternalIdPlatform | Platform<NoInfer<Host>> | undefined;
  /**
   * How shoppers pay for try-ons: a model's name, its settings, or a function that returns either and is asked for each
   * request, for shops whose merchant changes them. What a shopper has paid for stays good under any. Default `FREE_ALL`.
   */
  model?: ModelOption | undefined;
  /** Guest mode: whether guests may try on, where the model allows it. Default false. */
  guests?: boolean | undefined;
  /** What shoppers have, for every model but `FREE_ALL`: see `@genvoris/ledger`. It is opened here, and yours to close. */
  ledger?: ShopperLedger | undefined;
  /**
   * What your order system signs `POST /webhooks/orders` with, at least 16 characters; several while it is being changed.
   * Without one that operation is not offered.
   */
  orderSecret?: string | readonly string[] | undefined;
  /**
   * Whether the portal is told of orders and refunds, for the merchant's funnel: the order's id, what was paid, how many
   * pieces, the product where it is one alone, and the email, of which the portal keeps a keyed hash. Default true.
   */
  reportOrders?: boolean | undefined;
  /** Milliseconds that `POST /credits/use` holds a try-on for. One under way is held for as long as it can take. Default 300000. */
  holdMs?: number | undefined;
  /** How many reverse proxies of yours stand in front and append to `X-Forwarded-For`. Default: the platform's, or 0. */
  trustedProxies?: number | undefined;
  /** Whether a proxy of yours sets `X-Request-Id` and lets no client do so; it is then kept. Default false. */
  trustRequestId?: boolean | undefined;
  /** Per operation, over the contract's defaults; `false` is no limit. */
  rateLimits?:
    | { readonly [operationId in StorefrontOperationId]?: RateLimit | false | undefined }
    | undefined;
  /** Where limits are counted. Default: this process's memory. Any store of rate-limiter-flexible fits. */
  rateLimiter?: RateLimiterFactory | undefined;
  /** The shop's own CSRF check. Default: the platform's, or a signed token from `GET /nonce`. */
  csrf?: Csrf<Host> | undefined;
  /** Signs nonces; at least 32 characters, the same in every process. Default: derived from `apiKey`, or the vault's secret. */
  secret?: string | undefined;
  /** The try-on backend. Default `https://api.genvoris.org`. */
  backendUrl?: string | undefined;
  /** The portal. Default `https://genvoris.org`. */
  portalUrl?: string | undefined;
  /** Milliseconds for an upstream call, body included. Default 10000. */
  timeoutMs?: number | undefined;
  /**
   * The same for the proxied calls, which generate. It begins when the upload is over; while one comes, it is how long the
   * upstream may take to accept what has come. Default: `timeoutMs` if given, else 60000.
   */
  proxyTimeoutMs?: number | undefined;
  /**
   * Milliseconds that the client's own sending of a body is waited for, beside a second for each 50 kB of it. Default
   * 30000: 10 MB then pass at 50 kB/s.
   */
  uploadGraceMs?: number | undefined;
  /** Milliseconds that requests in flight get after `close()`. Default 10000. */
  graceMs?: number | undefined;
  /** Told of each failure that is not the client's own. What it gets holds no secret. */
  onError?: ((report: ErrorReport) => void) | undefined;
  /** Where it is mounted, such as `/api/genvoris`; routers know it by themselves. Default: the platform's, or `/`. */
  basePath?: string | undefined;
  /**
   * How Genvoris is reached. Default: pooled connections of `@genvoris/node`. The `signal` it is given has
   * `aborted`, `reason` and the `abort` event of an `AbortSignal`, no more.
   */
  transport?: Transport | undefined;
  /** The clock of allowances and of what comes in signed, in milliseconds since 1970; for tests. Default `Date.now`. */
  now?: (() => number) | undefined;
}

type Hook =
  | 'apiKey'
  | 'webhookSecret'
  | 'vault'
  | 'identify'
  | 'ledger'
  | 'rateLimiter'
  | 'csrf'
  | 'onError'
  | 'transport';

/** The options, checked and complete. */
export type Settings<Host> = {
  [Name in Exclude<
    keyof StorefrontOptions,
    Hook | 'shopOrigin' | 'platform' | 'connect' | 'model' | 'guests' | 'orderSecret'
  >]-?: NonNullable<StorefrontOptions<Host>[Name]>;
} & { [Name in Hook]: StorefrontOptions<Host>[Name] } & {
  shopOrigins: ReadonlySet<string>;
  connect: ConnectSettings | undefined;
  platform: Platform<Host>;
  model: ModelInForce;
  /** `undefined`: no orders are taken. */
  orderSecret: readonly string[] | undefined;
};

/**
 * Checks the options and fills in the defaults.
 *
 * @throws TypeError that names the option, without its value
 */
export function parseOptions<Host>(options: StorefrontOptions<Host>): Settings<Host> {
  if (typeof options !== 'object' || options === null)
    throw new TypeError('@genvoris/storefront: options must be an object');
  const { apiKey, timeoutMs } = options;
  const vault = withMethods('vault', options.vault, ['read', 'write', 'remove']);
  if (
    apiKey === undefined
      ? vault === undefined
      : !/^[\x21-\x7e]{8,255}$/.test(String(apiKey)) || typeof apiKey !== 'string'
  )
    refuse(
      'apiKey',
      'must be the store key, 8 to 255 characters without blanks, or left out where vault keeps it',
    );
  const secret = options.secret ?? apiKey ?? vault?.hostSecrets[0];
  if (typeof secret !== 'string' || (options.secret !== undefined && secret.length < 32))
    refuse('secret', 'must have at least 32 characters');
  const platform = parsePlatform(options.platform === undefined ? 'external' : options.platform);
  const shopOrigins = attempt('shopOrigin', () => parseOrigins(options.shopOrigin));
  const ledger = withMethods('ledger', options.ledger, ['open', 'allowance', 'reserve', 'settle', 'release']);
  return {
    apiKey,
    vault,
    webhookSecret: webhookSecrets(options.webhookSecret),
    onGenvorisEvent: eventHandlers(options.onGenvorisEvent ?? {}),
    secret,
    shopOrigins,
    connect: connect(options.connect, { apiKey, vault, platform: platform.name, shopOrigins }),
    identify: callable('identify', options.identify),
    platform,
    // `null`, as of settings that were not found, is no model: nothing is to be free by mistake.
    model: parseModelOption(options.model === undefined ? 'FREE_ALL' : options.model, {
      origin: [...shopOrigins][0] as string,
      guests: flag('guests', options.guests ?? false),
      hasLedger: ledger !== undefined,
    }),
    ledger,
    orderSecret: secrets(options.orderSecret),
    reportOrders: flag('reportOrders', options.reportOrders ?? true),
    holdMs: whole('holdMs', options.holdMs ?? 300_000, 1000, 86_400_000),
    trustedProxies: whole('trustedProxies', options.trustedProxies ?? platform.trustedProxies ?? 0, 0, 100),
    trustRequestId: flag('trustRequestId', options.trustRequestId ?? false),
    rateLimits: limits(options.rateLimits ?? {}),
    rateLimiter: callable('rateLimiter', options.rateLimiter),
    csrf: withMethods('csrf', options.csrf, ['issue', 'verify']),
    backendUrl: base('backendUrl', options.backendUrl ?? SPECS.tryon.servers[0]),
    portalUrl: base('portalUrl', options.portalUrl ?? SPECS.v1.servers[0]),
    timeoutMs: whole('timeoutMs', timeoutMs ?? 10_000, 1, 600_000),
    proxyTimeoutMs: whole('proxyTimeoutMs', options.proxyTimeoutMs ?? timeoutMs ?? 60_000, 1, 600_000),
    uploadGraceMs: whole('uploadGraceMs', options.uploadGraceMs ?? 30_000, 1, 600_000),
    graceMs: whole('graceMs', options.graceMs ?? 10_000, 0, 600_000),
    onError: callable('onError', options.onError),
    basePath: mount(options.basePath ?? platform.basePath ?? '/'),
    transport: withMethods('transport', options.transport, ['request', 'close']),
    now: callable('now', options.now ?? Date.now),
  };
}

function parsePlatform<Host>(value: ExternalIdPlatform | Platform<Host>): Platform<Host> {
  if (typeof value !== 'object' || value === null)
    return { name: oneOf('platform', value, EXTERNAL_ID_PLATFORMS) };
  oneOf('platform.name', value.name, EXTERNAL_ID_PLATFORMS);
  return value;
}

function base(name: string, value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
    return refuse(name, 'must be an http or https URL without credentials, query or fragment');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function mount(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?:[\w.~-]+\/?)*$/.test(value))
    return refuse('basePath', 'must be a path that starts with a slash');
  return value.replace(/\/$/, '');
}

function limits(value: object): Settings<unknown>['rateLimits'] {
  if (typeof value !== 'object') refuse('rateLimits', 'must be limits by operation');
  for (const [operationId, limit] of Object.entries(value)) {
    if (!isStorefrontOperation(operationId))
      refuse(`rateLimits.${operationId}`, 'is not an operation of the storefront');
    if (limit === false || limit === undefined) continue;
    whole(`rateLimits.${operationId}.limit`, limit?.limit, 1, Number.MAX_SAFE_INTEGER);
    whole(`rateLimits.${operationId}.windowSeconds`, limit?.windowSeconds, 1, 86_400);
  }
  return value;
}

function connect(
  value: ConnectOptions | undefined,
  shop: {
    apiKey: string | undefined;
    vault: Vault | undefined;
    platform: ExternalIdPlatform;
    shopOrigins: ReadonlySet<string>;
  },
): ConnectSettings | undefined {
  if (value === undefined) return undefined;
  if (shop.vault === undefined) refuse('connect', 'needs vault, which keeps what it brings');
  if (shop.apiKey !== undefined)
    refuse('connect', 'has no effect while apiKey is given; leave one of them out');
  if (shop.platform !== 'wordpress' && shop.platform !== 'woocommerce')
    refuse(
      'connect',
      'is for platform wordpress or woocommerce; no other kind of shop connects this way yet',
    );
  const [home = ''] = shop.shopOrigins;
  const parsed = parseConnect(value, home);
  return typeof parsed === 'string' ? refuse('connect', parsed) : parsed;
}

function webhookSecrets<T extends StorefrontOptions['webhookSecret']>(value: T): T {
  const usable = (one: unknown) => typeof one === 'string' && /^[\x21-\x7e]{16,255}$/.test(one);
  return [value ?? []].flat().every(usable)
    ? value
    : refuse(
        'webhookSecret',
        'must be the secret that Genvoris showed, 16 to 255 characters, or a list of them',
      );
}

function eventHandlers(value: GenvorisEventHandlers): GenvorisEventHandlers {
  if (typeof value !== 'object') refuse('onGenvorisEvent', 'must be functions by the type of event');
  for (const [type, handler] of Object.entries(value)) {
    // A type that is misspelt would never be called.
    if (!isGenvorisEvent(type)) refuse(`onGenvorisEvent.${type}`, 'is not an event of Genvoris');
    callable(`onGenvorisEvent.${type}`, handler);
  }
  return value;
}

function secrets(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const given = list.filter((one) => one !== undefined && one !== null);
  const isSecret = (one: unknown) => typeof one === 'string' && one.trim().length >= 16;
  if (given.length === 0 || !given.every(isSecret))
    refuse('orderSecret', 'must be a secret of at least 16 characters, or a list of such');
  return given as string[];
}

function attempt<T>(name: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    return refuse(name, (error as Error).message);
  }
}
