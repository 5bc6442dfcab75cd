import { html } from 'hono/html';
import type { Markup } from '../request/page-context.ts';
import { bars, type DayPoint, type Series, shortDay, summaryOf, topOf } from './bars.ts';
import { day, number } from './format.ts';
import { table } from './table.ts';

/** Bars by day with a scale, and the same figures as a table. */
export function dayChart(title: string, series: readonly Series[], points: readonly DayPoint[]): Markup {
  const top = topOf(points);
  const legend =
    series.length > 1
      ? html`<p class="legend">${series.map(({ label, tone }) => html`<span class="key ${tone}">${label}</span>`)}</p>`
      : '';
  return html`<figure class="chart"><figcaption><h2>${title}</h2>${legend}</figcaption>
<div class="plot"><p class="scale" aria-hidden="true"><span>${number(top)}</span><span>${number(top / 2)}</span><span>0</span></p>
${bars(series, points, { top, summary: summaryOf(title, points), grid: true })}
${dayMarks(points)}</div>
${dayTable(
  `${title} (UTC)`,
  series.map(({ label }) => label),
  points,
)}</figure>`;
}

/** The first, the middle and the last day, under the bars. */
export function dayMarks(points: readonly DayPoint[]): Markup {
  const marks = [points[0], points[Math.floor((points.length - 1) / 2)], points.at(-1)];
  return html`<p class="marks" aria-hidden="true">${marks.map((mark) => html`<span>${shortDay(mark?.day)}</span>`)}</p>`;
}

/** The figures behind a chart, newest first, to be opened. */
export function dayTable(
  title: string,
  columns: readonly string[],
  points: readonly DayPoint[],
  opens: Markup = html`As a table<span class="unseen">: ${title}</span>`,
): Markup {
  return html`<details><summary>${opens}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${title}">${table<DayPoint>(
    title,
    [
      { title: 'Day', cell: (point) => day(point.day) },
      ...columns.map((label, n) => ({
        title: label,
        figure: true,
        cell: (point: DayPoint) => number(point.values[n] ?? 0),
      })),
    ],
    [...points].reverse(),
  )}</div></details>`;
}
