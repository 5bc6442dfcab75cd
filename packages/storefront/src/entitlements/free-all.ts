import { flag } from '../exchange/option-rules.ts';
import { type Model, type ModelFactory, SELLS_NOTHING } from './model.ts';

/** Shoppers try on freely, guests in guest mode; the merchant carries the cost. */
export const createFreeAll: ModelFactory<'FREE_ALL'> = ({ guests }, shop): Model => ({
  ...SELLS_NOTHING,
  name: 'FREE_ALL',
  counts: false,
  guests: guests === undefined ? shop.guests : flag('model.guests', guests),
  offer: { ctaType: 'none', link: undefined },
});
