import { EXTERNAL_ID, EXTERNAL_ID_PLATFORMS, type ExternalIdPlatform } from './gen/catalogue.ts';
import { ExternalId as isExternalId } from './gen/compiled/shared.js';
import { sentence } from './sentence.ts';
import { isStorable } from './storable-text.ts';

/** What stands before a platform's own id, such as `wp_`. */
export type ExternalIdPrefix = (typeof EXTERNAL_ID)[ExternalIdPlatform]['prefix'];

/** An id with its platform's prefix. */
export type ExternalId = `${ExternalIdPrefix}${string}`;

/** What `parseExternalId` returns; `message` names the rule that was broken. */
export type ParsedExternalId =
  | { readonly ok: true; readonly platform: ExternalIdPlatform; readonly id: string }
  | { readonly ok: false; readonly message: string };

// A customer with such an id is refused, for it could not be found again (AnyExternalId of the spec).
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const LOST_ON_THE_WAY = /[\u0000-\u001f\u007f\ufeff]/;

/**
 * Returns the external id for a platform's own id: the platform's prefix and the id, at most 255 characters. A bigint
 * reads as the number does.
 *
 * @throws TypeError if the platform is not one of the five or the id cannot be part of an external id
 * @see openapi/shared/external-id.yaml ExternalId
 * @example buildExternalId('woocommerce', 42) // 'woocommerce_42'
 */
export function buildExternalId(platform: ExternalIdPlatform, id: string | number | bigint): ExternalId {
  if (!Object.hasOwn(EXTERNAL_ID, platform)) {
    throw new TypeError(`${show(platform)} is not a platform; known are ${EXTERNAL_ID_PLATFORMS.join(', ')}`);
  }
  if (!isNativeId(id)) {
    throw new TypeError(`${show(id)} is not an id: give a text or a whole number that is not negative`);
  }
  const externalId: ExternalId = `${EXTERNAL_ID[platform].prefix}${id}`;
  if (!isExternalId(externalId)) {
    throw new TypeError(`${show(id)} is not an id of ${platform}: ${show(externalId)} ${broken()}`);
  }
  return externalId;
}

function isNativeId(id: unknown): boolean {
  if (typeof id === 'string') return isStorable(id) && !LOST_ON_THE_WAY.test(id);
  return typeof id === 'bigint' ? id >= 0n : Number.isSafeInteger(id) && (id as number) >= 0;
}

/**
 * Splits an external id into its platform and the platform's own id. Never throws.
 *
 * @see openapi/shared/external-id.yaml ExternalId
 * @example parseExternalId('wp_42') // { ok: true, platform: 'wordpress', id: '42' }
 */
export function parseExternalId(text: unknown): ParsedExternalId {
  if (typeof text !== 'string' || !isExternalId(text)) {
    const prefixes = EXTERNAL_ID_PLATFORMS.map((platform) => EXTERNAL_ID[platform].prefix);
    const prefixed = typeof text === 'string' && prefixes.some((prefix) => text.startsWith(prefix));
    const rule = prefixed ? broken() : `must start with one of ${prefixes.join(', ')}`;
    return { ok: false, message: `${show(text)} is not an external id: it ${rule}` };
  }
  for (const platform of EXTERNAL_ID_PLATFORMS) {
    const { prefix } = EXTERNAL_ID[platform];
    if (text.startsWith(prefix)) return { ok: true, platform, id: text.slice(prefix.length) };
  }
  return { ok: false, message: `${show(text)} has a prefix that belongs to no platform` };
}

/** The first rule that the last id broke. */
function broken(): string {
  const [error] = isExternalId.errors ?? [];
  return error ? sentence(error) : 'is broken';
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
