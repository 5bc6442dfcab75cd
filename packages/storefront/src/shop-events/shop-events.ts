import { buildExternalId, EXTERNAL_ID, type ExternalIdPlatform } from '@genvoris/contract';
import type { ShopEvent, ShopEventReceipt } from '@genvoris/contract/types/storefront';
import { orderReportOf } from '@genvoris/node/orders';
import type { GuestOrders } from '../entitlements/guest-orders.ts';
import type { Model } from '../entitlements/model.ts';
import type { Failure } from '../exchange/failure.ts';
import type { Tell } from '../exchange/note.ts';
import type { Book } from '../ledger/book.ts';
import type { ClaimOf } from '../shoppers/claims.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { applyEvent, IGNORED } from './apply-event.ts';
import { checkEvent } from './check-event.ts';
import { createPortalOrders } from './portal-orders.ts';
import { toReceipt } from './receipt.ts';

/** Takes what happened in the shop. */
export interface ShopEvents {
  /**
   * Applies events in their order. Of several, each is taken once: what was done stays done if a later one fails, and the
   * delivery may be sent again.
   */
  take(
    events: readonly unknown[],
    delivery: { sender: string; model: Model; tell: Tell },
  ): Promise<{ kind: 'receipt'; receipt: ShopEventReceipt } | Failure>;
  /** Waits at most so many milliseconds for what the portal is still to be told. */
  close(graceMs: number): Promise<void>;
}

export function createShopEvents(shop: {
  book: Book | undefined;
  now: () => number;
  platform: ExternalIdPlatform;
  claimOf: ClaimOf;
  guestOrders: Pick<GuestOrders, 'forget'> | undefined;
  upstream: Upstream;
  /** Whether the portal is told. */
  reportOrders: boolean;
}): ShopEvents {
  const { book, now, platform, claimOf, guestOrders } = shop;
  const portal = createPortalOrders(shop.upstream);
  const { funnel, tellsItems } = EXTERNAL_ID[platform];
  /** The event without what was ordered, where that stays in the shop. */
  const asTold = (event: ShopEvent): ShopEvent =>
    tellsItems || event.type !== 'order.paid' ? event : { ...event, data: { ...event.data, items: [] } };
  return {
    async take(events, { sender, model, tell }) {
      const at = now();
      const checked: ShopEvent[] = [];
      for (const value of events) {
        const result = checkEvent(value, { platform, at });
        if (result.kind !== 'event') return result;
        checked.push(result.event);
      }
      const applied = [];
      for (const event of checked) {
        const ledger = await book?.ledger();
        const result = ledger
          ? await applyEvent(event, sender, { ledger, model, platform, claimOf, at })
          : IGNORED;
        applied.push(result);
        if (event.type === 'shopper.deleted')
          guestOrders?.forget(buildExternalId(platform, event.data.customerId));
        if (shop.reportOrders && !result.duplicate)
          portal.tell(orderReportOf(asTold(event), funnel, result.refundedCents), tell);
      }
      return { kind: 'receipt', receipt: toReceipt(applied) };
    },
    close: portal.close,
  };
}
