export { type OrderReport, reportOrder } from './orders/order-report.ts';
export { orderReportOf } from './orders/shop-event.ts';
export { readShopifyOrder, readShopifyWebhook, type ShopifyWebhook } from './orders/shopify.ts';
export {
  readWooCommerceOrder,
  readWooCommerceWebhook,
  type WooCommerceWebhook,
} from './orders/woocommerce.ts';
