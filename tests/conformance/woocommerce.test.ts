import { test } from 'vitest';
import { expectConformance, WHOLE_RUN_MS } from './adapter-harness.ts';
import { startWooCommerce } from './adapters/woocommerce.ts';
import { UNSUPPORTED } from './unsupported.ts';

test(
  'a WooCommerce shop conforms in every cell of the matrix, in WordPress’s form of errors',
  () =>
    expectConformance({
      name: 'woocommerce',
      start: startWooCommerce,
      externalId: 'woocommerce_{shopper}',
      unsupported: UNSUPPORTED.filter((operationId) => operationId !== 'proxyCreatePlan'),
    }),
  WHOLE_RUN_MS,
);
