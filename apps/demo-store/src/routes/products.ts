import type { ShopProduct } from '@genvoris/contract';
import { Router } from 'express';
import { findProduct } from '../shop/products.ts';

/** The products as WooCommerce answers them, where it does: of it a quick try-on takes the pictures. */
export function productRoutes(origin: string): Router {
  const routes = Router();
  routes.get('/wp-json/wc/store/v1/products/:id', (request, response) => {
    const product = findProduct(request.params.id);
    if (!product) {
      const code = 'woocommerce_rest_product_invalid_id';
      return response.status(404).json({ code, message: 'No such product.', data: { status: 404 } });
    }
    const { id, title: name, garment } = product;
    response.json({ id, name, images: [{ src: `${origin}${garment}` }] } satisfies ShopProduct);
  });
  return routes;
}
