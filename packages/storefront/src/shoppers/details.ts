import { type ExternalId, isStorable, METADATA_BOUNDS } from '@genvoris/contract';
import { validateRequestWith } from '@genvoris/contract/validation';
import { upsertCustomer } from '@genvoris/contract/validators/v1';

/** What the portal keeps of a shopper beside the id: only what its contract takes. */
export interface ShopperDetails {
  email?: unknown;
  metadata?: unknown;
}

/** Told what of an identity is left out: the field, and the rule that it breaks. Neither quotes a value. */
export type TellLeftOut = (field: string, rule: string) => void;

/**
 * Takes of a shop's own data what the contract takes, and tells of the rest: an optional detail is never worth the
 * shopper's visit.
 */
export function readDetails(
  externalId: ExternalId,
  given: { readonly email: unknown; readonly metadata: unknown },
  leftOut: TellLeftOut,
): ShopperDetails {
  const details: ShopperDetails = {};
  for (const field of ['email', 'metadata'] as const) {
    try {
      const value = field === 'email' ? given.email : readMetadata(externalId, given.metadata, leftOut);
      if (value === undefined) continue;
      const broken = brokenRule({ externalId, [field]: value });
      if (broken === undefined) details[field] = value;
      else leftOut(field, broken);
    } catch {
      // A getter or a proxy of the shop's own.
      leftOut(field, 'cannot be read');
    }
  }
  return details;
}

/** The values that the contract takes; `undefined` where there is too much of them. */
function readMetadata(externalId: ExternalId, metadata: unknown, leftOut: TellLeftOut): unknown {
  if (metadata === undefined || metadata === null) return undefined;
  // What else is an object, such as a list or a Map, has no keys, and would clear what the portal has.
  if (Object.prototype.toString.call(metadata) !== '[object Object]') return typeof metadata;
  const { maxKeys, maxBytes } = METADATA_BOUNDS;
  const given = Object.keys(metadata)
    .map((key) => [key, readValue(metadata, key)] as const)
    .filter(([, value]) => value !== undefined);
  if (given.length > maxKeys) {
    leftOut('metadata', `must have at most ${maxKeys} keys`);
    return undefined;
  }
  const taken: (readonly [string, unknown])[] = [];
  for (const [key, value] of given) {
    const broken = brokenRule({ externalId, metadata: Object.fromEntries([[key, value]]) });
    if (broken === undefined) taken.push([key, value]);
    else leftOut(/^\w{1,40}$/.test(key) ? `metadata.${key}` : 'a key of metadata', broken);
  }
  const read = Object.fromEntries(taken);
  if (new TextEncoder().encode(JSON.stringify(read)).byteLength <= maxBytes) return read;
  leftOut('metadata', `must have at most ${maxBytes} bytes as JSON`);
  return undefined;
}

/** A value as JSON has it, such as a date's text; a symbol, which no rule takes, where JSON has none for it. */
function readValue(metadata: object, key: string): unknown {
  try {
    const value: unknown = metadata[key as never];
    const written = hasText(value) ? value.toJSON() : value;
    return typeof written === 'number' && !Number.isFinite(written) ? Symbol(key) : written;
  } catch {
    return Symbol(key);
  }
}

function hasText(value: unknown): value is { toJSON(): unknown } {
  return typeof (value as { toJSON?: unknown } | null | undefined)?.toJSON === 'function';
}

/** The first rule of the contract that this breaks. */
function brokenRule(body: { externalId: ExternalId } & ShopperDetails): string | undefined {
  const valid = validateRequestWith({ upsertCustomer }, 'upsertCustomer', body);
  if (!valid.ok) return valid.errors[0]?.message ?? 'is not as documented';
  const texts = [body.email, ...Object.entries(body.metadata ?? {}).flat()];
  return texts.every((text) => typeof text !== 'string' || isStorable(text))
    ? undefined
    : 'must have neither a NUL nor half of a surrogate pair in it';
}
