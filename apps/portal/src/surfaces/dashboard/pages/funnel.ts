import { CONVERSION_PLATFORMS, type ConversionPlatform } from '@genvoris/contract';
import { html } from 'hono/html';
import { type Funnel, type FunnelCounts, hasFunnel, readFunnel } from '../../../domain/funnel/read-funnel.ts';
import { dayChart } from '../elements/day-chart.ts';
import { number } from '../elements/format.ts';
import { percent } from '../elements/shares.ts';
import { spans } from '../elements/spans.ts';
import { table } from '../elements/table.ts';
import type { Markup, Page } from '../request/page-context.ts';
import { ordersTable, productsTable, touched } from './funnel-money.ts';
import { type AskedFunnel, funnelLink, readFunnelQuery, SPANS } from './funnel-query.ts';
import { funnelRates, ratesOf } from './funnel-rates.ts';
import { funnelSteps } from './funnel-steps.ts';

const PATH = '/dashboard/funnel';

const PLATFORM_NAMES: Readonly<Record<ConversionPlatform, string>> = {
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  custom: 'Other shops',
};

export const funnel: Page = {
  path: PATH,
  section: 'funnel',
  async render({ portal: { db }, storeId, query, now }) {
    const asked = readFunnelQuery(query, now);
    const read = await readFunnel(db, storeId, asked);
    const filtered = asked.productId !== undefined || asked.platform !== undefined;
    const empty = read.total.events === 0 && read.orders.length === 0;
    const never = empty && !(await hasFunnel(db, storeId));
    return {
      title: 'From try-on to order',
      content: html`<div class="head"><h1>From try-on to order</h1>
${
  never
    ? ''
    : spans(
        'Days shown',
        SPANS.map(
          (each) => [`${each} days`, funnelLink(PATH, asked, { span: each }), each === asked.span] as const,
        ),
      )
}</div>
${never ? beginning : html`${filters(asked)}${empty ? nothing(filtered) : figures(asked, read)}`}`,
    };
  },
};

function figures(asked: AskedFunnel, read: Funnel): Markup {
  const { total, days, orders, platforms } = read;
  const rates = ratesOf(read);
  const after = orders.filter(({ attribution }) => attribution !== 'none');
  const sold = (some: Funnel['orders']) => number(some.reduce((all, each) => all + each.orders, 0));
  const visits = days.map(({ day, sessions, tried }) => ({
    day,
    values: [tried, sessions - tried],
  }));
  const bought = days.map((each) => ({
    day: each.day,
    values: [each.ordersAfterTryon, each.orders - each.ordersAfterTryon],
  }));
  return html`<dl class="tiles">
${tile('Visits with the widget', number(total.sessions))}
${tile('Tried on', total.sessions === 0 ? '–' : percent(total.tried / total.sessions))}
${tile('Orders after a try-on', html`${sold(after)} <small>of ${sold(orders)}</small>`)}
${tile('Revenue touched', touched(orders), 'long')}
</dl>
<section><h2>Step by step</h2>${funnelSteps(total, asked.productId !== undefined)}</section>
${funnelRates(rates, read)}
${honesty}
<div class="charts">
${dayChart(
  'Visits per day',
  [
    { label: 'Tried on', tone: 'accent' },
    { label: 'Did not', tone: 'second' },
  ],
  visits,
)}
${dayChart(
  'Orders per day',
  [
    { label: 'After a try-on', tone: 'accent' },
    { label: 'No try-on known', tone: 'second' },
  ],
  bought,
)}
</div>
<section><h2>Orders and revenue</h2>${ordersTable(orders)}
<p class="hint">Revenue touched is what orders after a try-on came to. It is not what the try-on brought in: part of it would have come anyway.</p></section>
${asked.productId === undefined && html`<section><h2>By product</h2>${productsTable(read, (productId) => funnelLink(PATH, asked, { productId }))}</section>`}
<section><h2>By platform</h2>${platformsTable(platforms)}</section>
<section class="narrow"><h2>Download</h2>
<p class="hint">Everything above by day, product and platform, as CSV.</p>
<p class="acts"><a class="button" href="${funnelLink(`${PATH}/steps.csv`, asked)}">Steps</a>
<a class="button" href="${funnelLink(`${PATH}/orders.csv`, asked)}">Orders</a></p></section>`;
}

