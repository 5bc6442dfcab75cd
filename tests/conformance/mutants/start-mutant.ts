import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { startMutatingProxy } from '@genvoris/testing/mutating-proxy';
import { startExpress } from '../adapters/express.ts';
import type { Memory, Mutant } from './mutant.ts';

/** The real Express adapter between two proxies that make it broken. */
export async function startMutant(
  { front, back }: Pick<Mutant, 'front' | 'back'>,
  upstream: UpstreamForAdapter,
): Promise<StartedAdapter> {
  const { url, apiKey, origin, orderSecret, webhookSecret } = upstream;
  const nowhere = new URL('http://127.0.0.1');
  const memory: Memory = {
    ...{ browser: undefined, upstream: undefined, adapter: nowhere },
    ...{ apiKey, orderSecret, webhookSecret, origin },
  };
  const atBack = back?.(memory);
  const behind = await startMutatingProxy(new URL(url), () => atBack);
  const adapter = await startExpress({ ...upstream, url: behind.url });
  memory.adapter = new URL(adapter.target);
  const [before, twin] = await Promise.all(
    [adapter.target, ...(adapter.unresolvable === undefined ? [] : [adapter.unresolvable])].map((target) => {
      const inFront = front?.(memory);
      return startMutatingProxy(new URL(target), () => inFront);
    }),
  );
  return {
    target: before?.url ?? '',
    unresolvable: twin?.url,
    close: async () => {
      await adapter.close?.();
      await Promise.all([before?.close(), twin?.close(), behind.close()]);
    },
  };
}
