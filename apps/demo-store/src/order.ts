import type { Product } from './products.ts';

/** What was bought, and what the portal made of it. */
export interface Order {
  id: string;
  products: readonly Product[];
  returned: boolean;
  /** Undefined where nothing was told: the mock servers play, or the portal cannot be reached. */
  attributedFromTryOn?: boolean;
}

export function total(products: readonly Product[]): number {
  return products.reduce((sum, { cents }) => sum + cents, 0);
}
