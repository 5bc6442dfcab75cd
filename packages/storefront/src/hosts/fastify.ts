import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { type Core, createCore } from '../core/core.ts';
import type { StorefrontOptions } from '../core/options.ts';
import { discardRest, NodeRequest, nodeRuntime } from './node-bridge.ts';

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
  const { handle, close } = createCore<FastifyRequest>(options, nodeRuntime);
  const plugin: FastifyPluginCallback = (app, _options, done) => {
    const depth = app.prefix.split('/').filter(Boolean).length;
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      const target = behindMount(request.url, depth);
      const bridged = new NodeRequest(request, request.raw, reply.raw, target);
      const { status, headers, body } = await handle(bridged);
      reply.code(status);
      for (let i = 0; i + 1 < headers.length; i += 2) reply.header(headers[i] ?? '', headers[i + 1]);
      // Fastify puts a charset behind the type of JSON text; it leaves that of bytes alone.
      reply.send(typeof body === 'string' ? Buffer.from(body) : body);
      if (!request.raw.complete) discardRest(request.raw);
      return reply;
    };
    // The core reads bodies itself, within the contract's limits, and streams photos.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    app.setErrorHandler<Error & { code?: string }>((error, request, reply) => {
      if (error.code?.startsWith('FST_ERR_CTP_')) return answer(request, reply);
      throw error;
    });
    app.addHook('preClose', close);
    app.all('/*', answer);
    done();
  };
  return Object.assign(plugin, { close });
}

/** What stands in a URL behind its first segments, as it came. A prefix may have parameters. */
function behindMount(url: string, segments: number): string {
  let at = 0;
  for (let passed = 0; passed < segments && at !== -1; passed += 1) at = url.indexOf('/', at + 1);
  return at === -1 ? '' : url.slice(at);
}
