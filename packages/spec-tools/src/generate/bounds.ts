import { child } from '../contract/document.ts';
import type { JsonObject } from '../contract/json.ts';
import { SpecError } from '../contract/spec-error.ts';
import { header, literal } from './source-text.ts';

/** By the constant's field: where the bound stands below a file's schemas, and what it bounds. */
export type BoundTable = Readonly<Record<string, readonly [place: string, text: string]>>;

const ACCOUNT = 'openapi/shared/account.yaml';
const ACCOUNT_BOUNDS: BoundTable = {
  credits: ['ShopperAccount/properties/credits/maxItems', 'What orders granted, on an account page.'],
  history: ['ShopperAccount/properties/history/maxItems', 'What moved the allowance, on an account page.'],
  exportCredits: ['ShopperExport/properties/credits/maxItems', 'What orders granted, in an export.'],
  exportHistory: ['ShopperExport/properties/history/maxItems', 'What moved the allowance, in an export.'],
  creditsKey: ['CreditsKey/maxLength', 'Characters of an Idempotency-Key of `POST /credits/use`.'],
};

/** Source of `gen/account.ts`: how much of a shopper's account is told. */
export function accountSource(shared: ReadonlyMap<string, JsonObject>): string {
  return `${header(ACCOUNT)}
${boundsSource(shared, ACCOUNT, ACCOUNT_BOUNDS, { type: 'AccountBounds', text: "How much of a shopper's account is told." })}`;
}

const SHOP_EVENTS = 'openapi/shared/shop-events.yaml';
const SHOP_EVENT_BOUNDS: BoundTable = {
  email: ['ShopEmail/maxLength', 'Characters of an email.'],
  title: ['ShopOrderItem/properties/title/maxLength', "Characters of a product's name."],
  items: ['ShopOrderItems/maxItems', 'Lines of an order.'],
};

/** Source of `gen/shop-event.ts`: how much of what happened in the shop is taken. */
export function shopEventSource(shared: ReadonlyMap<string, JsonObject>): string {
  return `${header(SHOP_EVENTS)}
${boundsSource(shared, SHOP_EVENTS, SHOP_EVENT_BOUNDS, { type: 'ShopEventBounds', text: 'How much of what happened in the shop is taken.' })}`;
}

/** Source of a constant with the bounds of the table. */
export function boundsSource(
  shared: ReadonlyMap<string, JsonObject>,
  file: string,
  table: BoundTable,
  { type, text }: { type: string; text: string },
): string {
  const bounds = Object.entries(table).map(([name, [place, about]]) => {
    const bound = child(shared.get(file), ...place.split('/'));
    if (typeof bound !== 'number' || !Number.isSafeInteger(bound) || bound < 1)
      throw new SpecError(file, `/${place}`, 'is not a whole number above 0');
    return { name, about, bound };
  });
  const constant = type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return `export interface ${type} {
${bounds.map(({ name, about }) => `  /** ${about} */\n  readonly ${name}: number;\n`).join('')}}

/** ${text} */
export const ${constant}: ${type} = ${literal(Object.fromEntries(bounds.map(({ name, bound }) => [name, bound])))};
`;
}
