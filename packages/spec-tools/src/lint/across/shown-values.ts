import { catalogueNamed } from '../../contract/catalogue.ts';
import { section } from '../../contract/json.ts';
import { errorWord } from '../../contract/narrow-errors.ts';
import { token } from '../../contract/spec-error.ts';
import type { AcrossRule } from './across-rule.ts';

const NAMES = [
  'Access',
  'CtaType',
  'ErrorCode',
  'PortalErrorCode',
  'EndCustomerQuotaReason',
  'PhotoRejectedReason',
];

/** Every access value, error code, portal word, reason and call to action is shown by an example of an answer. */
export const shownValues: AcrossRule = function* ({ operations, catalogues }) {
  const shown = new Set<string>();
  const answered = operations.filter(({ event }) => !event).flatMap(({ responses }) => responses);
  for (const value of answered.flatMap(({ bodies }) =>
    bodies.flatMap((one) => Object.values(one.examples)),
  )) {
    const body = section(value);
    const words = errorWord(body);
    shown.add(`Access ${body.access}`).add(`CtaType ${body.ctaType}`);
    if (!words) continue;
    shown.add(`ErrorCode ${words.code}`).add(`PhotoRejectedReason ${words.code && words.reason}`);
    // A storefront repeats the portal's words; what counts is that the portal itself shows them.
    if (words.code) continue;
    shown.add(`PortalErrorCode ${words.error}`).add(`EndCustomerQuotaReason ${words.reason}`);
  }
  for (const name of NAMES) {
    const { file, values } = catalogueNamed(catalogues, name);
    for (const value of values.filter((one) => !shown.has(`${name} ${one}`))) {
      yield { file, at: `/${name}/x-values/${token(value)}`, message: 'no answer of any operation shows it' };
    }
  }
};
