import { Router } from 'express';
import { findScenario, type ScenarioGroup } from '../backstage/scenarios.ts';
import { fieldOf, pathToReturn, type Shop } from './shop.ts';

/** What the demo's own controls do; a shop of your own has none. */
export function demoRoutes({ visitors, shoppers }: Shop, choices: readonly ScenarioGroup[]): Router {
  const routes = Router();
  routes.post('/demo', (request, response) => {
    const visitor = visitors.welcome(request, response);
    const chosen = findScenario(fieldOf(request, 'scenario'));
    if (chosen && choices.some(({ scenarios }) => scenarios.includes(chosen))) visitor.scenario = chosen.name;
    const viewer = fieldOf(request, 'viewer');
    const shopper = shoppers.find(Number(viewer));
    if (viewer !== undefined && shopper?.id !== visitor.shopper?.id)
      visitors.sign(request, response, shopper);
    response.redirect(303, pathToReturn(fieldOf(request, 'back')));
  });
  return routes;
}
