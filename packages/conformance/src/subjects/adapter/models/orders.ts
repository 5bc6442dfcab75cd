import { ALLOWANCES, planOf } from '../oracle/model-plan.ts';
import type { ModelCell, ModelFamily } from './model-cell.ts';

const DAY_MS = 86_400_000;

/** Orders grant what the model says, once; what goes back is revoked as far as it is unspent. */
export const orderCells: ModelFamily = (operationId, model) => {
  const plan = planOf(model);
  if (operationId !== 'receiveShopEvent' || plan?.broughtBy !== 'order.paid' || plan.amount === null)
    return [];
  const { amount } = plan;
  const grant = (value: string, title: string, drive: ModelCell['drive']): ModelCell => ({
    ...{ operationId, rule: 'grant', value, title, drive },
  });
  const revoke = (value: string, title: string, drive: ModelCell['drive']): ModelCell => ({
    ...{ operationId, rule: 'revoke', value, title, drive },
  });
  const cells = [
    grant('paid', 'an order is paid', async (shopping) => {
      const event = shopping.harness.bringing(shopping.browser);
      if (!event) return;
      const { duplicate, outcome, granted } = await shopping.told(event);
      shopping.same(
        'the receipt is another',
        { duplicate, outcome, granted },
        { duplicate: false, outcome: 'granted', granted: amount },
      );
      await shopping.has('afterwards', amount);
    }),
    grant('repeated', 'the same event again', async (shopping) => {
      const event = await shopping.isBrought();
      if (!event) return;
      const { duplicate } = await shopping.told(event);
      shopping.same('the repetition is not told as one', duplicate, true);
      await shopping.has('afterwards', amount);
    }),
    grant('repeated-at-once', 'the same event ten times at once', async (shopping) => {
      const event = shopping.harness.bringing(shopping.browser);
      if (!event) return;
      await Promise.all(Array.from({ length: 10 }, () => shopping.told(event)));
      await shopping.has('afterwards', amount);
    }),
    grant('order-told-twice', 'the same order under another event’s id', async (shopping) => {
      const event = await shopping.isBrought();
      if (!event) return;
      await shopping.told(shopping.follow(event, 'order.paid'));
      await shopping.has('afterwards', amount);
    }),
    grant('second-order', 'a second order', async (shopping) => {
      await shopping.isBrought();
      await shopping.triesOn();
      await shopping.isBrought();
      await shopping.has('afterwards', shopping.left(1, 2));
    }),
    grant('guest-order', 'a guest’s order, whose buyer registers later', async (shopping) => {
      const email = `run-${shopping.id}@shopper.example`;
      const event = shopping.harness.bringing(shopping.browser, { customerId: null, email });
      if (!event) return;
      const { outcome, granted } = await shopping.told(event);
      shopping.same('the receipt is another', { outcome, granted }, { outcome: 'guest_order', granted: 0 });
      await shopping.hasNothing('before');
      const claimed = await shopping.tells('shopper.created', { email });
      shopping.same('what registering came to is another', claimed.outcome, 'claimed');
      await shopping.has('afterwards', amount);
    }),
    grant('guest-order-of-nobody', 'a guest’s order without an email', async (shopping) => {
      const event = shopping.harness.bringing(shopping.browser, { customerId: null, email: null });
      if (!event) return;
      const { outcome, granted } = await shopping.told(event);
      shopping.same('the receipt is another', { outcome, granted }, { outcome: 'guest_order', granted: 0 });
      await shopping.hasNothing('afterwards');
    }),
    grant('of-another-shopper', 'another shopper’s order', async (shopping) => {
      await shopping.another().isBrought();
      await shopping.hasNothing('afterwards');
    }),
    revoke('refunded', 'the whole is refunded', async (shopping) => {
      const event = await shopping.isBrought();
      if (!event) return;
      const { outcome, revoked } = await shopping.told(
        shopping.follow(event, 'order.refunded', { amountCents: null }),
      );
      shopping.same('the receipt is another', { outcome, revoked }, { outcome: 'revoked', revoked: amount });
      await shopping.hasNothing('afterwards');
      await shopping.spent('afterwards', 'proxyTryon');
    }),
    revoke('refunded-after-use', 'the whole is refunded after one was used', async (shopping) => {
      const event = await shopping.isBrought();
      if (!event) return;
      await shopping.triesOn();
      const { revoked } = await shopping.told(
        shopping.follow(event, 'order.refunded', { amountCents: null }),
      );
      shopping.same('another number is taken back', revoked, amount - 1);
      await shopping.hasNothing('afterwards');
    }),
    revoke('refunded-in-part', 'half of the money is refunded, then the rest', async (shopping) => {
      const event = await shopping.isBrought();
      if (!event) return;
      const half = Math.floor(Number(event.data.totalCents) / 2);
      // In proportion, rounded for the shopper.
      const back = Math.floor((amount * half) / Number(event.data.totalCents));
      await shopping.told(shopping.follow(event, 'order.refunded', { refundId: 'a', amountCents: half }));
      await shopping.has('after the half', amount - back);
      const rest = Number(event.data.totalCents) - half;
      await shopping.told(shopping.follow(event, 'order.refunded', { refundId: 'b', amountCents: rest }));
      await shopping.hasNothing('after the rest');
    }),
    revoke('refund-told-twice', 'the same refund under another event’s id', async (shopping) => {
      const event = await shopping.isBrought();
      if (!event) return;
      const half = Math.floor(Number(event.data.totalCents) / 2);
      const back = Math.floor((amount * half) / Number(event.data.totalCents));
      for (let i = 0; i < 2; i += 1)
        await shopping.told(shopping.follow(event, 'order.refunded', { refundId: 'a', amountCents: half }));
      await shopping.has('afterwards', amount - back);
    }),
    revoke('cancelled', 'the order is cancelled', async (shopping) => {
      const event = await shopping.isBrought();
      if (!event) return;
      await shopping.triesOn();
      const { outcome, revoked } = await shopping.told(shopping.follow(event, 'order.cancelled'));
      shopping.same(
        'the receipt is another',
        { outcome, revoked },
        { outcome: 'revoked', revoked: amount - 1 },
      );
      await shopping.hasNothing('afterwards');
    }),
    revoke('refunded-before-paid', 'the refund arrives before the payment', async (shopping) => {
      const event = shopping.harness.bringing(shopping.browser);
      if (!event) return;
      await shopping.told(shopping.follow(event, 'order.refunded', { amountCents: null }));
      await shopping.told(event);
      await shopping.hasNothing('afterwards');
    }),
  ];
  if (plan.source === 'credits')
    cells.push({
      operationId,
      rule: 'expiry',
      value: 'expired',
      title: 'an order of so long ago that what it brought has expired',
      drive: async (shopping) => {
        const event = shopping.harness.bringing(shopping.browser);
        if (!event) return;
        const ago = (ALLOWANCES.creditsExpireDays + 1) * DAY_MS;
        await shopping.told({ ...event, occurredAt: new Date(Date.now() - ago).toISOString() });
        await shopping.hasNothing('afterwards');
        await shopping.spent('afterwards', 'proxyTryon');
      },
    });
  return cells;
};
