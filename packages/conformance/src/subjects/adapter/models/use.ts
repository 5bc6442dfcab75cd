import { randomUUID } from 'node:crypto';
import { catalogueErrors } from '../../../core/contract/catalogue-errors.ts';
import { SOMEBODY_ELSE } from '../cells/good-call.ts';
import { planOf } from '../oracle/model-plan.ts';
import type { ModelFamily } from './model-cell.ts';
import type { Shopping } from './shopping.ts';

const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } });

/** What is taken before the try-on: one, for the next try-on, once per key, of the shopper's own. */
export const useCells: ModelFamily = (operationId, model) => {
  const plan = planOf(model);
  if (operationId !== 'useCredits' || !plan) return [];
  const takes = async (shopping: Shopping, says: string, left: number | null, key?: string) => {
    const { remaining } = await shopping.answered(operationId, key === undefined ? {} : keyed(key));
    shopping.same(`${says}: remaining is another`, remaining, left);
  };
  const allowance = { operationId, rule: 'allowance' } as const;
  const key = { operationId, rule: 'idempotency' } as const;
  const [refusal] = catalogueErrors('generateTryon').filter(({ documented }) => documented);
  return [
    {
      ...allowance,
      value: 'then-tryon',
      title: 'one is taken, and then the try-on is made',
      drive: async (shopping) => {
        await shopping.isBrought();
        await takes(shopping, 'taken', shopping.left(1));
        await shopping.triesOn();
        await shopping.has('after the try-on', shopping.left(1));
      },
    },
    {
      operationId,
      rule: 'release',
      value: 'then-failed-tryon',
      title: 'one is taken, and then the try-on fails',
      script: { generateTryon: refusal?.name ?? { fault: 'reset_before_headers' } },
      drive: async (shopping) => {
        await shopping.isBrought();
        await takes(shopping, 'taken', shopping.left(1));
        await shopping.browser.call('proxyTryon');
        await shopping.has('after the failed try-on', shopping.left(0));
      },
    },
    ...(plan.amount === null
      ? []
      : [
          {
            ...allowance,
            value: 'spent',
            title: 'one is asked for, and nothing is left',
            drive: async (shopping: Shopping) => {
              await shopping.isBrought();
              await shopping.triesOnUntilSpent();
              await shopping.spent('spent', operationId);
            },
          },
        ]),
    {
      ...key,
      value: 'key-repeated',
      title: 'the same key twice, then another',
      drive: async (shopping) => {
        const [one, other] = [randomUUID(), randomUUID()];
        await shopping.isBrought();
        await takes(shopping, 'the first time', shopping.left(1), one);
        const again = await shopping.answered(operationId, keyed(one));
        if (plan.amount !== null)
          shopping.same('the key again took another', again.remaining, shopping.left(1));
        await takes(shopping, 'another key', shopping.left(2), other);
      },
    },
    {
      ...key,
      value: 'key-repeated-after-tryon',
      title: 'the same key again once its try-on was made',
      drive: async (shopping) => {
        const one = randomUUID();
        await shopping.isBrought();
        await takes(shopping, 'the first time', shopping.left(1), one);
        await shopping.triesOn();
        await shopping.browser.call(operationId, keyed(one));
        await shopping.has('afterwards', shopping.left(1));
      },
    },
    {
      ...key,
      value: 'key-of-another-shopper',
      title: 'a key that another shopper has used',
      drive: async (shopping) => {
        const one = randomUUID();
        const other = shopping.another();
        await shopping.isBrought();
        await other.isBrought();
        await takes(other, 'the other shopper', shopping.left(1), one);
        await takes(shopping, 'this shopper', shopping.left(1), one);
        await shopping.has('this shopper', shopping.left(1));
        await other.has('the other shopper', shopping.left(1));
      },
    },
    {
      operationId,
      rule: 'identity',
      value: 'forged-identity',
      title: 'another shopper is named in body, query and headers',
      drive: async (shopping) => {
        const other = shopping.another();
        await shopping.isBrought();
        await other.isBrought();
        const named = {
          externalId: SOMEBODY_ELSE,
          customerId: other.id,
          shopper: other.id,
          userId: other.id,
        };
        await shopping.browser.call(operationId, {
          query: `?${new URLSearchParams(named)}`,
          body: Buffer.from(JSON.stringify(named)),
          headers: { 'Content-Type': 'application/json', 'X-Customer-Id': other.id, 'X-User-Id': other.id },
        });
        await other.has('the other shopper', shopping.left(0));
      },
    },
  ];
};
