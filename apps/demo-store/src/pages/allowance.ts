import type { ShopperAccount } from '@genvoris/contract/types/storefront';
import type { MerchantChoice } from '../genvoris/models.ts';
import { TRYON_SESSION, TRYON_SUBSCRIPTION, toPrice } from '../shop/products.ts';

const DAY_MS = 86_400_000;

/** How trying on works at this shop, in a sentence for shoppers. */
export function howItWorks(choice: MerchantChoice): string {
  const monthly = `${toPrice(TRYON_SUBSCRIPTION.cents)} a month`;
  switch (choice.model) {
    case 'FREE_ALL':
      return choice.guests ? 'Trying on is free for everybody.' : 'Trying on is free once you are signed in.';
    case 'SUBSCRIPTION':
      return `With a subscription, ${monthly}, you try on as often as you like.`;
    case 'CREDITS_WITH_PURCHASE':
      return `Each order unlocks ${count(choice.creditsPerOrder)}, good for ${choice.expiresInDays} days.`;
    case 'PAY_PER_USE':
      return `A session for ${toPrice(TRYON_SESSION.cents)} is good for ${count(choice.tryOnsPerSession)} within ${choice.sessionMinutes} minutes.`;
    case 'FREEMIUM':
      return `The first ${count(choice.freePerMonth)} of each month are free; a subscription, ${monthly}, sets no limit.`;
  }
}

/** What the shopper may still try on, in a sentence. */
export function whatIsLeft({ canTryOn, remaining, credits }: ShopperAccount): string {
  if (!canTryOn) return 'You have no try-ons left.';
  if (remaining === null) return 'You can try on as often as you like.';
  const [soonest] = credits
    .filter((credit) => credit.remaining > 0 && credit.expiresAt !== null)
    .sort((one, other) => String(one.expiresAt).localeCompare(String(other.expiresAt)));
  const left = `You have ${count(remaining)} left`;
  if (!soonest?.expiresAt) return `${left}.`;
  const some = soonest.remaining < remaining ? `, ${soonest.remaining} of them` : ', good';
  return `${left}${some} until ${toDeadline(soonest.expiresAt)}.`;
}

export function count(tryOns: number): string {
  return tryOns === 1 ? '1 try-on' : `${tryOns} try-ons`;
}

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** The day, and the time too where it is near. */
export function toDeadline(iso: string): string {
  return Date.parse(iso) - Date.now() < DAY_MS ? toTime(iso) : toDate(iso);
}

export function toDate(iso: string): string {
  return DATE.format(new Date(iso));
}

export function toTime(iso: string): string {
  return TIME.format(new Date(iso));
}

export function toMoment(iso: string): string {
  return MOMENT.format(new Date(iso));
}
