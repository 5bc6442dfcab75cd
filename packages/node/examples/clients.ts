import { createGenvoris } from '@genvoris/node';

const genvoris = createGenvoris({
  apiKey: process.env.GENVORIS_API_KEY ?? '',
  portalUrl: process.env.GENVORIS_PORTAL_URL, // unset: https://genvoris.org
  backendUrl: process.env.GENVORIS_BACKEND_URL, // unset: https://api.genvoris.org
});

const { access } = await genvoris.status.get();
console.log(`try-on is ${access}`);

const { data: customer } = await genvoris.v1.POST('/api/v1/customers', {
  body: { externalId: 'woocommerce_42', resetPeriod: false },
});
const { data: session } = await genvoris.v1.POST('/api/v1/customers/{id}/sessions', {
  params: { path: { id: customer.id } },
  body: { expires_in: 900, productId: 'dress-42' },
});
console.log(`a ${session.token_type} token for ${session.expires_in} s`);

await genvoris.close();
