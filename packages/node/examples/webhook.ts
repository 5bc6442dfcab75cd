import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { verifyWebhook, WebhookVerificationError } from '@genvoris/node/webhooks';

const secrets = process.env.GENVORIS_WEBHOOK_SECRETS?.split(' ') ?? []; // two while you rotate
const seen = new Set<string>(); // in a shop: a table with a unique index

const server = createServer(async (request, response) => {
  try {
    const event = verifyWebhook(await buffer(request), request.headers, secrets);
    if (!seen.has(event.id)) {
      seen.add(event.id);
      if (event.type === 'end_customer.quota_exhausted') console.log(`${event.data.external_id} is out`);
    }
    response.writeHead(204).end();
  } catch (error) {
    console.error(error); // says why, and holds no secret
    response.writeHead(error instanceof WebhookVerificationError ? 400 : 500).end();
  }
});
server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening', server.address()));
