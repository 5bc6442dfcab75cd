// Generated from openapi/shared/shop-events.yaml by `pnpm generate`. Do not edit.

export interface ShopEventBounds {
  /** Characters of an email. */
  readonly email: number;
  /** Characters of a product's name. */
  readonly title: number;
  /** Lines of an order. */
  readonly items: number;
}

/** How much of what happened in the shop is taken. */
export const SHOP_EVENT_BOUNDS: ShopEventBounds = { email: 254, title: 500, items: 1000 };
