import { html } from 'hono/html';
import { readFigures } from '../../../domain/stats/read-figures.ts';
import { readStatus } from '../../../domain/stores/status.ts';
import { dayChart } from '../elements/day-chart.ts';
import { number } from '../elements/format.ts';
import { spans } from '../elements/spans.ts';
import { feedTable } from '../feed/feed-table.ts';
import { recentTryons } from '../feed/recent.ts';
import type { Markup, Page } from '../request/page-context.ts';
import { accessLine } from './access-line.ts';
import { byPlatform, CREDITS, pointsOf, TRYONS } from './by-platform.ts';

const SPANS = [7, 30, 90];

export const overview: Page = {
  path: '/dashboard',
  section: 'overview',
  async render({ portal: { db }, storeId, session, query, now }) {
    const asked = Number(query.get('days'));
    const span = SPANS.includes(asked) ? asked : 30;
    const status = await readStatus(db, storeId, now);
    const figures = await readFigures(db, storeId, now, span);
    const { days, total } = figures;
    const pool = await db
      .selectFrom('pools')
      .select('balance')
      .where('store_id', '=', storeId)
      .executeTakeFirstOrThrow();
    const recent = await recentTryons(db, storeId, { limit: 12 });
    const tryons = total.completed + total.failed;
    const rate = tryons === 0 ? '–' : `${Math.round((total.completed / tryons) * 100)}%`;
    return {
      title: 'Overview',
      content: html`<div class="head"><h1>${session.storeName}</h1>
${spans(
  'Days shown',
  SPANS.map((each) => [`${each} days`, `/dashboard?days=${each}`, each === span] as const),
)}</div>
${accessLine(status)}
${tryons === 0 && recent.length === 0 && beginning}
<dl class="tiles">
${tile('Credits left', number(pool.balance))}
${tile(`Try-ons, ${span} days`, number(tryons))}
${tile(`Credits spent, ${span} days`, number(total.credits))}
${tile('Completed', rate)}
</dl>
<div class="charts">
${dayChart('Try-ons per day', TRYONS.series, pointsOf(TRYONS, days))}
${dayChart('Credits per day', CREDITS.series, pointsOf(CREDITS, days))}
</div>
<section><h2>By platform</h2>${byPlatform(figures)}</section>
${feedTable(recent)}`,
    };
  },
};

/** For a store in which nothing has happened yet. */
const beginning = html`<section class="panel beginning"><h2>Begin here</h2><ol>
<li><a href="/dashboard/credits">Add credits</a>: one completed try-on is one credit.</li>
<li><a href="/dashboard/keys">Create an API key</a> and give it to your shop's server, or connect a WordPress shop from its own administration.</li>
<li><a href="/dashboard/plans">Make a plan</a> if your shoppers are to have an allowance of their own.</li>
</ol></section>`;

function tile(name: string, value: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
