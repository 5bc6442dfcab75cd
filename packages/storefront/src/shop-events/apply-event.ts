import { buildExternalId, type ExternalIdPlatform } from '@genvoris/contract';
import type { ShopEvent, ShopEventReceipt } from '@genvoris/contract/types/storefront';
import type { Model } from '../entitlements/model.ts';
import type { EventResult, Holder, ShopperLedger } from '../ledger/shopper-ledger.ts';
import type { ClaimOf } from '../shoppers/claims.ts';
import { asShopKnows, toLedgerId } from './order-ids.ts';

/** What an event is applied to. */
export interface ShopBooks {
  ledger: ShopperLedger;
  model: Model;
  platform: ExternalIdPlatform;
  claimOf: ClaimOf;
  at: number;
}

export type Applied = EventResult & Pick<ShopEventReceipt, 'export'>;

/** What concerns no try-on, or nothing that is kept. */
export const IGNORED: Applied = { duplicate: false, outcome: 'ignored', granted: 0, revoked: 0 };

/** Writes down what an event comes to under the model in force. `sender` tells apart whose event ids are meant. */
export async function applyEvent(event: ShopEvent, sender: string, books: ShopBooks): Promise<Applied> {
  const { ledger, model, platform, claimOf, at } = books;
  const eventId = `${sender}:${event.id}`;
  const occurredAt = Date.parse(event.occurredAt);
  const holderOf = async (data: {
    customerId: string | number | null;
    email?: string | null;
  }): Promise<Holder | null> => {
    if (data.customerId !== null) return { shopper: buildExternalId(platform, data.customerId) };
    const claim = await claimOf(data.email);
    return claim === undefined ? null : { claim };
  };
  switch (event.type) {
    case 'order.paid': {
      const { orderId, totalCents, items } = event.data;
      return ledger.applyOrder({
        ...{ eventId, orderId: toLedgerId(platform, orderId), at, kind: 'paid', totalCents },
        holder: await holderOf(event.data),
        grant: model.grant({ items, paidAt: Math.min(occurredAt, at), at }),
      });
    }
    case 'order.refunded': {
      const { orderId, refundId, amountCents } = event.data;
      return ledger.applyOrder({
        ...{ eventId, orderId: toLedgerId(platform, orderId), at, kind: 'refunded' },
        ...{ refundId: String(refundId), amountCents },
      });
    }
    case 'order.cancelled': {
      const orderId = toLedgerId(platform, event.data.orderId);
      return ledger.applyOrder({ eventId, orderId, at, kind: 'cancelled' });
    }
    case 'shopper.created': {
      const claim = await claimOf(event.data.email);
      if (claim === undefined) return IGNORED;
      return ledger.claim({ eventId, shopper: buildExternalId(platform, event.data.customerId), claim, at });
    }
    case 'shopper.deleted': {
      const claim = await claimOf(event.data.email);
      return ledger.detach({ eventId, shopper: buildExternalId(platform, event.data.customerId), claim, at });
    }
    case 'shopper.data_requested': {
      const kept = await ledger.export(buildExternalId(platform, event.data.customerId), { at });
      const credits = kept.credits.map(asShopKnows);
      const history = kept.history.map(asShopKnows);
      const isNew = await ledger.recordEvent({ sender, id: event.id, at });
      return { ...IGNORED, duplicate: !isNew, outcome: 'exported', export: { ...kept, credits, history } };
    }
    default: {
      const { subscriptionId, productIds, endsAt } = event.data;
      return ledger.applySubscription({
        ...{ eventId, subscriptionId: toLedgerId(platform, subscriptionId), occurredAt, at },
        holder: await holderOf(event.data),
        state: STATES[event.type],
        endsAt: endsAt == null ? null : Date.parse(endsAt),
        begins: model.sells(productIds),
      });
    }
  }
}

const STATES = {
  'subscription.started': 'active',
  'subscription.renewed': 'active',
  'subscription.paused': 'paused',
  'subscription.resumed': 'active',
  'subscription.ended': 'ended',
} as const;
