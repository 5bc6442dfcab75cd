import { html } from 'hono/html';
import type { Markup } from '../request/page-context.ts';
import { number } from './format.ts';

export interface Series {
  readonly label: string;
  /** One of the colours of the style sheet; failures are hatched as well. */
  readonly tone: 'accent' | 'bad' | 'second';
}

export interface DayPoint {
  /** `2026-03-09` */
  readonly day: string;
  /** One figure for each series, stacked. */
  readonly values: readonly number[];
}

export interface BarsOptions {
  /** The figure that fills the height. */
  readonly top: number;
  /** What the picture shows, in a sentence. */
  readonly summary: string;
  /** Lines across at nothing, half and all. */
  readonly grid?: boolean;
}

const HEIGHT = 100;
const SLOT = 10;
const BAR = 7;
// So that a single try-on beside hundreds is still seen.
const LEAST = 2;

/** One bar for each day, drawn on the server. */
export function bars(series: readonly Series[], points: readonly DayPoint[], options: BarsOptions): Markup {
  const { top, summary, grid = false } = options;
  const width = points.length * SLOT;
  const lines = grid
    ? `M0 .5H${width}M0 ${HEIGHT / 2}H${width}M0 ${HEIGHT - 0.5}H${width}`
    : `M0 ${HEIGHT - 0.5}H${width}`;
  return html`<svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${summary}">
<path class="grid" d="${lines}"/>
${points.map(bar)}</svg>`;

  function bar({ day, values }: DayPoint, n: number): Markup {
    let y = HEIGHT;
    const told = series.map(({ label }, k) => `${number(values[k] ?? 0)} ${label.toLowerCase()}`).join(', ');
    const parts = series.map(({ tone }, k) => {
      const value = values[k] ?? 0;
      if (value === 0) return '';
      const height = Math.max((value / top) * HEIGHT, LEAST);
      y -= height;
      return html`<rect class="${tone}" x="${n * SLOT + (SLOT - BAR) / 2}" y="${round(y)}" width="${BAR}" height="${round(height)}"/>`;
    });
    return html`<g><title>${shortDay(day)}: ${told}</title><rect class="hit" x="${n * SLOT}" y="0" width="${SLOT}" height="${HEIGHT}"/>${parts}</g>`;
  }
}

/** The figures in a sentence, for people who do not see bars. */
export function summaryOf(title: string, points: readonly DayPoint[]): string {
  const totals = points.map(sumOf);
  const sum = totals.reduce((all, each) => all + each, 0);
  if (sum === 0) return `${title}: none in ${points.length} days.`;
  const most = Math.max(...totals);
  return `${title}: ${number(sum)} in ${points.length} days, at most ${number(most)} on ${points[totals.indexOf(most)]?.day}.`;
}

/** The least even 2, 4, 6 or 10 times a power of ten that no day is above. */
export function topOf(points: readonly DayPoint[]): number {
  const most = Math.max(0, ...points.map(sumOf));
  for (let unit = 1; ; unit *= 10) {
    for (const step of [2, 4, 6, 10]) if (most <= step * unit) return step * unit;
  }
}

function sumOf({ values }: DayPoint): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export function shortDay(text: string | undefined): string {
  return text === undefined ? '' : SHORT.format(new Date(text));
}
