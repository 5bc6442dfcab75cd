import { flag } from '../exchange/option-rules.ts';
import { type ModelFactory, modelNamed } from './model.ts';

/** Shoppers try on freely, guests in guest mode; the merchant carries the cost. */
export const createFreeAll: ModelFactory<'FREE_ALL'> = ({ guests }, shop) => ({
  ...modelNamed('FREE_ALL'),
  guests: guests === undefined ? shop.guests : flag('model.guests', guests),
});
