import type { ShopEventType } from '@genvoris/contract';
import type { SentEvent } from '../browser/shop-events.ts';
import { shopEvent } from '../browser/shop-events.ts';
import { planOf } from '../oracle/model-plan.ts';
import type { ModelCell, ModelFamily } from './model-cell.ts';
import { reasonAfter, type Shopping } from './shopping.ts';

const HOUR_MS = 3_600_000;

/** A subscription has no limit while it is active, rests while it is paused, and ends once. */
export const subscriptionCells: ModelFamily = (operationId, model) => {
  const plan = planOf(model);
  if (operationId !== 'receiveShopEvent' || !plan?.gives.includes('subscription')) return [];
  // Under a model that gives something else besides, a shopper without one falls back on that.
  const alone = plan.source === 'subscription';
  const cell = (value: string, title: string, drive: ModelCell['drive']): ModelCell => ({
    ...{ operationId, rule: 'subscription', value: `subscription-${value}`, title, drive },
  });
  const rests = async (shopping: Shopping, after: ShopEventType) => {
    if (!alone) return shopping.has(after, plan.amount);
    await shopping.hasNothing(after);
    await shopping.spent(after, 'proxyTryon', reasonAfter(after));
  };
  const begins = async (shopping: Shopping): Promise<SentEvent> => {
    const event = started(shopping);
    await shopping.told(event);
    return event;
  };
  const cells = [
    cell('started', 'a subscription begins', async (shopping) => {
      const event = started(shopping);
      const { outcome } = await shopping.told(event);
      shopping.same('the receipt is another', outcome, 'subscription_changed');
      await shopping.has('afterwards', null);
      await shopping.triesOn();
      await shopping.has('after a try-on', null);
    }),
    cell('paused', 'a subscription is paused, then resumed', async (shopping) => {
      const event = await begins(shopping);
      await shopping.told(later(shopping, event, 'subscription.paused', 1));
      await rests(shopping, 'subscription.paused');
      await shopping.told(later(shopping, event, 'subscription.resumed', 2));
      await shopping.has('resumed', null);
    }),
    cell('ended', 'a subscription ends, and is told to begin again', async (shopping) => {
      const event = await begins(shopping);
      await shopping.told(later(shopping, event, 'subscription.ended', 1));
      await rests(shopping, 'subscription.ended');
      await shopping.told(later(shopping, event, 'subscription.renewed', 2));
      await rests(shopping, 'subscription.ended');
    }),
    cell('ended-before-started', 'the end arrives before the beginning', async (shopping) => {
      const event = started(shopping);
      await shopping.told(later(shopping, event, 'subscription.ended', 1));
      await shopping.told(event);
      if (alone) await shopping.hasNothing('afterwards');
      else await shopping.has('afterwards', plan.amount);
    }),
    cell('older-state', 'an older state arrives after a newer one', async (shopping) => {
      const event = await begins(shopping);
      await shopping.told(later(shopping, event, 'subscription.resumed', 2));
      await shopping.told(later(shopping, event, 'subscription.paused', 1));
      await shopping.has('afterwards', null);
    }),
    cell('of-another-shopper', 'another shopper’s subscription', async (shopping) => {
      await begins(shopping.another());
      if (alone) await shopping.hasNothing('afterwards');
      else await shopping.has('afterwards', plan.amount);
    }),
  ];
  return [
    ...cells,
    {
      ...{ operationId, rule: 'expiry', value: 'subscription-expired' },
      title: 'a subscription whose paid time is over',
      drive: async (shopping) => {
        const endsAt = new Date(Date.now() - HOUR_MS).toISOString();
        const occurredAt = new Date(Date.now() - 2 * HOUR_MS).toISOString();
        await shopping.told({ ...started(shopping, { endsAt }), occurredAt });
        if (alone) await shopping.hasNothing('afterwards');
        else await shopping.has('afterwards', plan.amount);
      },
    },
  ];
};

function started(shopping: Shopping, data: Record<string, unknown> = {}): SentEvent {
  const subscriptionId = `sub-${shopping.id}`;
  return shopEvent('subscription.started', { subscriptionId, customerId: shopping.id, ...data });
}

/** What becomes of the subscription, so many milliseconds after that. */
function later(shopping: Shopping, event: SentEvent, type: ShopEventType, milliseconds: number): SentEvent {
  const occurredAt = new Date(Date.parse(event.occurredAt) + milliseconds).toISOString();
  return { ...shopping.follow(event, type), occurredAt };
}
