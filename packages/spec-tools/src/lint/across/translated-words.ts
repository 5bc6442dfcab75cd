import { catalogueNamed } from '../../contract/catalogue.ts';
import { token } from '../../contract/spec-error.ts';
import { type AcrossRule, problem } from './across-rule.ts';

/** Every word of the portal says what a storefront answers for it, or what it does instead. */
export const translatedWords: AcrossRule = ({ catalogues }) => {
  const codes = catalogueNamed(catalogues, 'ErrorCode').values;
  const { file, name, values, entries } = catalogueNamed(catalogues, 'PortalErrorCode');
  return values.flatMap((value) => {
    const { storefront, action } = entries[value] ?? {};
    if (typeof storefront === 'string' && codes.includes(storefront)) return [];
    if (storefront === null && typeof action === 'string') return [];
    const at = `/${name}/x-values/${token(value)}/storefront`;
    return [
      problem(
        'translated-words',
        file,
        at,
        `${JSON.stringify(storefront ?? null)} is not an ErrorCode, and there is no action`,
      ),
    ];
  });
};
