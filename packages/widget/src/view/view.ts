import type { Access, CtaType } from '@genvoris/contract';
import type { StatusReading } from '../status/status-reading.ts';

/** A call to action that leads somewhere. */
export type LinkCta = 'checkout' | 'upgrade' | 'subscribe' | 'purchase' | 'sign_in';

/** What a button's place shows. `state` is the public `data-genvoris-state`. */
export type View =
  | { state: 'pending' }
  | { state: 'trigger' }
  | { state: 'hidden' }
  | { state: 'upsell'; cta: LinkCta }
  | { state: 'reset_notice'; cta: LinkCta; resetsAt?: Date; reason?: string }
  | { state: 'link'; cta: LinkCta; url?: string }
  | { state: 'notice'; cta: 'service_paused' };

/** What `data-genvoris-state` of a button can be. */
export type State = View['state'];

const HIDDEN: View = { state: 'hidden' };

/** What to show for a status. The one place that decides it. */
export function viewOf(reading: StatusReading): View {
  return BY_ACCESS[reading.access](reading);
}

const BY_ACCESS: Record<Access, (reading: StatusReading) => View> = {
  ALLOWED: forAllowed,
  LOCKED: () => ({ state: 'upsell', cta: 'upgrade' }),
  EXHAUSTED: forExhausted,
  ERROR: () => HIDDEN,
};

function forAllowed({ canTryOn, ctaType, ctaUrl }: StatusReading): View {
  const view = ctaType === undefined ? BY_CTA.try_on : BY_CTA[ctaType];
  // A trigger that the shop would refuse is worse than none.
  if (view.state === 'trigger' && canTryOn === false) return HIDDEN;
  return view.state === 'link' && ctaUrl !== undefined ? { ...view, url: ctaUrl } : view;
}

const BY_CTA: Record<CtaType, View> = {
  try_on: { state: 'trigger' },
  checkout: { state: 'link', cta: 'checkout' },
  upgrade: { state: 'link', cta: 'upgrade' },
  subscribe: { state: 'link', cta: 'subscribe' },
  purchase: { state: 'link', cta: 'purchase' },
  sign_in: { state: 'link', cta: 'sign_in' },
  service_paused: { state: 'notice', cta: 'service_paused' },
  none: HIDDEN,
};

function forExhausted({ error, reason, resetsAt }: StatusReading): View {
  // The store's own pool is empty: nothing the shopper could upgrade.
  if (error === 'credit_limit_reached') return BY_CTA.service_paused;
  return {
    state: 'reset_notice',
    cta: 'upgrade',
    ...(resetsAt && { resetsAt }),
    ...(reason !== undefined && { reason }),
  };
}
