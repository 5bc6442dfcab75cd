import { STOREFRONT_MODEL, STOREFRONT_MODELS, type StorefrontModel } from '@genvoris/contract';
import { oneOf, refuse } from '../exchange/option-rules.ts';
import type { Awaitable } from '../exchange/request.ts';
import { BY_MODEL } from './by-model.ts';
import type { Model, ModelFactory, ModelShop } from './model.ts';
import type { ModelOption } from './model-settings.ts';

/** The model in force now. Throws, or rejects, where the merchant's settings cannot be right. */
export type ModelInForce = () => Awaitable<Model>;

/**
 * Reads the `model` option: at once where it is a name or settings, for each request where it is a function.
 *
 * @throws TypeError that names the setting that is wrong
 */
export function parseModelOption(
  option: ModelOption,
  shop: ModelShop & { hasLedger: boolean },
): ModelInForce {
  if (typeof option === 'function') return async () => parseModel(await option(), shop);
  const model = parseModel(option, shop);
  return () => model;
}

function parseModel(option: unknown, shop: ModelShop & { hasLedger: boolean }): Model {
  const settings = typeof option === 'object' && option !== null ? option : { model: option };
  const given = 'model' in settings ? settings.model : undefined;
  const name = oneOf('model', aliased(given) ?? (given as StorefrontModel), STOREFRONT_MODELS);
  const create = BY_MODEL[name] as ModelFactory<StorefrontModel>;
  const model = create(settings as Parameters<typeof create>[0], shop);
  if (model.counts && !shop.hasLedger)
    refuse('ledger', `is needed for ${name}, which counts what each shopper has: see @genvoris/ledger`);
  return model;
}

function aliased(name: unknown): StorefrontModel | undefined {
  return STOREFRONT_MODELS.find((model) =>
    STOREFRONT_MODEL[model].aliases.some((alias: unknown) => alias === name),
  );
}
