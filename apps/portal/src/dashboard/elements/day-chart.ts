import { html } from 'hono/html';
import type { Markup } from '../visit.ts';
import { table } from './table.ts';
import { day, number } from './words.ts';

export interface Series {
  readonly label: string;
  /** One of the colours of the style sheet. */
  readonly tone: 'accent' | 'bad' | 'second';
}

export interface DayPoint {
  /** `2026-03-09` */
  readonly day: string;
  /** One figure for each series, stacked. */
  readonly values: readonly number[];
}

const HEIGHT = 100;
const SLOT = 10;
const BAR = 7;

/** Bars by day, drawn on the server, with the same figures as a table for whoever does not see bars. */
export function dayChart(title: string, series: readonly Series[], points: readonly DayPoint[]): Markup {
  const totals = points.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const top = niceTop(Math.max(...totals));
  const sum = totals.reduce((all, each) => all + each, 0);
  const busiest = points[totals.indexOf(Math.max(...totals))];
  const summary =
    sum === 0
      ? `${title}: none in ${points.length} days.`
      : `${title}: ${number(sum)} in ${points.length} days, at most ${number(Math.max(...totals))} on ${busiest?.day}.`;
  const legend =
    series.length > 1
      ? html`<p class="legend">${series.map(({ label, tone }) => html`<span class="key ${tone}">${label}</span>`)}</p>`
      : '';
  const width = points.length * SLOT;
  const marks = [points[0], points[Math.floor((points.length - 1) / 2)], points.at(-1)];
  return html`<figure class="chart"><figcaption><h2>${title}</h2>${legend}</figcaption>
<div class="plot"><p class="scale" aria-hidden="true"><span>${number(top)}</span><span>${number(top / 2)}</span><span>0</span></p>
<svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${summary}">
<path class="grid" d="M0 .5H${width}M0 ${HEIGHT / 2}H${width}M0 ${HEIGHT - 0.5}H${width}"/>
${points.map((point, n) => bar(point, n))}</svg>
<p class="marks" aria-hidden="true">${marks.map((mark) => html`<span>${shortDay(mark?.day)}</span>`)}</p></div>
<details><summary>As a table</summary><div class="scroll" tabindex="0" role="region" aria-label="${title} by day">${table<DayPoint>(
    `${title} by day`,
    [
      { title: 'Day', cell: (point) => day(point.day) },
      ...series.map(({ label }, n) => ({
        title: label,
        figure: true,
        cell: (point: DayPoint) => number(point.values[n] ?? 0),
      })),
    ],
    [...points].reverse(),
  )}</div></details></figure>`;

  function bar({ day: of, values }: DayPoint, n: number): Markup {
    let y = HEIGHT;
    const told = series.map(({ label }, k) => `${number(values[k] ?? 0)} ${label.toLowerCase()}`).join(', ');
    const parts = series.map(({ tone }, k) => {
      const height = ((values[k] ?? 0) / top) * HEIGHT;
      y -= height;
      return height > 0
        ? html`<rect class="${tone}" x="${n * SLOT + (SLOT - BAR) / 2}" y="${round(y)}" width="${BAR}" height="${round(height)}"/>`
        : '';
    });
    return html`<g><title>${shortDay(of)}: ${told}</title><rect class="hit" x="${n * SLOT}" y="0" width="${SLOT}" height="${HEIGHT}"/>${parts}</g>`;
  }
}

/** The least even 1, 2 or 5 times a power of ten that nothing is above. */
function niceTop(most: number): number {
  for (let unit = 1; ; unit *= 10) {
    for (const step of [2, 4, 6, 10]) if (most <= step * unit) return step * unit;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function shortDay(text: string | undefined): string {
  return text === undefined ? '' : SHORT.format(new Date(text));
}
