import { catalogueNamed } from '../../contract/catalogue.ts';
import { section } from '../../contract/json.ts';
import { errorWord } from '../../contract/narrow-errors.ts';
import { token } from '../../contract/spec-error.ts';
import { type AcrossRule, problem } from './across-rule.ts';

/** Every access value, error code, portal word, reason and call to action is shown by an example of an answer. */
export const shownValues: AcrossRule = ({ operations, catalogues }) => {
  const shown = new Set<string>();
  for (const { event, responses } of operations) {
    if (event) continue;
    for (const { bodies } of responses) {
      for (const value of bodies.flatMap(({ examples }) => Object.values(examples))) {
        const body = section(value);
        const words = errorWord(body);
        shown.add(`Access ${body.access}`).add(`CtaType ${body.ctaType}`);
        if (!words) continue;
        shown.add(`ErrorCode ${words.code}`).add(`PhotoRejectedReason ${words.code && words.reason}`);
        // A storefront repeats the portal's words; what counts is that the portal itself shows them.
        if (words.code) continue;
        shown.add(`PortalErrorCode ${words.error}`).add(`EndCustomerQuotaReason ${words.reason}`);
      }
    }
  }
  const names = [
    'Access',
    'CtaType',
    'ErrorCode',
    'PortalErrorCode',
    'EndCustomerQuotaReason',
    'PhotoRejectedReason',
  ];
  return names.flatMap((name) => {
    const { file, values } = catalogueNamed(catalogues, name);
    return values
      .filter((value) => !shown.has(`${name} ${value}`))
      .map((value) =>
        problem(
          'shown-values',
          file,
          `/${name}/x-values/${token(value)}`,
          'no answer of any operation shows it',
        ),
      );
  });
};
