/** The window event that says a try-on has been made, by the widget or by the shop's own code. */
export const COMPLETED_EVENT = 'genvoris:tryon-completed';

/** The window event of a call to action without an address; a shop that handles it prevents its default. */
export const CTA_EVENT = 'genvoris:cta';

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
