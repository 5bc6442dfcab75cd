import type { StatusResponse, TrackRequest, TrackResponse } from '@genvoris/contract';
import type { paths as StatusPaths } from '@genvoris/contract/types/status';
import type { components as TryonComponents, paths as TryonPaths } from '@genvoris/contract/types/tryon';
import type { paths as TrackPaths } from '@genvoris/contract/types/tryon-track';
import type { components as V1Components, paths as V1Paths } from '@genvoris/contract/types/v1';
import { createRedact } from '@genvoris/http';
import { exchangeThrough } from './client/fetch-exchange.ts';
import { type Clock, systemClock } from './client/retry.ts';
import type { Channel } from './client/send.ts';
import { type TryonForm, toFormData } from './client/tryon-form.ts';
import { createTypedClient, type TypedClient } from './client/typed-client.ts';
import { GenvorisUsageError } from './errors.ts';
import { type GenvorisOptions, refuseBrowser, resolveOptions } from './options.ts';
import { createTransport } from './transport/transport.ts';

/** Options of any call: aborting `signal` ends it with `GenvorisAbortError`. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** The calls of openapi/status.yaml. */
export interface StatusClient extends Pick<TypedClient<StatusPaths>, 'GET'> {
  /**
   * Reads the account's status; an `access` that this version does not know reads as `ERROR`.
   *
   * @throws GenvorisApiError with the server's `code`, such as `invalid_api_key`
   * @see openapi/status.yaml getStatus
   */
  get(options?: CallOptions): Promise<StatusResponse>;
}

/** The calls of openapi/tryon-track.yaml; they need `internalSecret`. */
export interface TrackClient extends Pick<TypedClient<TrackPaths>, 'POST'> {
  /**
   * Reports a try-on under this client's key and debits it. Safe to repeat with the same
   * `idempotencyKey`; without one each call makes its own.
   *
   * @throws GenvorisUsageError `invalid_options` where the client has no `internalSecret`
   * @throws GenvorisApiError with the server's `code`, such as `credit_limit_reached`
   * @see openapi/tryon-track.yaml trackTryon
   */
  report(tryon: Omit<TrackRequest, 'api_key'>, options?: WriteOptions): Promise<TrackResponse>;
}

/** The calls of openapi/tryon.yaml. They are paid for and take no idempotency key, so they are never repeated. */
export interface TryonClient {
  /**
   * Returns whether a photo can be used; debits nothing.
   *
   * @throws GenvorisApiError with the server's `code`, such as `photo_rejected`
   * @see openapi/tryon.yaml analyzePhoto
   */
  analyze(form: TryonForm, options?: CallOptions): Promise<TryonComponents['schemas']['AnalyzeResponse']>;
  /**
   * Generates pictures. With a session token the shopper's own plan is enforced.
   *
   * @throws GenvorisApiError with the server's `code`, such as `quota_exhausted`
   * @see openapi/tryon.yaml generateTryon
   */
  generate(
    form: TryonForm,
    options?: CallOptions & { sessionToken?: string | undefined },
  ): Promise<TryonComponents['schemas']['TryonResponse']>;
}

type V1Schemas = V1Components['schemas'];

/** Options of a call that writes. */
export interface WriteOptions extends CallOptions {
  /** Makes a repeat of yours harmless; without one each call makes its own. */
  idempotencyKey?: string | undefined;
}

/** What shoppers did with the widget (openapi/v1.yaml). */
export interface EventsClient {
  /**
   * Reports one event. The portal counts it by hour, product and platform.
   *
   * @throws GenvorisApiError with the server's `code`, such as `invalid_body`
   * @see openapi/v1.yaml trackEvents
   */
  track(event: V1Schemas['WidgetEvent'], options?: WriteOptions): Promise<V1Schemas['EventsAccepted']>;
  /**
   * Reports 1 to 50 events, in the order they happened; one that is wrong refuses them all.
   *
   * @throws GenvorisApiError with the server's `code`, such as `invalid_body`
   * @see openapi/v1.yaml trackEvents
   */
  trackBatch(
    events: readonly V1Schemas['WidgetEvent'][],
    options?: WriteOptions,
  ): Promise<V1Schemas['EventsAccepted']>;
}

/** Orders (openapi/v1.yaml). */
export interface ConversionsClient {
  /**
   * Reports an order and says whether a try-on came before it. It counts once per platform and `orderId`.
   *
   * @throws GenvorisApiError with the server's `code`, such as `invalid_body`
   * @see openapi/v1.yaml createConversion
   */
  create(
    order: V1Schemas['CreateConversionRequest'],
    options?: WriteOptions,
  ): Promise<V1Schemas['Conversion']>;
}

