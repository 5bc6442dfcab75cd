import Genvoris, { GenvorisValidationError } from '@genvoris/node/compat';

const gv = new Genvoris({
  apiKey: process.env.GENVORIS_API_KEY ?? '',
  baseUrl: `${process.env.GENVORIS_PORTAL_URL ?? 'https://genvoris.org'}/api/v1`,
});

const customer = await gv.customers.create({ externalId: 'user_42', email: 'shopper@shop.example' });
const session = await gv.sessions.mint({ customerId: customer.id, ttlSeconds: 900 });
console.log(`a ${session.token_type} token for ${session.expires_in} s`);

try {
  const order = { orderId: 'order_1001', platform: 'custom', amountCents: 12900 } as const;
  const { attributedFromTryOn } = await gv.conversions.create(order);
  console.log(`a try-on came first: ${attributedFromTryOn}`);
} catch (error) {
  if (!(error instanceof GenvorisValidationError)) throw error;
  console.log(error.fieldErrors);
}
