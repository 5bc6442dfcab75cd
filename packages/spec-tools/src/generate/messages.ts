import { type Catalogue, catalogueNamed } from '../contract/catalogue.ts';
import { SpecError, token } from '../contract/spec-error.ts';
import { header, literal } from './source-text.ts';

/** Source of `gen/messages.ts`: bundle types with a text for every word, and the English ones. */
export function messagesSource(catalogues: readonly Catalogue[]): string {
  const errors = catalogueNamed(catalogues, 'ErrorCode');
  const quota = catalogueNamed(catalogues, 'EndCustomerQuotaReason');
  const photo = catalogueNamed(catalogues, 'PhotoRejectedReason');
  const cta = catalogueNamed(catalogues, 'CtaType');
  const reasons = { ...texts(quota, 'message'), ...texts(photo, 'message') };
  return `${header('openapi/shared')}
import type { CtaType, EndCustomerQuotaReason, ErrorCode, PhotoRejectedReason } from './catalogue.ts';

/** A sentence for every error code. A translation that lacks one does not compile. */
export type MessageBundle = Readonly<Record<ErrorCode, string>>;

export type ErrorReason = EndCustomerQuotaReason | PhotoRejectedReason;

/** A sentence for every reason, more telling than its code's. */
export type ReasonMessageBundle = Readonly<Record<ErrorReason, string>>;

/** The label of every call to action. */
export type CtaLabelBundle = Readonly<Record<CtaType, string>>;

export const DEFAULT_MESSAGES: MessageBundle = ${literal(texts(errors, 'message'))};

export const DEFAULT_REASON_MESSAGES: ReasonMessageBundle = ${literal(reasons)};

export const DEFAULT_CTA_LABELS: CtaLabelBundle = ${literal(texts(cta, 'label'))};
`;
}

/** A text of every value of an enum. @throws SpecError where one is missing */
export function texts({ file, name, values, entries }: Catalogue, field: string): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const text = entries[value]?.[field];
      if (typeof text !== 'string') {
        throw new SpecError(
          file,
          `/${token(name)}/x-values/${token(value)}/${field}`,
          'is missing: every value has one',
        );
      }
      return [value, text];
    }),
  );
}
