import { type Grant, left } from './account.ts';

/** Try-ons that an order's refunds take back in all: in proportion to the money, rounded for the shopper. */
export function target({ granted, cents, refunded, whole }: Omit<Grant, 'ref'>): number {
  if (whole || (refunded > 0 && refunded >= cents)) return granted;
  if (refunded === 0) return 0;
  // Both may be large enough for their product not to be exact as a number.
  return Number((BigInt(granted) * BigInt(refunded)) / BigInt(cents));
}

/** What is to be taken back now, of what is neither used nor held. */
export function owed(grant: Grant): number {
  return Math.max(0, Math.min(left(grant), target(grant) - grant.revoked));
}
