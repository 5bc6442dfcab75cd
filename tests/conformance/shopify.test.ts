import { test } from 'vitest';
import { expectConformance, WHOLE_RUN_MS } from './adapter-harness.ts';
import { startShopify } from './adapters/shopify.ts';

test(
  'the Shopify-style adapter conforms in every cell of the matrix',
  () => expectConformance({ name: 'shopify', start: startShopify, externalId: 'shopify_{shopper}' }),
  WHOLE_RUN_MS,
);
