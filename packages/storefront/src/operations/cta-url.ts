import type { CtaType } from '@genvoris/contract';
import type { Model } from '../entitlements/model.ts';
import type { Exchange } from './operation.ts';

/**
 * Where the call to action leads, if it is what the model offers. An address that the shop cannot make is left out and
 * told: without it a shopper still sees what there is to see.
 */
export async function ctaUrl(
  { offer }: Model,
  ctaType: CtaType,
  { shopper, tell }: Exchange,
  productId: string | undefined,
): Promise<{ ctaUrl?: string }> {
  if (offer.link === undefined || ctaType !== offer.ctaType) return {};
  try {
    return { ctaUrl: await offer.link(shopper, productId) };
  } catch (error) {
    tell('cta_url_ignored', `the call to action has no address: ${(error as Error)?.message}`);
    return {};
  }
}
