import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ledger } from '@genvoris/ledger';
import { createNodeStorefront, type NodeStorefront } from '@genvoris/storefront/node';
import { Pool } from 'undici';
import { serveAnswers } from '../proxy/upstream-answers.ts';
import { type Measured, measure } from './measure.ts';

/** The status of one shopper after another, under `FREE_ALL`, which asks no ledger, and with credits in this one. */
export async function compareStatus(
  ledger: Ledger,
  shoppers: readonly string[],
  { seconds, clients, rounds }: { seconds: number; clients: number; rounds: number },
): Promise<{ without: Measured; with: Measured }> {
  const backend = createServer(serveAnswers());
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
  const upstream = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
  const options = {
    apiKey: 'gvk_test_bench',
    shopOrigin: 'https://shop.example',
    backendUrl: upstream,
    portalUrl: upstream,
    rateLimits: { getStorefrontStatus: false } as const,
    identify: ({ host }: { host: IncomingMessage }) => ({ id: String(host.headers['x-user']) }),
  };
  const shops = {
    without: await openShop(createNodeStorefront(options)),
    with: await openShop(createNodeStorefront({ ...options, model: 'CREDITS_WITH_PURCHASE', ledger })),
  };
  const best: { without?: Measured; with?: Measured } = {};
  for (let round = 0; round < rounds; round += 1)
    for (const name of ['without', 'with'] as const) {
      const measured = await measure(clients, seconds, async (client, turn) => {
        const id = shoppers[(client + turn) % shoppers.length]?.replace('external_', '') ?? '';
        const { statusCode, body } = await shops[name].pool.request({
          ...{ method: 'GET', path: '/status', headers: { 'x-user': id } },
        });
        const text = await body.text();
        if (statusCode !== 200) throw new Error(`status ${statusCode}: ${text}`);
      });
      if (measured.perSecond > (best[name]?.perSecond ?? 0)) best[name] = measured;
    }
  await Promise.all(Object.values(shops).map((each) => each.close()));
  await new Promise((resolve) => backend.close(resolve));
  return best as { without: Measured; with: Measured };
}

/** A shop's server, and the connections of its visitors. */
async function openShop(storefront: NodeStorefront) {
  const server = createServer(storefront);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections: 64 });
  return {
    pool,
    async close() {
      await pool.close();
      await storefront.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
