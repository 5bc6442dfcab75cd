import { type Request, type Response, Router } from 'express';
import { follow, readTrail } from '../genvoris/trail.ts';
import { merchantPage, type Standing } from '../pages/merchant.ts';
import { externalIdOf } from '../shop/shoppers.ts';
import { fieldOf, queryOf, type Shop } from './shop.ts';

/** The merchant's page: the model in force, and the books. */
export function merchantRoutes(shop: Shop): Router {
  const { visitors, models, events, show } = shop;
  const routes = Router();

  async function showMerchant(request: Request, response: Response, problem?: string): Promise<void> {
    const find = queryOf(request, 'find')?.trim();
    const [standings, all] = await Promise.all([readStandings(shop), readTrail(shop)]);
    const steps = find ? follow(all, find) : all;
    const page = merchantPage({
      choice: models.choice(),
      problem,
      standings,
      steps: steps.slice(0, 100),
      find,
    });
    show(request, response, visitors.welcome(request, response), page);
  }

  routes.get('/merchant', (request, response) => showMerchant(request, response));

  routes.post('/merchant', async (request, response) => {
    const problem = models.choose(request.body ?? {});
    if (problem) return showMerchant(request, response.status(422), problem);
    response.redirect(303, '/merchant');
  });

  routes.post('/merchant/repeat', async (request, response) => {
    await events.repeat(fieldOf(request, 'event') ?? '');
    response.redirect(303, '/merchant#trail');
  });

  return routes;
}

/** What each shopper has: in the shop's ledger, and at the portal where it runs. */
async function readStandings({ shoppers, ledger, portalAccount }: Shop): Promise<Standing[]> {
  const all = shoppers.all();
  const at = Date.now();
  const month = new Date(at);
  const freeSince = Date.UTC(month.getUTCFullYear(), month.getUTCMonth());
  const atPortal = await portalAccount?.usage(all);
  return Promise.all(
    all.map(async (shopper) => {
      const allowance = await ledger.allowance(externalIdOf(shopper), { at, freeSince });
      const { subscription, freeUsed, session, credits } = allowance;
      return {
        shopper,
        freeUsed,
        credits,
        session: session.remaining,
        subscription: subscription?.state,
        atPortal: atPortal?.get(shopper.id),
      };
    }),
  );
}
