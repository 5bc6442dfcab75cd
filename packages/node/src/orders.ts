export { type OrderReport, reportOrder } from './orders/order-report.ts';
export { readShopifyOrder } from './orders/shopify.ts';
export {
  readWooCommerceOrder,
  readWooCommerceWebhook,
  type WooCommerceWebhook,
} from './orders/woocommerce.ts';
