import { buildExternalId, type ExternalIdPlatform, SHOP_EVENT_TYPES } from '@genvoris/contract';
import type { ShopEvent } from '@genvoris/contract/types/storefront';
import { validateRequestWith } from '@genvoris/contract/validation';
import { receiveShopEvent } from '@genvoris/contract/validators/storefront';
import { breaksRules } from '../exchange/breaks-rules.ts';
import type { Failure } from '../exchange/failure.ts';

const MOST_AHEAD_MS = 86_400_000;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Holds a value to the contract of events, and to what its schema cannot say; the failure names the field. */
export function checkEvent(
  value: unknown,
  shop: { platform: ExternalIdPlatform; at: number },
): { kind: 'event'; event: ShopEvent } | Failure {
  const valid = validateRequestWith({ receiveShopEvent }, 'receiveShopEvent', value);
  if (!valid.ok) return breaksRules(ofNoType(value) ? [NO_TYPE] : valid.errors);
  const event = value as ShopEvent;
  const broken = [...brokenRules(event, shop)];
  return broken.length > 0 ? breaksRules(broken) : { kind: 'event', event };
}

const NO_TYPE = { path: '/type', message: `must be one of ${SHOP_EVENT_TYPES.join(', ')}` };

// What kind of event was meant cannot be told then, and what another kind lacks would only mislead.
function ofNoType(value: unknown): boolean {
  const isEvent = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isEvent && !SHOP_EVENT_TYPES.some((type) => type === (value as { type?: unknown }).type);
}

function* brokenRules(event: ShopEvent, shop: { platform: ExternalIdPlatform; at: number }) {
  const occurredAt = Date.parse(event.occurredAt);
  if (Number.isNaN(occurredAt)) yield { path: '/occurredAt', message: 'must be a moment that there is' };
  else if (occurredAt > shop.at + MOST_AHEAD_MS)
    yield { path: '/occurredAt', message: 'must not be over a day ahead' };
  const data: Readonly<Record<string, unknown>> = event.data;
  if (typeof data.currency === 'string' && !CURRENCIES.has(data.currency))
    yield { path: '/data/currency', message: 'must be a currency of ISO 4217' };
  if (typeof data.endsAt === 'string' && Number.isNaN(Date.parse(data.endsAt)))
    yield { path: '/data/endsAt', message: 'must be a moment that there is' };
  if (data.customerId != null && !isCustomer(shop.platform, data.customerId as string | number))
    yield { path: '/data/customerId', message: 'must be an id as identify gives it' };
}

function isCustomer(platform: ExternalIdPlatform, id: string | number): boolean {
  try {
    buildExternalId(platform, id);
    return true;
  } catch {
    return false;
  }
}
