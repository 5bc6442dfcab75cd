import { STOREFRONT_MODELS } from '@genvoris/contract';

/** What `init` asks; the first of each is the default. */
export const CHOICES = {
  platform: ['external', 'laravel', 'wordpress', 'woocommerce', 'shopify'],
  host: ['express', 'fastify', 'node', 'fetch'],
  model: STOREFRONT_MODELS,
  database: ['sqlite', 'pglite', 'postgres', 'mysql', 'none'],
} as const;

export type Question = keyof typeof CHOICES;
export type Answers = { readonly [Name in Question]: (typeof CHOICES)[Name][number] };
