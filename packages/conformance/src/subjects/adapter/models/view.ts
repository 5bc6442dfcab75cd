import { ACCESS_VALUES } from '@genvoris/contract';
import { exampleOf, success } from '../../../core/contract/documented.ts';
import { planOf } from '../oracle/model-plan.ts';
import type { ModelFamily } from './model-cell.ts';
import { Shopping } from './shopping.ts';

/** What the widget is told: the model's call to action, where it leads, and what is left. */
export const viewCells: ModelFamily = (operationId, model) => {
  if (operationId !== 'getStorefrontStatus') return [];
  const rule = 'shopper-view';
  const common = { operationId, rule } as const;
  const plan = planOf(model);
  const shown = (name: string) => exampleOf(operationId, 200, name) as { canTryOn: boolean; ctaType: string };
  return [
    {
      ...common,
      value: 'guest',
      title: 'a guest asks',
      drive: async ({ harness, findings }) => {
        const guest = new Shopping(harness, harness.guest());
        const { canTryOn, ctaType } = shown('cta_sign_in');
        await guest.sees('a guest', { canTryOn, ctaType, sessionToken: undefined });
        findings.push(...guest.findings);
      },
    },
    {
      ...common,
      value: 'fresh',
      title: 'a shopper who has never had anything asks',
      drive: (shopping) =>
        plan?.broughtBy === undefined
          ? shopping.has('from the beginning', shopping.left(0))
          : shopping.hasNothing('at first'),
    },
    {
      ...common,
      value: 'brought',
      title: 'a shopper asks who got what the model gives',
      drive: async (shopping) => {
        await shopping.isBrought();
        await shopping.has('after it was brought', shopping.left(0));
        await shopping.sees('after it was brought', { ctaUrl: undefined });
      },
    },
    ...ACCESS_VALUES.filter((access) => access !== 'ALLOWED').map((access) => ({
      ...common,
      value: `access-${access}`,
      title: `the account is ${access} for a shopper who has try-ons left`,
      script: access === 'ERROR' ? {} : { getStatus: success('getStatus', access) },
      drive: async (shopping: Shopping) => {
        if (access === 'ERROR') shopping.harness.upstream.change({ getStatus: { status: 200, body: {} } });
        await shopping.isBrought();
        const { canTryOn, ctaType } = shown(access);
        await shopping.sees(access, { access, canTryOn, ctaType });
      },
    })),
  ];
};
