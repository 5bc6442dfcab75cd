import type { Failure } from '../exchange/failure.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import type { UpstreamAnswer } from '../upstream/upstream.ts';
import type { Entitlements } from './entitlements.ts';

/**
 * Makes a try-on that the shopper's entitlements pay for: held before, settled once it is made, released whatever
 * else comes of it. Either happens once; what fails at it is not asked for the other.
 */
export async function makeTryon(
  entitlements: Entitlements,
  shopper: Shopper | null,
  requestId: string,
  make: () => Promise<UpstreamAnswer | Failure>,
): Promise<UpstreamAnswer | Failure> {
  const held = await entitlements.reserve(shopper, { requestId });
  if (held.kind !== 'reserved') return held;
  let made: UpstreamAnswer | Failure;
  try {
    made = await make();
  } catch (cause) {
    made = { kind: 'internal', cause };
  }
  try {
    await (made.kind === 'answered' ? entitlements.settle(held, requestId) : entitlements.release(held));
  } catch (cause) {
    return { kind: 'internal', cause, ...(made.kind !== 'answered' && { after: made }) };
  }
  return made;
}
