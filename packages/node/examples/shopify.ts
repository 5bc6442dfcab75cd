import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { createGenvoris } from '@genvoris/node';
import { readShopifyOrder, reportOrder } from '@genvoris/node/orders';
import { WebhookVerificationError } from '@genvoris/node/webhooks';

const secret = process.env.SHOPIFY_CLIENT_SECRET ?? '';
const genvoris = createGenvoris({
  apiKey: process.env.GENVORIS_API_KEY ?? '',
  portalUrl: process.env.GENVORIS_PORTAL_URL,
});

const server = createServer(async (request, response) => {
  try {
    await reportOrder(genvoris, readShopifyOrder(await buffer(request), request.headers, secret));
    response.writeHead(200).end();
  } catch (error) {
    console.error('not reported:', error);
    response.writeHead(error instanceof WebhookVerificationError ? 400 : 500).end();
  }
});
server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening', server.address()));
