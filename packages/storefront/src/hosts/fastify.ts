import { validateHeaderValue } from 'node:http';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { type Core, createCore } from '../core/core.ts';
import type { StorefrontOptions } from '../core/options.ts';
import type { StorefrontResponse } from '../exchange/request.ts';
import { holdBody, NodeRequest, nodeRuntime, originForm } from './node-bridge.ts';
import { addedTo, alreadyAnswered, discardRest, FRAMING, LISTS } from './node-response.ts';

/** Options of `createFastifyStorefront`; the mount path is the prefix. */
export type FastifyStorefrontOptions = Omit<StorefrontOptions<FastifyRequest>, 'basePath'>;

/** A Fastify plugin that can be closed. */
export interface FastifyStorefront extends FastifyPluginCallback, Pick<Core<FastifyRequest>, 'close'> {}

/**
 * Creates a Fastify 5 plugin. It answers everything below the prefix it is registered with, and closes with
 * the application.
 *
 * @throws TypeError that names the option that is wrong
 * @see openapi/storefront.yaml
 * @example
 * app.register(
 *   createFastifyStorefront({
 *     apiKey,
 *     shopOrigin: 'https://shop.example',
 *     identify: ({ host }) => findShopper(host),
 *   }),
 *   { prefix: '/api/genvoris' },
 * );
 */
export function createFastifyStorefront(options: FastifyStorefrontOptions): FastifyStorefront {
  const { handle, unwritten, close } = createCore<FastifyRequest>(options, nodeRuntime);
  /** How to report that an answer failed after it was handed to Fastify. */
  const failing = new WeakMap<FastifyRequest, (cause: unknown) => unknown>();
  /** Bodies that a hook of the application's has put in the place of the one on the wire, decompressed for instance. */
  const payloads = new WeakMap<FastifyRequest, AsyncIterable<Uint8Array>>();
  const plugin: FastifyPluginCallback = (app, _options, done) => {
    const depth = app.prefix.split('/').filter(Boolean).length;
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      const target = behindMount(originForm(request.url), depth);
      const replaced = payloads.get(request);
      const bridged =
        replaced === undefined
          ? new NodeRequest(request, request.raw, reply.raw, target)
          : new ReplacedRequest(request, request.raw, reply.raw, target, replaced);
      const answered = await handle(bridged);
      const refused = (cause: unknown) => unwritten(bridged, answered, cause);
      if (reply.sent) {
        refused(alreadyAnswered());
        return reply;
      }
      bridged.answered = true;
      failing.set(request, refused);
      try {
        write(reply, answered);
      } catch (cause) {
        write(reply, refused(cause));
      }
      if (!request.raw.complete) discardRest(request.raw);
      return reply;
    };
    app.addHook('preParsing', (request, _reply, payload, next) => {
      if (payload !== request.raw) payloads.set(request, payload);
      next();
    });
    // The core reads bodies itself, within the contract's limits, and streams photos.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', ({ raw }, _payload, parsed) => {
      if (raw.readableFlowing === true) holdBody(raw);
      parsed(null);
    });
    app.setErrorHandler<Error & { code?: string }>((error, request, reply) => {
      if (error.code?.startsWith('FST_ERR_CTP_')) return answer(request, reply);
      // A hook of the application's that fails at our answer: what is answered then is the application's.
      failing.get(request)?.(error);
      throw error;
    });
    app.addHook('preClose', close);
    app.all('/*', answer);
    done();
  };
  return Object.assign(plugin, { close });
}

class ReplacedRequest extends NodeRequest<FastifyRequest> {
  readonly #payload: AsyncIterable<Uint8Array>;

  constructor(...[host, message, response, target, payload]: ReplacedParameters) {
    super(host, message, response, target);
    this.#payload = payload;
  }

  override header(name: string): string | undefined {
    return name === 'content-length' ? undefined : super.header(name);
  }

  override arrived(): undefined {}

  override stream(): AsyncIterable<Uint8Array> {
    return this.#payload;
  }
}

type ReplacedParameters = [
  ...ConstructorParameters<typeof NodeRequest<FastifyRequest>>,
  payload: AsyncIterable<Uint8Array>,
];

function write(reply: FastifyReply, { status, headers, body }: StorefrontResponse): void {
  for (let i = 0; i + 1 < headers.length; i += 2) validateHeaderValue(headers[i] ?? '', headers[i + 1] ?? '');
  reply.code(status);
  for (const name of FRAMING) {
    if (!reply.hasHeader(name)) continue;
    reply.removeHeader(name).raw.removeHeader(name);
  }
  keepCookies(reply);
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = headers[i] ?? '';
    const value = headers[i + 1] ?? '';
    // Fastify adds to the cookies that were set through it, but not to those that were set on Node's response.
    if (LISTS.has(name)) {
      const whole = addedTo(reply.getHeader(name), name, value);
      reply.removeHeader(name).header(name, whole);
    } else reply.header(name, value);
  }
  // Fastify puts a charset behind the type of JSON text, unless the text is already as it is to be sent.
  reply.serializer(asItIs).send(body);
}

/** Fastify writes its own cookies in the place of those that were set on Node's response, by Express's middleware for instance. */
function keepCookies(reply: FastifyReply): void {
  const name = 'Set-Cookie';
  const present = reply.raw.getHeader(name);
  if (present === undefined) return;
  const own = [reply.getHeader(name)].flat().map(String);
  if (own.length === 0) return;
  let whole: string | string[] = [present].flat().map(String);
  for (const cookie of own) whole = addedTo(whole, name, cookie);
  reply.removeHeader(name).header(name, whole);
}

function asItIs(text: string): string {
  return text;
}

/** What stands in a URL behind its first segments, as it came. A prefix may have parameters. */
function behindMount(url: string, segments: number): string {
  let at = 0;
  for (let passed = 0; passed < segments && at !== -1; passed += 1) at = url.indexOf('/', at + 1);
  return at === -1 ? '' : url.slice(at);
}
