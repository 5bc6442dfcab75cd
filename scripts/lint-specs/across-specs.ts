import { catalogueNamed } from '../generate/catalogue.ts';
import type { Contract } from '../generate/contract.ts';
import type { ContractOperation } from '../generate/contract-operations.ts';
import { isObject, type Json, section } from '../generate/json.ts';
import { errorWord } from '../generate/narrow-errors.ts';
import { token } from '../generate/spec-error.ts';
import type { Problem } from './problem.ts';

/** A rule that needs more than one document to decide. */
export type AcrossRule = (contract: Contract) => Problem[];

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

/** What a storefront operation calls upstream exists. */
export const upstreamCalls: AcrossRule = ({ operations }) =>
  operations.flatMap((operation) =>
    list(operation, 'x-upstream').flatMap((call, index) => {
      const { spec, operationId, when } = section(call);
      const at = `${operation.pointer}/x-upstream/${index}`;
      const found = operations.some(
        (other) => other.spec === spec && other.operationId === operationId && !other.event,
      );
      return [
        ...(found
          ? []
          : [
              problem(
                'upstream-calls',
                operation.file,
                at,
                `there is no operation ${operationId} in ${spec}`,
              ),
            ]),
        ...(when === 'always' || when === 'shopper'
          ? []
          : [problem('upstream-calls', operation.file, at, `when is always or shopper, not ${when}`)]),
      ];
    }),
  );

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

/** Limits are positive whole numbers; every operation that takes a body bounds it. */
export const statedLimits: AcrossRule = ({ operations }) =>
  operations.flatMap((entry) => {
    const { event, file, pointer, operation, operationId } = entry;
    if (event) return [];
    const problems: Problem[] = [];
    const report = (name: string, message: string) =>
      problems.push(problem('stated-limits', file, `${pointer}/${name}`, message));
    const rate = operation['x-rate-limit'];
    if (!isObject(rate)) report('x-rate-limit', `${operationId} states no rate limit`);
    else if (
      !isCount(rate.limit) ||
      !isCount(rate.windowSeconds) ||
      !Array.isArray(rate.by) ||
      rate.by.length === 0
    ) {
      report('x-rate-limit', 'is {limit, windowSeconds, by}, with whole numbers and at least one key');
    }
    if (entry.request && !isCount(operation['x-body-limit'])) {
      report('x-body-limit', `${operationId} takes a body and states no limit (bytes)`);
    }
    return problems;
  });

/** A shared enum is a catalogue, and a field that spells out values of one has its values and all of them. */
export const cataloguedEnums: AcrossRule = ({ shared, specs, catalogues }) => {
  const problems: Problem[] = [];
  for (const [file, schemas] of shared) {
    for (const [name, schema] of Object.entries(schemas)) {
      if (section(schema).enum !== undefined && section(schema)['x-values'] === undefined) {
        problems.push(problem('catalogued-enums', file, `/${token(name)}`, 'is an enum without x-values'));
      }
    }
  }
  const spelled = new Map<string, Set<Json>>();
  for (const { document } of specs) collectSpelled(section(document.components).schemas ?? null, spelled);
  for (const { file, name, values } of catalogues) {
    const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const found = [...(spelled.get(field) ?? [])];
    const at = `/${token(name)}/x-values`;
    for (const value of found.filter((one) => typeof one !== 'string' || !values.includes(one))) {
      problems.push(
        problem('catalogued-enums', file, at, `a field ${field} allows ${value}, which is not here`),
      );
    }
    for (const value of found.length === 0 ? [] : values.filter((one) => !found.includes(one))) {
      problems.push(problem('catalogued-enums', file, at, `no field ${field} allows ${value}`));
    }
  }
  return problems;
};

export const ACROSS_RULES: readonly AcrossRule[] = [
  shownValues,
  translatedWords,
  upstreamCalls,
  knownModels,
  statedLimits,
  cataloguedEnums,
];

/** Field name to the values that schemas spell out for it, by `const` or `enum` in place. */
function collectSpelled(node: Json, spelled: Map<string, Set<Json>>): void {
  if (Array.isArray(node)) {
    for (const item of node) collectSpelled(item, spelled);
  }
  if (!isObject(node)) return;
  for (const [name, field] of Object.entries(section(node.properties))) {
    const { const: only, enum: several } = section(field);
    const values = [...(only === undefined ? [] : [only]), ...(Array.isArray(several) ? several : [])];
    if (values.length > 0) spelled.set(name, new Set([...(spelled.get(name) ?? []), ...values]));
  }
  for (const item of Object.values(node)) collectSpelled(item, spelled);
}

function list({ operation }: ContractOperation, name: string): Json[] {
  const value: Json | undefined = operation[name];
  return Array.isArray(value) ? value : [];
}

function isCount(value: Json | undefined): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function problem(rule: string, file: string, at: string, message: string): Problem {
  return { rule: `genvoris/${rule}`, file, at, message };
}
