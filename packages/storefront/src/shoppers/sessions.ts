import type { PortalErrorCode } from '@genvoris/contract';
import type { Customer, Session } from '@genvoris/contract/types/v1';
import { BoundedMap } from '@genvoris/http';
import type { CancelSignal } from '../exchange/cancellation.ts';
import type { Failure } from '../exchange/failure.ts';
import type { Abortable, Awaitable } from '../exchange/request.ts';
import { createSharedCall, type SharedCall } from '../upstream/shared-call.ts';
import type { FailureOfCall, Upstream } from '../upstream/upstream.ts';
import type { Shopper } from './shopper.ts';

export interface ShopperSession {
  kind: 'session';
  token: string;
  /** Whether the customer has a plan: only then is the token sent with a try-on. */
  hasPlan: boolean;
  expiresIn: number;
  expiresAt: string;
}

export type SessionResult = ShopperSession | Extract<Failure, { kind: FailureOfCall }>;

export interface Sessions {
  /** The kept session, or a fresh one. */
  get(shopper: Shopper, request: Abortable): Awaitable<SessionResult>;
  /** A fresh one, which replaces the kept one. */
  mint(shopper: Shopper, request: Abortable, productId?: string): Promise<SessionResult>;
  /** Drops the shopper's kept session, whose plan or status may be another now. */
  forget(externalId: string): void;
  /** Drops all of them. */
  clear(): void;
}

const MARGIN_MS = 60_000;
const MOST_KEPT = 10_000;
const OF_DETAILS: ReadonlySet<PortalErrorCode | undefined> = new Set(['invalid_body', 'metadata_too_large']);

/**
 * Session tokens by shopper, kept until a minute before they expire. A token is found only under the
 * externalId that the shop's own session gave.
 */
export function createSessions(upstream: Upstream, now: () => number = Date.now): Sessions {
  let kept = new BoundedMap<string, { session: ShopperSession; until: number }>(MOST_KEPT);
  const minting = new Map<string, SharedCall<SessionResult>>();

  const mint: Sessions['mint'] = async (shopper, request, productId) => {
    const started = now();
    const into = kept;
    const minted = await mintSession(upstream, shopper, request.signal, productId);
    if (minted.kind !== 'session') return minted;
    const until = Math.min(started + minted.expiresIn * 1000, Date.parse(minted.expiresAt)) - MARGIN_MS;
    // Where all were dropped meanwhile, this one is of the time before.
    into.set(shopper.externalId, { session: minted, until });
    return minted;
  };

  return {
    mint,
    forget: (externalId) => kept.delete(externalId),
    clear() {
      kept = new BoundedMap(MOST_KEPT);
    },
    get(shopper, request) {
      const { externalId } = shopper;
      const found = kept.get(externalId);
      if (found !== undefined && found.until > now()) return found.session;
      let shared = minting.get(externalId);
      if (shared === undefined) {
        shared = createSharedCall(
          (signal) => mint(shopper, { signal }).finally(() => minting.delete(externalId)),
          { kind: 'client_gone' },
        );
        minting.set(externalId, shared);
      }
      return shared(request.signal);
    },
  };
}

async function mintSession(
  upstream: Upstream,
  shopper: Shopper,
  signal: CancelSignal,
  productId: string | undefined,
): Promise<SessionResult> {
  const upserted = await upsert(upstream, shopper, signal);
  if (upserted.kind !== 'answered') return upserted;
  const created = await upstream.call('createSession', {
    ...json({ productId }, signal),
    path: { id: (upserted.value as Customer).id },
  });
  if (created.kind !== 'answered') return created;
  const session = created.value as Session;
  return {
    kind: 'session',
    token: session.token,
    hasPlan: session.customer.plan_id !== null,
    expiresIn: session.expires_in,
    expiresAt: session.expires_at,
  };
}

/** The customer; without the details where the portal, perhaps of a later contract, takes the id alone. */
async function upsert(upstream: Upstream, { externalId, details, leftOut }: Shopper, signal: CancelSignal) {
  const sent = details();
  const upserted = await upstream.call('upsertCustomer', json({ externalId, ...sent }, signal));
  const fields = Object.keys(sent);
  if (upserted.kind !== 'upstream_refused' || !OF_DETAILS.has(upserted.error) || fields.length === 0)
    return upserted;
  leftOut(fields.join(' and '), `must be what the portal takes, which refused with ${upserted.error}`);
  return upstream.call('upsertCustomer', json({ externalId }, signal));
}

function json(value: object, signal: CancelSignal) {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value), signal };
}
