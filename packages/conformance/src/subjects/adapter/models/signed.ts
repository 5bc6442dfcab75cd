import { forgeriesOf, inStandardForm } from '../browser/forgeries.ts';
import { toBytes } from '../browser/shop-events.ts';
import { planOf } from '../oracle/model-plan.ts';
import type { ModelFamily } from './model-cell.ts';

/** What nobody may believe brings nobody anything. */
export const signedCells: ModelFamily = (operationId, model) => {
  const plan = planOf(model);
  if (operationId !== 'receiveShopEvent' || !plan || plan.broughtBy === undefined) return [];
  const common = { operationId, rule: 'signature' } as const;
  return [
    {
      ...common,
      value: 'forged',
      title: 'events that would bring something, none of them rightly signed',
      drive: async (shopping) => {
        const { harness, browser } = shopping;
        const secrets = { ...harness.settings.secrets, apiKey: harness.canaries.apiKey };
        for (const { call } of forgeriesOf(operationId)) {
          const event = harness.bringing(browser);
          if (event) await harness.tell(event, call(toBytes(event), secrets));
        }
        await shopping.hasNothing('afterwards');
      },
    },
    {
      ...common,
      value: 'standard',
      title: 'the Standard Webhooks form, with the right secret',
      drive: async (shopping) => {
        const { harness, browser } = shopping;
        const event = harness.bringing(browser);
        if (!event) return;
        await shopping.told(event, inStandardForm(operationId, toBytes(event), harness.settings.secrets));
        await shopping.has('afterwards', shopping.left(0));
      },
    },
  ];
};
