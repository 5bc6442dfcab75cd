import type { StorefrontOperationId } from '@genvoris/conformance';

/** What the adapters of this repository do not offer yet: monetisation and one-click connect. */
export const UNSUPPORTED: StorefrontOperationId[] = [
  'proxyCreatePlan',
  'receiveWooCommerceWebhook',
  'receiveShopifyWebhook',
  'startStoreConnect',
  'completeConnect',
];
