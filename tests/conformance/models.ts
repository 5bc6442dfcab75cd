import { STOREFRONT_MODELS, type StorefrontModel } from '@genvoris/contract';

/** Every model; one host is held to all of them. */
export const EVERY_MODEL: readonly StorefrontModel[] = STOREFRONT_MODELS;

/** One that counts nothing, and one that counts: on the other hosts, which know nothing of models. */
export const TWO_MODELS: readonly StorefrontModel[] = ['FREE_ALL', 'CREDITS_WITH_PURCHASE'];

/** Those in which every check turns up. */
export const EVERY_KIND: readonly StorefrontModel[] = ['FREE_ALL', 'PAY_PER_USE', 'FREEMIUM'];
