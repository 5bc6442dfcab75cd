export { type OrderReport, reportOrder } from './orders/order-report.ts';
export { readShopifyOrder, readShopifyWebhook, type ShopifyWebhook } from './orders/shopify.ts';
export {
  readWooCommerceOrder,
  readWooCommerceWebhook,
  type WooCommerceWebhook,
} from './orders/woocommerce.ts';
