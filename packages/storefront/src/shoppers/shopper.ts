import { buildExternalId, type ExternalId, type ExternalIdPlatform } from '@genvoris/contract';

/** Who the shop says is signed in. */
export interface ShopperIdentity {
  /** The platform's own id of the user, without a prefix. */
  id: string | number;
  email?: string | null;
  /** At most 20 scalar values, for the merchant's dashboard. */
  metadata?: Record<string, string | number | boolean | null>;
  /** The shop's session, if it has an id: nonces then end with the session. */
  sessionId?: string;
}

export interface Shopper {
  readonly externalId: ExternalId;
  readonly sessionId: string | undefined;
  readonly email: string | null | undefined;
  readonly metadata: ShopperIdentity['metadata'] | undefined;
}

/** @throws TypeError if the identity is not one; the message does not quote it, for it ends up in a log. */
export function toShopper(
  identity: ShopperIdentity | null | undefined,
  platform: ExternalIdPlatform,
): Shopper | null {
  if (identity === null || identity === undefined) return null;
  const { id, sessionId, email, metadata } = identity;
  return { externalId: toExternalId(platform, id), sessionId, email, metadata };
}

function toExternalId(platform: ExternalIdPlatform, id: string | number): ExternalId {
  try {
    return buildExternalId(platform, id);
  } catch {
    throw new TypeError(
      `identify gave an id that fits behind no prefix: ${platform} ids are a whole number or a short text on one line`,
    );
  }
}
