import type { WidgetEventType } from '@genvoris/contract';

/** The window event that says a try-on has been made, by the widget or by the shop's own code. */
export const COMPLETED_EVENT = 'genvoris:tryon-completed';

/** The window event of a call to action without an address; a shop that handles it prevents its default. */
export const CTA_EVENT = 'genvoris:cta';

/** The window event by which the shop tells a step of its own, such as that the product went into the cart. */
export const TRACK_EVENT = 'genvoris:track';

/** What `genvoris:tryon-completed` tells. No token, no picture, no photo. */
export interface CompletedDetail {
  productId?: string;
  productImage: string;
  variationCount: number;
  remaining?: number;
}

/** What `genvoris:cta` tells. */
export interface CtaDetail {
  ctaType: string;
}

/** What `genvoris:track` takes. Without a `productId` it is about the product of the page. */
export interface TrackDetail {
  eventType: WidgetEventType;
  productId?: string;
  productTitle?: string;
}
