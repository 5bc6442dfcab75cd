import { EXTERNAL_ID, type ExternalIdPlatform } from '@genvoris/contract';
import { html } from 'hono/html';
import type { DayFigures, Figures, PlatformFigures } from '../../../domain/stats/read-figures.ts';
import { bars, type DayPoint, type Series, shortDay, summaryOf, topOf } from '../elements/bars.ts';
import { dayTable } from '../elements/day-chart.ts';
import { number } from '../elements/format.ts';
import { table } from '../elements/table.ts';
import type { Markup } from '../request/page-context.ts';

const NAMES: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  wordpress: 'WordPress',
  woocommerce: 'WooCommerce',
  laravel: 'Laravel',
  external: 'External',
  other: 'Other ids',
  guest: 'Guests',
};

interface Measure {
  readonly title: string;
  readonly series: readonly Series[];
  values(day: DayFigures): number[];
}

export const TRYONS: Measure = {
  title: 'Try-ons',
  series: [
    { label: 'Completed', tone: 'accent' },
    { label: 'Failed', tone: 'bad' },
  ],
  values: ({ completed, failed }) => [completed, failed],
};
export const CREDITS: Measure = {
  title: 'Credits',
  series: [{ label: 'Credits', tone: 'second' }],
  values: ({ credits }) => [credits],
};

export function pointsOf({ values }: Measure, days: readonly DayFigures[]): DayPoint[] {
  return days.map((each) => ({ day: each.day, values: values(each) }));
}

/** Small charts, one row for each platform prefix, all to one scale. */
export function byPlatform({ platforms, days }: Pick<Figures, 'platforms' | 'days'>): Markup {
  const [tryons, credits] = [TRYONS, CREDITS].map((measure) => rowsOf(measure, platforms));
  if (!tryons || !credits || platforms.length === 0)
    return html`<p class="empty">No try-ons in these days.</p>`;
  return html`<p class="hint">Each bar is a day, from ${shortDay(days[0]?.day)} to ${shortDay(days.at(-1)?.day)}. All rows have one scale: the highest bar of try-ons is ${number(tryons.most)}, of credits ${number(credits.most)}.</p>
${table<PlatformFigures>(
  "Try-ons and credits per day by the prefix of the shopper's id",
  [
    { title: 'Platform', cell: ({ platform }) => html`${nameOf(platform)} ${prefix(platform)}` },
    { title: 'Try-ons per day', wide: true, cell: tryons.chart },
    { title: 'Try-ons', figure: true, cell: ({ completed, failed }) => number(completed + failed) },
    { title: 'Credits per day', wide: true, cell: credits.chart },
    { title: 'Credits', figure: true, cell: (row) => number(row.credits) },
  ],
  platforms,
)}
<div class="data">${[tryons, credits].map(({ measure, sums }) =>
    dayTable(
      `${measure.title} per day by platform (UTC)`,
      platforms.map(({ platform }) => nameOf(platform)),
      sums,
      `${measure.title} as a table`,
    ),
  )}</div>`;
}

function rowsOf(measure: Measure, platforms: readonly PlatformFigures[]) {
  const points = platforms.map(({ days }) => pointsOf(measure, days));
  const all = points.flat();
  const top = topOf(all);
  return {
    measure,
    most: Math.max(0, ...all.map(total)),
    chart: (row: PlatformFigures) => {
      const own = pointsOf(measure, row.days);
      const summary = summaryOf(`${measure.title} of ${nameOf(row.platform)} per day`, own);
      return html`<div class="spark">${bars(measure.series, own, { top, summary })}</div>`;
    },
    /** By day, one sum for each platform. */
    sums: (platforms[0]?.days ?? []).map(({ day }, n) => ({
      day,
      values: points.map((each) => total(each[n])),
    })),
  };
}

function total(point: DayPoint | undefined): number {
  return (point?.values ?? []).reduce((sum, value) => sum + value, 0);
}

function nameOf(platform: string): string {
  return NAMES[platform] ?? platform;
}

function prefix(platform: string): Markup {
  return Object.hasOwn(EXTERNAL_ID, platform)
    ? html`<code>${EXTERNAL_ID[platform as ExternalIdPlatform].prefix}</code>`
    : '';
}
