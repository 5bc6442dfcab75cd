import { isStorable, WIDGET_SESSION_NAME } from '@genvoris/contract';
import type { components } from '@genvoris/contract/types/v1';
import { validateRequestWith } from '@genvoris/contract/validation';
import { createConversion, createReturn } from '@genvoris/contract/validators/v1';
import { type Fields, listOf, textOf } from './platform-webhook.ts';

interface Bodies {
  createConversion: components['schemas']['CreateConversionRequest'];
  createReturn: components['schemas']['CreateReturnRequest'];
}

const VALIDATORS = { createConversion, createReturn };

/**
 * A body with those of its details that the contract takes: none of them is worth the order or the refund. What is
 * wrong with `needed` the portal says.
 */
export function withDetails<Id extends keyof Bodies>(
  operationId: Id,
  needed: Partial<Bodies[Id]>,
  details: Fields,
): Bodies[Id] {
  const kept = Object.entries(details).filter(
    ([, value]) => value !== undefined && (typeof value !== 'string' || isStorable(value)),
  );
  const valid = validateRequestWith(VALIDATORS, operationId, { ...needed, ...Object.fromEntries(kept) });
  const refused = new Set(valid.ok ? [] : valid.errors.map(({ path }) => path.slice(1)));
  const taken = Object.fromEntries(kept.filter(([name]) => !refused.has(name)));
  return { ...needed, ...taken } as Bodies[Id];
}

/** What the lines of an order say together; of several products none is the order's. */
export function detailsOfItems(items: unknown, title: string): Fields {
  const products = listOf(items);
  const quantity = products.reduce((sum, { quantity: one }) => sum + Number(one), 0);
  const [only, second] = products;
  if (only === undefined || second !== undefined) return { quantity };
  const productId = only.product_id ? String(only.product_id) : undefined;
  return { quantity, productId, productTitle: textOf(only[title]) };
}

/** The widget's visit among the shop's own notes on an order, each under a name and with a value. */
export function sessionIn(notes: unknown, name: string): string | undefined {
  const note = listOf(notes).find((one) => String(one[name] ?? '').replace(/^_/, '') === WIDGET_SESSION_NAME);
  return textOf(note?.value);
}
