/** Whom the page asks: the shop's adapter, or (legacy) the backend itself with the key. */
export const WIDGET_OPERATIONS = ['getStorefrontStatus', 'getStatus'] as const;
export type WidgetOperation = (typeof WIDGET_OPERATIONS)[number];
