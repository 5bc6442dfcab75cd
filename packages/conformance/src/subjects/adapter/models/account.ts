import { planOf } from '../oracle/model-plan.ts';
import type { ModelFamily } from './model-cell.ts';
import type { Shopping } from './shopping.ts';

type Entry = Record<string, unknown>;

/** The shopper's own account: what there is, what brought it and what became of it. */
export const accountCells: ModelFamily = (operationId, model) => {
  const plan = planOf(model);
  if (operationId !== 'getShopperAccount' || !plan) return [];
  const common = { operationId, rule: 'account' } as const;
  const byOrder = plan.broughtBy?.startsWith('order.') === true;
  const reads = async (shopping: Shopping, when: string, wanted: Entry) => {
    const account = await shopping.answered(operationId);
    for (const [name, value] of Object.entries({ model, ...wanted }))
      shopping.same(`${when}: ${name} is another`, account[name], value);
    return account as {
      credits?: Entry[];
      history?: Entry[];
      subscription?: Entry | null;
      free?: Entry | null;
    };
  };
  return [
    {
      ...common,
      value: 'fresh',
      title: 'a shopper who has never had anything',
      drive: async (shopping) => {
        const { ctaUrl } = shopping.harness.settings;
        const nothing = { canTryOn: false, ctaType: plan.ctaType, ctaUrl, remaining: 0 };
        const own = { canTryOn: true, ctaType: 'try_on', remaining: plan.amount };
        const first = plan.broughtBy === undefined ? own : nothing;
        const { free } = await reads(shopping, 'at first', {
          ...first,
          subscription: null,
          credits: [],
          history: [],
        });
        const limit = plan.gives.includes('free') ? plan.amount : undefined;
        shopping.same('the free ones are others', free?.limit, limit);
      },
    },
    {
      ...common,
      value: 'used',
      title: 'a shopper who got some and used one',
      drive: async (shopping) => {
        const event = await shopping.isBrought();
        const requestId = await shopping.triesOn();
        const remaining = shopping.left(1);
        const {
          credits = [],
          history = [],
          subscription,
          free,
        } = await reads(shopping, 'afterwards', { canTryOn: true, ctaType: 'try_on', remaining });
        const used = history.find(({ kind }) => kind === 'used');
        const told = { amount: used?.amount, source: used?.source, requestId: used?.requestId };
        shopping.same('the try-on’s entry is another', told, { amount: 1, source: plan.source, requestId });
        if (plan.source === 'subscription')
          shopping.same('the subscription is another', subscription?.state, 'active');
        if (plan.source === 'free') shopping.same('the free ones used are others', free?.used, 1);
        if (!byOrder) return;
        const { orderId, source, granted, used: spent, revoked, remaining: left } = credits[0] ?? {};
        shopping.same(
          'the order’s credits are others',
          { orderId, source, granted, spent, revoked, left },
          {
            ...{ orderId: event?.data.orderId, source: plan.source, granted: plan.amount },
            ...{ spent: 1, revoked: 0, left: remaining },
          },
        );
      },
    },
    {
      operationId,
      rule: 'identity',
      value: 'forged-identity',
      title: 'another shopper is named in query and headers',
      drive: async (shopping) => {
        const other = shopping.another();
        await shopping.isBrought();
        await other.isBrought();
        await other.triesOn();
        const account = await shopping.answered(operationId, {
          query: `?${new URLSearchParams({ externalId: other.id, customerId: other.id, shopper: other.id })}`,
          headers: { 'X-Customer-Id': other.id, 'X-User-Id': other.id },
        });
        const used = (account.history as Entry[] | undefined)?.filter(({ kind }) => kind === 'used');
        shopping.same('another shopper’s try-ons are shown', used, []);
        shopping.same('what is left is another shopper’s', account.remaining, shopping.left(0));
      },
    },
  ];
};
