export { type OrderReport, reportOrder } from './orders/order-report.ts';
export { readShopifyOrder } from './orders/shopify.ts';
export { readWooCommerceOrder } from './orders/woocommerce.ts';
