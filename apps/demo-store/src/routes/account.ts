import { Router } from 'express';
import { accountPage, exportPage } from '../pages/account.ts';
import { signInPage } from '../pages/sign-in.ts';
import { readEmail } from '../shop/shoppers.ts';
import type { Subscription } from '../shop/subscriptions.ts';
import { fieldOf, pathToReturn, type Shop } from './shop.ts';

const STATES: readonly Subscription['state'][] = ['active', 'paused', 'ended'];

/** Who somebody is, and what is theirs. */
export function accountRoutes(shop: Shop): Router {
  const { visitors, shoppers, orders, subscriptions, events, models, ownAccount, portalAccount, show } = shop;
  const routes = Router();

  routes.get('/sign-in', (request, response) => {
    const from = URL.parse(request.get('referer') ?? '');
    const back = pathToReturn(from && from.pathname + from.search);
    show(request, response, visitors.welcome(request, response), signInPage(shoppers.all(), back));
  });

  routes.post('/sign-in', (request, response) => {
    const shopper = shoppers.find(Number(fieldOf(request, 'shopper')));
    if (shopper) visitors.sign(request, response, shopper);
    response.redirect(303, shopper ? pathToReturn(fieldOf(request, 'back')) : '/sign-in');
  });

  routes.post('/sign-out', (request, response) => {
    visitors.sign(request, response, undefined);
    response.redirect(303, '/');
  });

  routes.post('/register', async (request, response) => {
    const name = fieldOf(request, 'name')?.trim().slice(0, 60);
    const email = readEmail(fieldOf(request, 'email'));
    const shopper = name && email ? shoppers.register(name, email) : undefined;
    if (!shopper) {
      const problem = 'That needs a name, and an email that nobody here has.';
      const page = signInPage(shoppers.all(), pathToReturn(fieldOf(request, 'back')), problem);
      return show(request, response.status(422), visitors.welcome(request, response), page);
    }
    await portalAccount?.addShopper(shopper).catch(report);
    await events.deliver();
    visitors.sign(request, response, shopper);
    response.redirect(303, pathToReturn(fieldOf(request, 'back')));
  });

  routes.get('/account', async (request, response) => {
    const visitor = visitors.welcome(request, response);
    const { shopper } = visitor;
    if (!shopper) return response.redirect(303, '/sign-in');
    const page = accountPage({
      shopper,
      account: await ownAccount(visitor),
      orders: orders.of(shopper),
      subscription: subscriptions.of(shopper),
      isFree: models.choice().model === 'FREE_ALL',
    });
    show(request, response, visitor, page);
  });

  routes.post('/subscriptions/:id', async (request, response, next) => {
    const { shopper } = visitors.welcome(request, response);
    const own = shopper && subscriptions.of(shopper);
    if (own?.id !== request.params.id) return next();
    const state = STATES.find((one) => one === fieldOf(request, 'state'));
    if (state) subscriptions.change(own.id, state);
    await events.deliver();
    response.redirect(303, '/account');
  });

  routes.post('/account/export', async (request, response) => {
    const visitor = visitors.welcome(request, response);
    const { shopper } = visitor;
    if (!shopper) return response.redirect(303, '/sign-in');
    const id = `shopper-${shopper.id}-asks-${crypto.randomUUID()}`;
    events.record({ id, type: 'shopper.data_requested', data: { customerId: shopper.id } });
    await events.deliver();
    const answer = events.latest().find(({ event }) => event.id === id);
    show(request, response, visitor, exportPage(answer?.receipt?.export));
  });

  routes.post('/account/delete', async (request, response) => {
    const { shopper } = visitors.welcome(request, response);
    if (shopper) {
      shoppers.remove(shopper);
      await portalAccount?.removeShopper(shopper).catch(report);
    }
    await events.deliver();
    visitors.sign(request, response, undefined);
    response.redirect(303, '/');
  });

  return routes;
}

/** The shop goes on without the portal: it asks again at the next start. */
function report(error: Error): void {
  console.error(`The portal was not told of a shopper: ${error.message}`);
}
