import { CONVERSION_PLATFORMS } from '@genvoris/contract';
import type { FunnelQuery } from '../../../domain/funnel/read-funnel.ts';
import { ApiError } from '../../../foundation/api-error.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;
export const SPANS = [7, 30, 90] as const;

export interface AskedFunnel extends FunnelQuery {
  /** Which of SPANS it is, if it is one. */
  readonly span: number | undefined;
}

/** What a page and its downloads are asked to show. @throws ApiError `invalid_body` */
export function readFunnelQuery(query: URLSearchParams, now: Date): AskedFunnel {
  const productId = query.get('product')?.trim() || undefined;
  const platform = CONVERSION_PLATFORMS.find((each) => each === query.get('platform'));
  const only = { ...(productId !== undefined && { productId }), ...(platform && { platform }) };
  const [from, to] = [dayOf(query.get('from')), dayOf(query.get('to'))];
  if (from === undefined && to === undefined) {
    const asked = Number(query.get('days'));
    const span = SPANS.find((each) => each === asked) ?? 30;
    return { from: back(now, span - 1), to: now, span, ...only };
  }
  const last = to ?? now;
  const first = from ?? back(last, 29);
  if (first > last) throw refuse('The first day lies after the last.');
  if (last.getTime() - first.getTime() >= MOST_DAYS * DAY_MS)
    throw refuse(`At most ${MOST_DAYS} days can be shown at once.`);
  return { from: first, to: last, span: undefined, ...only };
}

function dayOf(text: string | null): Date | undefined {
  if (text === null || text === '') return undefined;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw refuse('A day is written like 2026-03-09.');
  return date;
}

function back(from: Date, days: number): Date {
  return new Date(from.getTime() - days * DAY_MS);
}

function refuse(detail: string): ApiError {
  return new ApiError('invalid_body', { detail });
}

/** The address of a view, with what is not said left as it is. */
export function funnelLink(
  path: string,
  { from, to, span, productId, platform }: AskedFunnel,
  change: { readonly span?: number; readonly productId?: string | null } = {},
): string {
  const wanted = new URLSearchParams();
  const days = change.span ?? span;
  if (days === undefined) {
    wanted.set('from', from.toISOString().slice(0, 10));
    wanted.set('to', to.toISOString().slice(0, 10));
  } else wanted.set('days', String(days));
  const product = change.productId === undefined ? productId : change.productId;
  if (product) wanted.set('product', product);
  if (platform) wanted.set('platform', platform);
  return `${path}?${wanted}`;
}
