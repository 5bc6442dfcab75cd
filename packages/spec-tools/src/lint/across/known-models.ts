import { catalogueNamed } from '../../contract/catalogue.ts';
import { type AcrossRule, list, problem } from './across-rule.ts';

/** The models an operation names are storefront models. */
export const knownModels: AcrossRule = ({ operations, catalogues }) => {
  const known = catalogueNamed(catalogues, 'StorefrontModel').values;
  return operations.flatMap((operation) =>
    list(operation, 'x-models').flatMap((model, index) =>
      typeof model === 'string' && known.includes(model)
        ? []
        : [
            problem(
              'known-models',
              operation.file,
              `${operation.pointer}/x-models/${index}`,
              `${model} is not a storefront model`,
            ),
          ],
    ),
  );
};
