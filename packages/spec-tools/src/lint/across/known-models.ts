import { catalogueNamed } from '../../contract/catalogue.ts';
import { type AcrossRule, list } from './across-rule.ts';

/** The models an operation names are storefront models. */
export const knownModels: AcrossRule = function* ({ operations, catalogues }) {
  const known = catalogueNamed(catalogues, 'StorefrontModel').values;
  for (const operation of operations) {
    for (const [index, model] of list(operation, 'x-models').entries()) {
      if (typeof model === 'string' && known.includes(model)) continue;
      const at = `${operation.pointer}/x-models/${index}`;
      yield { file: operation.file, at, message: `${model} is not a storefront model` };
    }
  }
};
