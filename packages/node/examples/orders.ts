import { createGenvoris } from '@genvoris/node';

const genvoris = createGenvoris({
  apiKey: process.env.GENVORIS_API_KEY ?? '',
  portalUrl: process.env.GENVORIS_PORTAL_URL,
});

/** For your order webhook, once an order is paid. `visit` is the field genvoris_session of your checkout form. */
async function orderPaid(order: {
  id: string;
  cents: number;
  currency: string;
  email?: string;
  visit?: string;
}) {
  const { attributedFromTryOn } = await genvoris.conversions.create({
    orderId: order.id,
    platform: 'custom',
    amountCents: order.cents,
    currency: order.currency,
    ...(order.visit && { sessionId: order.visit }),
    ...(order.email && { customerEmail: order.email }),
  });
  console.log(`a try-on came first: ${attributedFromTryOn}`);
}

/** For your refund webhook; a part of the amount will do. */
async function orderRefunded(order: { id: string; cents: number; currency: string }) {
  const { id: orderId, cents: refundedAmountCents, currency } = order;
  await genvoris.returns.create({ orderId, platform: 'custom', refundedAmountCents, currency });
}

const order = { id: 'order_1001', cents: 12900, currency: 'USD' };
await orderPaid({ ...order, email: 'shopper@shop.example' });
await orderRefunded(order);
await genvoris.close();
