import type { Access, StatusResponse } from '@genvoris/contract';
import type { ShopperView } from '@genvoris/contract/types/storefront';
import type { Entitlement } from './entitlements.ts';

/** What this shopper may do: the account's access first, then the shopper's own entitlement. */
export function toShopperView(
  { access }: StatusResponse,
  { permitted, ctaType, remaining }: Entitlement,
): Omit<ShopperView, 'sessionToken'> {
  if (access !== 'ALLOWED') return { canTryOn: false, ctaType: CTA_WITHOUT_ACCESS[access], remaining };
  return { canTryOn: permitted, ctaType, remaining };
}

const CTA_WITHOUT_ACCESS = {
  EXHAUSTED: 'service_paused',
  LOCKED: 'none',
  ERROR: 'none',
} as const satisfies Record<Exclude<Access, 'ALLOWED'>, ShopperView['ctaType']>;