function filters(asked: AskedFunnel): Markup {
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  return html`<form class="filters" method="get" action="${PATH}">
<div class="field"><label for="from">From</label><input type="date" id="from" name="from" value="${iso(asked.from)}"></div>
<div class="field"><label for="to">To</label><input type="date" id="to" name="to" value="${iso(asked.to)}"></div>
<div class="field"><label for="product">Product id</label><input type="search" id="product" name="product" value="${asked.productId ?? ''}" maxlength="255" placeholder="All"></div>
<div class="field"><label for="platform">Platform</label><select id="platform" name="platform"><option value="">All</option>${CONVERSION_PLATFORMS.map((each) => html`<option value="${each}"${each === asked.platform && html` selected`}>${PLATFORM_NAMES[each]}</option>`)}</select></div>
<button class="main">Show</button></form>`;
}

function platformsTable(platforms: Funnel['platforms']): Markup {
  const rows = CONVERSION_PLATFORMS.flatMap((platform) => {
    const counts = platforms[platform];
    return counts ? [{ platform, ...counts }] : [];
  });
  type Row = FunnelCounts & { readonly platform: ConversionPlatform };
  return table<Row>(
    'Visits by platform',
    [
      { title: 'Platform', cell: ({ platform }) => PLATFORM_NAMES[platform] },
      { title: 'Visits', figure: true, leads: true, cell: ({ sessions }) => number(sessions) },
      { title: 'Tried on', figure: true, cell: ({ tried }) => number(tried) },
      { title: 'Cart', figure: true, cell: ({ cart }) => number(cart) },
      { title: 'Checkout', figure: true, cell: ({ checkout }) => number(checkout) },
      { title: 'Ordered', figure: true, cell: ({ ordered }) => number(ordered) },
    ],
    rows,
    { empty: 'No visits in these days.' },
  );
}

const honesty = html`<section class="panel reading"><h2>What this says, and what not</h2><ul>
<li>Shoppers who try on are not a random sample. Who takes the trouble may have been about to buy, and may know better what fits: the difference is not what the try-on causes. Showing the widget to a random half of your visitors would tell.</li>
<li><strong>Certain</strong> is an order that named a visit which had tried on. <strong>Likely</strong> is an order whose email is that of a customer who tried on before it, within the time that the order gave, a day unless it said otherwise: the try-on may have been of something else.</li>
<li>Who tried on as a guest, in another browser or under another email is counted without a try-on. As a rule that draws the two rates together.</li>
<li>The intervals are Wilson's, for 95\u00a0%. Few visits make them wide; orders of the last weeks may yet come back.</li>
</ul></section>`;

/** For a store that nobody has told anything of. */
const beginning = html`<section class="panel beginning"><h2>Nothing told yet</h2><ol>
<li>The widget tells what shoppers do with it as soon as your shop's adapter serves <code>POST /events</code>.</li>
<li>Your shop's server tells of each order with <code>POST /api/v1/conversions</code>, best with the widget's <code>sessionId</code>, and of each refund with <code>POST /api/v1/returns</code>.</li>
<li>Then this page shows the way from opening the try-on to the order, and what came back.</li>
</ol></section>`;

function nothing(filtered: boolean): Markup {
  return html`<p class="empty">Nothing happened in these days${filtered && ' with this product and platform'}. <a href="${PATH}">Show the last 30 days of all</a></p>`;
}

function tile(name: string, value: Markup, kind = ''): Markup {
  return html`<div${kind && html` class="${kind}"`}><dt>${name}</dt><dd>${value}</dd></div>`;
}
