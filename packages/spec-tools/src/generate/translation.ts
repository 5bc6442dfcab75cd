import { type Catalogue, catalogueNamed } from '../contract/catalogue.ts';
import { isObject, type Json, type JsonObject } from '../contract/json.ts';
import { SpecError, token } from '../contract/spec-error.ts';
import { header, literal } from './source-text.ts';

const FILE = 'openapi/shared/translation.yaml';

/** Source of `gen/translation.ts`: what an adapter answers for what it meets upstream. */
export function translationSource(
  shared: ReadonlyMap<string, JsonObject>,
  catalogues: readonly Catalogue[],
): string {
  const known = catalogueNamed(catalogues, 'ErrorCode').values;
  const file = shared.get(FILE);
  const translation = object(file?.Translation, '/Translation');
  const codes = object(translation.codes, '/Translation/codes');
  const statuses = object(translation.statuses, '/Translation/statuses');
  const faults = object(file?.Faults, '/Faults');
  for (const code of known) {
    if (!(code in codes)) throw new SpecError(FILE, `/Translation/codes/${token(code)}`, 'is missing');
  }
  for (const code of Object.keys(codes)) {
    if (!known.includes(code)) {
      throw new SpecError(FILE, `/Translation/codes/${token(code)}`, 'is not an ErrorCode');
    }
  }
  for (const [name, table] of Object.entries({ codes, statuses })) {
    for (const [from, to] of Object.entries(table)) {
      expectCode(known, to, `/Translation/${name}/${token(from)}`);
    }
  }
  for (const [name, fault] of Object.entries(faults)) {
    expectCode(
      known,
      object(fault, `/Faults/${token(name)}`).storefront,
      `/Faults/${token(name)}/storefront`,
    );
  }
  return `${header(FILE)}
import type { ErrorCode } from './catalogue.ts';

export interface Translation {
  /** Upstream's code, if it came with its catalogued status, to the storefront's. */
  readonly codes: { readonly [code in ErrorCode]: ErrorCode };
  /** Upstream's status (\`404\`) or class of statuses (\`4XX\`), where no word decides. The exact one wins. */
  readonly statuses: { readonly [status in ${Object.keys(statuses)
    .map((status) => literal(status))
    .join(' | ')}]: ErrorCode };
  /** The \`Retry-After\` (seconds) of a \`rate_limited\` whose upstream gave none that is valid. */
  readonly retryAfterSeconds: number;
}

export const TRANSLATION: Translation = ${literal(translation)};

/** The ways an upstream fails below HTTP or breaks the contract. */
export const FAULT_NAMES = ${literal(Object.keys(faults))} as const;
export type FaultName = (typeof FAULT_NAMES)[number];

export interface Fault {
  readonly storefront: ErrorCode;
  readonly description: string;
}

export const FAULTS: { readonly [name in FaultName]: Fault } = ${literal(faults)};
`;
}

function object(value: Json | undefined, pointer: string): JsonObject {
  if (!isObject(value)) throw new SpecError(FILE, pointer, 'is missing or not a map');
  return value;
}

function expectCode(known: readonly string[], value: Json | undefined, pointer: string): void {
  if (typeof value !== 'string' || !known.includes(value)) {
    throw new SpecError(FILE, pointer, `${JSON.stringify(value)} is not an ErrorCode`);
  }
}
