import { Router } from 'express';
import { homePage } from '../pages/home.ts';
import { productPage } from '../pages/product.ts';
import { tryOnsPage } from '../pages/try-ons.ts';
import { findProduct } from '../shop/products.ts';
import type { Shop } from './shop.ts';

export function catalogueRoutes({ visitors, models, ownAccount, show }: Shop): Router {
  const routes = Router();
  routes.get('/', (request, response) => {
    show(request, response, visitors.welcome(request, response), homePage());
  });
  routes.get('/p/:id', async (request, response, next) => {
    const product = findProduct(request.params.id);
    if (!product) return next();
    const visitor = visitors.welcome(request, response);
    show(request, response, visitor, productPage(product, models.choice(), await ownAccount(visitor)));
  });
  routes.get('/try-ons', async (request, response) => {
    const visitor = visitors.welcome(request, response);
    show(request, response, visitor, tryOnsPage(models.choice(), await ownAccount(visitor)));
  });
  return routes;
}
