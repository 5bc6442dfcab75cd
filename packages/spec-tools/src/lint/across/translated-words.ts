import { catalogueNamed } from '../../contract/catalogue.ts';
import { token } from '../../contract/spec-error.ts';
import type { AcrossRule } from './across-rule.ts';

/** Every word of the portal says what a storefront answers for it, or what it does instead. */
export const translatedWords: AcrossRule = function* ({ catalogues }) {
  const codes = catalogueNamed(catalogues, 'ErrorCode').values;
  const { file, name, values, entries } = catalogueNamed(catalogues, 'PortalErrorCode');
  for (const value of values) {
    const { storefront = null, action } = entries[value] ?? {};
    if (typeof storefront === 'string' && codes.includes(storefront)) continue;
    if (storefront === null && typeof action === 'string') continue;
    const at = `/${name}/x-values/${token(value)}/storefront`;
    const message = `${JSON.stringify(storefront)} is not an ErrorCode, and there is no action`;
    yield { file, at, message };
  }
};