/** Refunds (openapi/v1.yaml). */
export interface ReturnsClient {
  /**
   * Reports a refund, of a whole order or of a part. Two of one amount are two: repeat it under the same
   * `idempotencyKey`.
   *
   * @throws GenvorisApiError with the server's `code`, such as `invalid_body`
   * @see openapi/v1.yaml createReturn
   */
  create(refund: V1Schemas['CreateReturnRequest'], options?: WriteOptions): Promise<V1Schemas['Return']>;
}

/** The clients of one store, one for each spec. */
export interface Genvoris {
  status: StatusClient;
  /** openapi/v1.yaml, by path: `v1.POST('/api/v1/plans', { body })`. */
  v1: TypedClient<V1Paths>;
  events: EventsClient;
  conversions: ConversionsClient;
  returns: ReturnsClient;
  track: TrackClient;
  tryon: TryonClient;
  /** Lets calls in flight finish and closes the connections. */
  close(): Promise<void>;
}

/**
 * Creates the clients of one store. Calls resolve with what the spec documents and throw a
 * `GenvorisError` for everything else; retries and deadlines are built in.
 *
 * @throws GenvorisUsageError `invalid_options`, naming the option and quoting no secret
 * @example
 * const genvoris = createGenvoris({ apiKey, maxRetries: 1 });
 * const { access } = await genvoris.status.get();
 */
export function createGenvoris(options: GenvorisOptions): Genvoris {
  return createGenvorisWith(options, systemClock);
}

export function createGenvorisWith(options: GenvorisOptions, clock: Clock): Genvoris {
  refuseBrowser(globalThis);
  const { apiKey, internalSecret, portalUrl, backendUrl, fetch, ...resolved } = resolveOptions(options);
  const transport = createTransport();
  const shared = {
    exchange: fetch === undefined ? transport.request : exchangeThrough(fetch),
    retry: { maxRetries: resolved.maxRetries, clock },
    redact: createRedact([apiKey, internalSecret]),
    timeoutMs: resolved.timeoutMs,
  };
  const withKey = () => ({ authorization: `Bearer ${apiKey}` });
  const backend: Channel = { ...shared, baseUrl: backendUrl, credentials: withKey };
  const portal: Channel = { ...shared, baseUrl: portalUrl, credentials: withKey };

  const status = createTypedClient<StatusPaths>('status', backend);
  const tryon = createTypedClient<TryonPaths>('tryon', { ...backend, timeoutMs: resolved.tryonTimeoutMs });
  const v1 = createTypedClient<V1Paths>('v1', portal);
  const track = createTypedClient<TrackPaths>('tryon-track', {
    ...portal,
    credentials() {
      if (internalSecret !== undefined) return { 'x-internal-secret': internalSecret };
      throw new GenvorisUsageError('invalid_options', 'internalSecret', 'track needs it');
    },
  });

  return {
    status: {
      GET: status.GET,
      get: async (options = {}) => (await status.GET('/status', signalOf(options))).data,
    },
    v1,
    events: {
      track: async (event, options) =>
        (await v1.POST('/api/v1/events', { body: event, ...written(options) })).data,
      trackBatch: async (events, options) =>
        (await v1.POST('/api/v1/events', { body: { events: [...events] }, ...written(options) })).data,
    },
    conversions: {
      create: async (body, options) =>
        (await v1.POST('/api/v1/conversions', { body, ...written(options) })).data,
    },
    returns: {
      create: async (body, options) => (await v1.POST('/api/v1/returns', { body, ...written(options) })).data,
    },
    track: {
      POST: track.POST,
      async report(tryon, options) {
        const body = { ...tryon, api_key: apiKey };
        return (await track.POST('/api/tryon/track', { body, ...written(options) })).data;
      },
    },
    tryon: {
      async analyze(form, options = {}) {
        const { data } = await tryon.POST('/api/analyze', {
          ...(await multipart(form)),
          ...signalOf(options),
        });
        return data;
      },
      async generate(form, options = {}) {
        const { sessionToken } = options;
        const { data } = await tryon.POST('/api/tryon', {
          ...(await multipart(form)),
          ...(sessionToken === undefined
            ? {}
            : { params: { header: { 'X-End-Customer-Token': sessionToken } } }),
          ...signalOf(options),
        });
        return data;
      },
    },
    close: transport.close,
  };
}

function written({ idempotencyKey, ...options }: WriteOptions = {}) {
  const header = idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey };
  return { params: { header }, ...signalOf(options) };
}

function signalOf({ signal }: CallOptions): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

/** The spec's type says text for the photo, as JSON Schema must; on the wire it is the form. */
async function multipart(form: TryonForm): Promise<{ body: never; bodySerializer: () => FormData }> {
  const data = await toFormData(form);
  return { body: data as never, bodySerializer: () => data };
}
