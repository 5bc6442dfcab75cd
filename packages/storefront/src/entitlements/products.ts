import { refuse } from '../exchange/option-rules.ts';

/** Products by the shop's own ids, where a number is its digits. */
export type Products = ReadonlySet<string>;

/** @throws TypeError that names the option */
export function parseProducts(name: string, value: unknown): Products {
  const isId = (id: unknown) =>
    typeof id === 'string' ? id !== '' : Number.isSafeInteger(id) && (id as number) >= 0;
  if (!Array.isArray(value) || !value.every(isId)) return refuse(name, 'must be a list of product ids');
  return new Set(value.map(String));
}

/** The same where `undefined` or `null` names none. */
export function parseOptionalProducts(name: string, value: unknown): Products | undefined {
  if (value === undefined || value === null) return undefined;
  const products = parseProducts(name, value);
  // None that qualifies would sell what nobody can have.
  return products.size > 0 ? products : refuse(name, 'must name a product, or be left out where any will do');
}

/** Whether one of them is among the products; any is where the merchant named none. */
export function hasOneOf(
  products: Products | undefined,
  productIds: readonly (string | number)[] | undefined,
): boolean {
  if (products === undefined || productIds === undefined) return true;
  return productIds.some((id) => products.has(String(id)));
}
