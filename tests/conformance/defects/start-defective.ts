import type { StartedAdapter, UpstreamForAdapter } from '@genvoris/conformance';
import { startExpress } from '../adapters/express.ts';
import type { Defect, Memory } from './defect.ts';
import { startProxy } from './mangling-proxy.ts';

/** The real Express adapter between two proxies that make it broken. */
export async function startDefective(
  { front = () => ({}), back = () => ({}) }: Pick<Defect, 'front' | 'back'>,
  upstream: UpstreamForAdapter,
): Promise<StartedAdapter> {
  const memory: Memory = {
    browser: undefined,
    upstream: undefined,
    apiKey: upstream.apiKey,
    origin: upstream.origin,
    adapter: new URL('http://127.0.0.1'),
  };
  const behind = await startProxy(new URL(upstream.url), back(), memory, 'back');
  const adapter = await startExpress({ ...upstream, url: behind.url });
  memory.adapter = new URL(adapter.target);
  const before = await startProxy(memory.adapter, front(), memory, 'front');
  const twin = await startProxy(new URL(adapter.unresolvable ?? ''), front(), memory, 'front');
  return {
    target: before.url,
    unresolvable: twin.url,
    close: async () => {
      await adapter.close?.();
      await Promise.all([before.close(), twin.close(), behind.close()]);
    },
  };
}
