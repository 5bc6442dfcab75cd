import { html } from 'hono/html';
import type { Proportion } from '../../../domain/funnel/proportion.ts';
import type { Markup } from '../request/page-context.ts';

const WIDTH = 100;
const HEIGHT = 10;

/** A bar from the left, as long as the share; the figure stands beside it. */
export function shareBar(share: number): Markup {
  const width = share === 0 ? 0 : Math.max(0.6, round(share * WIDTH));
  return html`<div class="share"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" x="0" y="0" width="${WIDTH}" height="${HEIGHT}"/><rect class="accent" x="0" y="0" width="${width}" height="${HEIGHT}"/></svg></div>`;
}

/** Where a share lies and may lie, on a scale up to `top`. */
export function interval({ rate, low, high }: Proportion, top: number, tone: 'accent' | 'second'): Markup {
  const at = (share: number) => round(Math.min(1, share / top) * WIDTH);
  const mark = Math.min(at(rate), WIDTH - 0.8);
  return html`<div class="share range"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" x="0" y="4.5" width="${WIDTH}" height="1"/><rect class="${tone} faint" x="${at(low)}" y="1" width="${Math.max(0.6, round(at(high) - at(low)))}" height="8"/><rect class="${tone}" x="${mark}" y="0" width="0.8" height="${HEIGHT}"/></svg></div>`;
}

/** `12.4 %`; with one place under a hundred. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)}\u00a0%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
