import { html } from 'hono/html';
import { type Proportion, proportion, returnsAvoided } from '../../../domain/funnel/proportion.ts';
import type { Funnel, OrderSums } from '../../../domain/funnel/read-funnel.ts';
import { number, plural } from '../elements/format.ts';
import { interval, percent } from '../elements/shares.ts';
import { table } from '../elements/table.ts';
import type { Markup } from '../request/page-context.ts';

export interface Rates {
  readonly ordersWith: Proportion | undefined;
  readonly ordersWithout: Proportion | undefined;
  readonly returnsWith: Proportion | undefined;
  readonly returnsWithout: Proportion | undefined;
}

export function ratesOf({ total, orders }: Pick<Funnel, 'total' | 'orders'>): Rates {
  const sum = (read: (each: OrderSums) => number, after: boolean) =>
    orders
      .filter(({ attribution }) => (attribution !== 'none') === after)
      .reduce((all, each) => all + read(each), 0);
  const back = (after: boolean) =>
    proportion(
      sum(({ returned }) => returned, after),
      sum(({ orders }) => orders, after),
    );
  return {
    ordersWith: proportion(total.orderedAfterTryon, total.tried),
    ordersWithout: proportion(total.ordered - total.triedAndOrdered, total.sessions - total.tried),
    returnsWith: back(true),
    returnsWithout: back(false),
  };
}

interface Line {
  readonly name: string;
  readonly share: Proportion | undefined;
  readonly tone: 'accent' | 'second';
}

/** Conversion and returns, with a try-on and without, each with its interval. */
export function funnelRates(rates: Rates, { total, orders }: Pick<Funnel, 'total' | 'orders'>): Markup {
  const sold = orders.reduce((all, each) => all + each.orders, 0);
  return html`<section class="chart"><h2>Do they buy?</h2>
<p class="hint">Visits that began in these days and ordered, then or later, by whether they had tried on before.</p>
${rateTable('Visits that ordered', 'Visits', [
  { name: 'With a try-on', share: rates.ordersWith, tone: 'accent' },
  { name: 'Without', share: rates.ordersWithout, tone: 'second' },
])}
${
  total.ordered === 0 &&
  sold > 0 &&
  html`<p class="hint">None of the ${plural(sold, 'order')} named a visit that began in these days: send the widget's <code>sessionId</code> with each order to see this.</p>`
}</section>
<section class="chart"><h2>Does it come back?</h2>
<p class="hint">Orders with a return, whole or in part, by whether a try-on is known to come before them.</p>
${rateTable('Orders that came back', 'Orders', [
  { name: 'After a try-on', share: rates.returnsWith, tone: 'accent' },
  { name: 'No try-on known', share: rates.returnsWithout, tone: 'second' },
])}
${avoided(rates)}</section>`;
}

function rateTable(caption: string, unit: string, lines: readonly Line[]): Markup {
  const highest = Math.max(0.02, ...lines.map(({ share }) => share?.high ?? 0));
  const top = Math.min(1, Math.ceil(highest * 20) / 20);
  return html`${table<Line>(
    caption,
    [
      { title: unit, cell: ({ name }) => name },
      {
        title: 'Share',
        wide: true,
        cell: ({ share, tone }) => (share ? interval(share, top, tone) : '–'),
      },
      { title: 'Rate', figure: true, leads: true, cell: ({ share }) => (share ? percent(share.rate) : '–') },
      {
        title: '95 % between',
        figure: true,
        cell: ({ share }) => (share ? `${percent(share.low)} and ${percent(share.high)}` : '–'),
      },
      {
        title: 'Count',
        figure: true,
        cell: ({ share }) => (share ? `${number(share.hits)} of ${number(share.of)}` : 'none yet'),
      },
    ],
    lines,
  )}
<p class="hint">The scale ends at ${percent(top)}.</p>`;
}

function avoided({ returnsWith, returnsWithout }: Rates): Markup {
  if (!returnsWith || !returnsWithout)
    return html`<p class="estimate">Returns avoided: nothing to compare yet.</p>`;
  const estimate = returnsAvoided(returnsWith, returnsWithout);
  if (estimate)
    return html`<p class="estimate"><strong>Returns avoided, an estimate: about ${number(estimate.orders)}</strong> (95 % between ${number(estimate.low)} and ${number(estimate.high)}).</p>
<p class="hint">The ${plural(returnsWith.of, 'order')} after a try-on, times the difference of the two rates; the interval is Newcombe's. It takes for granted that these orders would otherwise have come back as often as the others.</p>`;
  const more = returnsWith.low > returnsWithout.high;
  return html`<p class="estimate">Returns avoided: ${
    more
      ? 'none. Orders after a try-on come back more often here.'
      : 'no estimate. The two intervals overlap, so these figures do not tell the rates apart.'
  }</p>`;
}
