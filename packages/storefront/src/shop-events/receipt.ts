import type { ShopEventReceipt } from '@genvoris/contract/types/storefront';
import { type Applied, IGNORED } from './apply-event.ts';

/** One answer for all that a delivery told: of what was new, or, if nothing was, of what it had come to before. */
export function toReceipt(applied: readonly Applied[]): ShopEventReceipt {
  const fresh = applied.filter(({ duplicate }) => !duplicate);
  const counted = fresh.length > 0 ? fresh : applied;
  const telling = counted.filter(({ outcome }) => outcome !== 'recorded' && outcome !== 'ignored');
  const { outcome } = telling.at(-1) ?? counted.at(-1) ?? IGNORED;
  const granted = counted.reduce((sum, one) => sum + one.granted, 0);
  const revoked = counted.reduce((sum, one) => sum + one.revoked, 0);
  const exported = counted.find((one) => one.export !== undefined)?.export;
  return {
    received: true,
    duplicate: applied.length > 0 && fresh.length === 0,
    outcome,
    ...((granted > 0 || outcome === 'guest_order') && { granted }),
    ...(revoked > 0 && { revoked }),
    ...(exported !== undefined && { export: exported }),
  };
}
