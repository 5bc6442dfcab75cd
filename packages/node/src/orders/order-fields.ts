import { validateRequestWith } from '@genvoris/contract/validation';
import { createConversion } from '@genvoris/contract/validators/v1';
import { type Fields, listOf, textOf } from './platform-webhook.ts';

/** The cart attribute or order meta that carries the widget's id of the visit. */
const SESSION_FIELD = 'genvoris_session';

/** What is optional in a conversion, of those that the contract takes; a platform's odd value is left out. */
export function orderFields({
  email,
  currency,
  items,
  notes,
  names,
}: {
  email: unknown;
  currency: unknown;
  items: unknown;
  /** Where the shop keeps the widget's session, and what a note calls its name and its value. */
  notes: unknown;
  names: readonly [name: string, title: string];
}) {
  const products = listOf(items);
  const [only] = products;
  const productId = only?.product_id ? textOf(String(only.product_id), 255) : undefined;
  const session = listOf(notes).find(
    (note) => String(note[names[0]] ?? '').replace(/^_/, '') === SESSION_FIELD,
  );
  const quantity = products.reduce(
    (sum, { quantity: one }) => sum + (Number.isSafeInteger(one) ? Number(one) : 0),
    0,
  );
  const title = textOf(only?.[names[1]]);
  const sessionId = textOf(session?.value);
  return {
    ...currencyOf(currency),
    ...(quantity > 0 && quantity <= 1_000_000 && { quantity }),
    // Of several products none is the order's.
    ...(products.length === 1 && productId && { productId }),
    ...(products.length === 1 && title && { productTitle: title }),
    ...(sessionId && /^[!-~]{1,128}$/.test(sessionId) && { sessionId }),
    ...(isEmail(email) && { customerEmail: email }),
  };
}

export function currencyOf(value: unknown): { currency?: string } {
  return typeof value === 'string' && /^[A-Za-z]{3}$/.test(value) ? { currency: value } : {};
}

export function reasonOf(fields: Fields, name: string): { reason?: string } {
  const reason = textOf(fields[name]);
  return reason === undefined ? {} : { reason };
}

/** By the contract's own rule: an address that it refuses is not worth the order. */
function isEmail(value: unknown): value is string {
  const order = { orderId: '1', platform: 'custom', amountCents: 0, customerEmail: value };
  return typeof value === 'string' && validateRequestWith({ createConversion }, 'createConversion', order).ok;
}
