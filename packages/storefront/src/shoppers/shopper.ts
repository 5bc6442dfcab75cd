import { buildExternalId, type ExternalId, type ExternalIdPlatform } from '@genvoris/contract';
import { readDetails, type ShopperDetails, type TellLeftOut } from './details.ts';

/** Who the shop says is signed in. */
export interface ShopperIdentity {
  /** The platform's own id of the user, without a prefix. One that cannot be an id is a guest's. */
  id: string | number | bigint;
  /** What the contract does not take for an email is left out; `null` clears what was there. */
  email?: string | null | undefined;
  /** Whether the shop knows that the email is theirs: then orders they made as a guest with it are theirs too. */
  emailVerified?: boolean | undefined;
  /** At most 20 scalar values, for the merchant's dashboard. A value of another kind is left out, too much of them all. */
  metadata?: Record<string, string | number | boolean | null | undefined> | null | undefined;
  /** The shop's session, if it has an id: nonces then end with the session. */
  sessionId?: string | number | bigint | null | undefined;
  /** Whether they may manage the shop (`manage_woocommerce` in WordPress). Anything but `true` is no. */
  managesStore?: boolean | undefined;
}

export interface Shopper {
  readonly externalId: ExternalId;
  readonly sessionId: string | undefined;
  readonly managesStore: boolean;
  /** The email, where the shop says that it is theirs. */
  readonly verifiedEmail: string | undefined;
  /** What the portal is told of the shopper beside the id. Read when it is sent, and told of then. */
  details(): ShopperDetails;
  readonly leftOut: TellLeftOut;
}

/**
 * Reads what `identify` gave. Whoever has no usable id is a guest, which is the least that a shopper may be; a
 * detail that cannot be used is left out.
 */
export function toShopper(
  identity: ShopperIdentity | null | undefined,
  platform: ExternalIdPlatform,
  leftOut: TellLeftOut,
): Shopper | null {
  // `user && { id: user.id }` gives what is falsy of a guest.
  if (!identity) return null;
  const externalId = toExternalId(() => identity.id, platform);
  if (externalId === undefined) {
    leftOut('id', 'must be a whole number or a short text on one line; the shopper is taken for a guest');
    return null;
  }
  return {
    externalId,
    sessionId: toSessionId(() => identity.sessionId, leftOut),
    managesStore: isTrue(() => identity.managesStore),
    verifiedEmail: toVerifiedEmail(identity),
    details: () => readDetails(externalId, identity as Required<ShopperIdentity>, leftOut),
    leftOut,
  };
}

function toExternalId(read: () => ShopperIdentity['id'], platform: ExternalIdPlatform) {
  try {
    return buildExternalId(platform, read());
  } catch {
    return undefined;
  }
}

/** Anything but `true` is no, and so is a getter of the shop's own that throws. */
function isTrue(read: () => unknown): boolean {
  try {
    return read() === true;
  } catch {
    return false;
  }
}

function toVerifiedEmail(identity: ShopperIdentity): string | undefined {
  if (!isTrue(() => identity.emailVerified)) return undefined;
  try {
    const { email } = identity;
    return typeof email === 'string' ? email : undefined;
  } catch {
    return undefined;
  }
}

function toSessionId(read: () => ShopperIdentity['sessionId'], leftOut: TellLeftOut): string | undefined {
  try {
    const given = read();
    if (given === undefined || given === null || given === '') return undefined;
    if (typeof given === 'string' || typeof given === 'bigint' || Number.isFinite(given))
      return String(given);
  } catch {
    // A getter of the shop's own: told of below.
  }
  leftOut('sessionId', 'must be a text or a number; nonces do not end with the session');
  return undefined;
}
