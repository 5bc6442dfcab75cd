import { EXTERNAL_ID, type ExternalIdPlatform } from '@genvoris/contract';
import { html } from 'hono/html';
import { readStatus } from '../../stores/status.ts';
import { dayChart } from '../elements/day-chart.ts';
import { shareBar } from '../elements/share-bar.ts';
import { table } from '../elements/table.ts';
import { number } from '../elements/words.ts';
import { feedTable } from '../feed/feed-table.ts';
import { recentTryons } from '../feed/recent.ts';
import { type PlatformFigures, readFigures } from '../figures/read-figures.ts';
import type { Markup, Page } from '../visit.ts';
import { accessLine } from './access-line.ts';

const SPANS = [7, 30, 90];
const NAMES: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  wordpress: 'WordPress',
  woocommerce: 'WooCommerce',
  laravel: 'Laravel',
  external: 'External',
  other: 'Other ids',
  guest: 'Guests',
};

export const overview: Page = {
  path: '/dashboard',
  section: 'overview',
  async render({ portal: { db }, storeId, session, query, now }) {
    const asked = Number(query.get('days'));
    const span = SPANS.includes(asked) ? asked : 30;
    const status = await readStatus(db, storeId, now);
    const { days, platforms, total } = await readFigures(db, storeId, now, span);
    const pool = await db
      .selectFrom('pools')
      .select('balance')
      .where('store_id', '=', storeId)
      .executeTakeFirstOrThrow();
    const recent = await recentTryons(db, storeId, { limit: 12 });
    const tryons = total.completed + total.failed;
    const rate = tryons === 0 ? '–' : `${Math.round((total.completed / tryons) * 100)} %`;
    return {
      title: 'Overview',
      content: html`<div class="head"><h1>${session.storeName}</h1>
<nav class="spans" aria-label="Days shown"><ul>${SPANS.map((days) => html`<li><a href="/dashboard?days=${days}"${days === span && html` aria-current="true"`}>${days} days</a></li>`)}</ul></nav></div>
${accessLine(status)}
<dl class="tiles">
${tile('Credits left', number(pool.balance))}
${tile(`Try-ons, ${span} days`, number(tryons))}
${tile(`Credits spent, ${span} days`, number(total.credits))}
${tile('Completed', rate)}
</dl>
<div class="charts">
${dayChart(
  'Try-ons per day',
  [
    { label: 'Completed', tone: 'accent' },
    { label: 'Failed', tone: 'bad' },
  ],
  days.map(({ day, completed, failed }) => ({ day, values: [completed, failed] })),
)}
${dayChart(
  'Credits per day',
  [{ label: 'Credits', tone: 'second' }],
  days.map(({ day, credits }) => ({ day, values: [credits] })),
)}
</div>
<section><h2>By platform</h2>${byPlatform(platforms, tryons)}</section>
${feedTable(recent)}`,
    };
  },
};

function tile(name: string, value: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function byPlatform(platforms: readonly PlatformFigures[], tryons: number): Markup {
  return table<PlatformFigures>(
    "Try-ons and credits by the prefix of the shopper's id",
    [
      {
        title: 'Platform',
        cell: ({ platform }) => html`${NAMES[platform] ?? platform} ${prefix(platform)}`,
      },
      { title: 'Share', wide: true, cell: ({ completed, failed }) => shareBar(completed + failed, tryons) },
      { title: 'Try-ons', figure: true, cell: ({ completed, failed }) => number(completed + failed) },
      { title: 'Credits', figure: true, cell: ({ credits }) => number(credits) },
    ],
    platforms,
    { empty: 'No try-ons in these days.' },
  );
}

function prefix(platform: string): Markup {
  return Object.hasOwn(EXTERNAL_ID, platform)
    ? html`<code>${EXTERNAL_ID[platform as ExternalIdPlatform].prefix}</code>`
    : '';
}
