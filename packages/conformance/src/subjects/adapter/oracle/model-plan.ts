import {
  ALLOWANCE_SOURCE,
  type AllowanceSource,
  type CtaType,
  type EndCustomerQuotaReason,
  ERROR_WORDS,
  type ShopEventType,
  STOREFRONT_MODEL,
  type StorefrontModel,
} from '@genvoris/contract';
import { exampleOf } from '../../../core/contract/documented.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { ExpectedError } from './expected.ts';
import { ownError } from './translate.ts';

/** What the merchant of a run has set. The amounts are small, so that they are soon spent, and no two are alike. */
export const ALLOWANCES = {
  creditsPerOrder: 3,
  creditsExpireDays: 30,
  freePerMonth: 2,
  tryOnsPerSession: 4,
  sessionMinutes: 60,
} as const;

/** What a model gives, and what it offers when nothing is left, read off the specs' data. */
export interface ModelPlan {
  model: StorefrontModel;
  /** What the call to action is when nothing is left. */
  ctaType: CtaType;
  /** What a shopper's try-ons are paid with first. */
  source: AllowanceSource;
  /** Everything that the model gives. */
  gives: readonly AllowanceSource[];
  /** The event that brings it; `undefined`: it is there from the beginning. */
  broughtBy: ShopEventType | undefined;
  /** Try-ons that it brings; `null`: no limit. */
  amount: number | null;
  /** Why a shopper is refused who never had more. */
  spentReason: EndCustomerQuotaReason;
}

const AMOUNTS: Readonly<Record<AllowanceSource, number | null>> = {
  subscription: null,
  free: ALLOWANCES.freePerMonth,
  session: ALLOWANCES.tryOnsPerSession,
  credits: ALLOWANCES.creditsPerOrder,
};

/** The plan of a model that counts; `undefined` for one that gives everything to everybody. */
export function planOf(model: StorefrontModel): ModelPlan | undefined {
  const { ctaType, gives, spentReason } = STOREFRONT_MODEL[model];
  const [source] = gives;
  if (source === undefined) return undefined;
  const [broughtBy] = ALLOWANCE_SOURCE[source].broughtBy;
  return { model, ctaType, source, gives, broughtBy, amount: AMOUNTS[source], spentReason };
}

/** The page of the shop that the call to action leads to: the one the spec shows. */
export function ctaUrlOf(model: StorefrontModel, origin: string): string {
  const { ctaType } = STOREFRONT_MODEL[model];
  const shown = exampleOf('getStorefrontStatus', 200, `cta_${ctaType}`) as { ctaUrl?: string } | undefined;
  const { pathname, search } = new URL(shown?.ctaUrl ?? origin);
  return `${origin}${pathname}${search}`;
}

/** The refusal that the spec gives the shopper's own layer. */
export function spentError(
  operationId: StorefrontOperationId,
  reason: EndCustomerQuotaReason,
): ExpectedError {
  const own = ownError('quota_exhausted');
  const word = (ERROR_WORDS[operationId][own.status] ?? []).find((one) => one.reason === reason);
  if (!word) throw new Error(`${operationId} documents no refusal with the reason ${reason}.`);
  return { ...own, error: word.error, reason };
}
