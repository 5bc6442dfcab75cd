import { SHOP_EVENT_BOUNDS } from '@genvoris/contract';
import type { ShopOrderItem } from '@genvoris/contract/types/storefront';
import { WebhookVerificationError } from '@genvoris/node/webhooks';

/** An object of a platform's JSON; every field is to be looked at before it is believed. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The signature is good, and a field cannot be right. */
export function malformed(field: string, rule: string): WebhookVerificationError {
  return new WebhookVerificationError('malformed_payload', `"${field}" ${rule}.`);
}

/** @throws WebhookVerificationError that names the field */
export function currencyOf(value: unknown, field: string): string {
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
  throw malformed(field, 'is no currency of ISO 4217');
}

/** An email; `undefined` for what cannot be kept as one, which is no reason to refuse an order. */
export function emailOf(value: unknown): string | undefined {
  const fits = typeof value === 'string' && value.trim() !== '' && value.length <= SHOP_EVENT_BOUNDS.email;
  return fits ? value : undefined;
}

/**
 * The lines of an order that are of a product. A line may be of none, such as a tip, of one that was deleted since (0), or
 * have been taken off the order.
 *
 * @throws WebhookVerificationError that names the field
 */
export function itemsOf(
  lines: unknown,
  title: string,
  idOf: (value: unknown, field: string) => string,
): ShopOrderItem[] {
  if (lines === undefined || lines === null) return [];
  if (!Array.isArray(lines)) throw malformed('line_items', 'is no list');
  return lines.slice(0, SHOP_EVENT_BOUNDS.items).flatMap((line: unknown) => {
    const { product_id: product, quantity, [title]: name } = isFields(line) ? line : {};
    if (product === null || product === undefined || product === 0 || quantity === 0) return [];
    const productId = idOf(product, 'line_items.product_id');
    if (!Number.isSafeInteger(quantity) || (quantity as number) < 0)
      throw malformed('line_items.quantity', 'is no number');
    const named = typeof name === 'string' && name !== '' && name.length <= SHOP_EVENT_BOUNDS.title;
    return [{ productId, quantity: quantity as number, ...(named && { title: name }) }];
  });
}
