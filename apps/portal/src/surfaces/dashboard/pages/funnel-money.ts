import { html } from 'hono/html';
import type { Funnel, FunnelProduct, OrderSums } from '../../../domain/funnel/read-funnel.ts';
import type { Attribution } from '../../../storage/tables/funnel.ts';
import { number } from '../elements/format.ts';
import { percent } from '../elements/shares.ts';
import { table } from '../elements/table.ts';
import type { Markup } from '../request/page-context.ts';

const NAMES: Readonly<Record<Attribution, string>> = {
  session: 'After a try-on, certain',
  email: 'After a try-on, likely',
  none: 'No try-on known',
};
const ORDER: readonly Attribution[] = ['session', 'email', 'none'];

/** An amount in the hundredth part of its currency; `EUR 1,234.50`. */
export function money(cents: number, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency, currencyDisplay: 'code' });
  return format.format(cents / 100);
}

/** What orders after a try-on came to, by currency. */
export function touched(orders: readonly OrderSums[]): Markup {
  const sums = new Map<string, number>();
  for (const { attribution, currency, amountCents } of orders)
    if (attribution !== 'none') sums.set(currency, (sums.get(currency) ?? 0) + amountCents);
  const told = [...sums].filter(([, cents]) => cents > 0).sort(([, a], [, b]) => b - a);
  if (told.length === 0) return '–';
  return html`${told.map(([currency, cents]) => html`<span>${money(Math.round(cents / 100) * 100, currency).replace(/\.0+$/, '')}</span>`)}`;
}

/** Orders, revenue and refunds by currency and by how they follow a try-on. */
export function ordersTable(orders: readonly OrderSums[]): Markup {
  const rows = [...orders].sort(
    (a, b) =>
      a.currency.localeCompare(b.currency) || ORDER.indexOf(a.attribution) - ORDER.indexOf(b.attribution),
  );
  return table<OrderSums>(
    'Orders by how they follow a try-on, and by currency',
    [
      { title: 'Orders', cell: ({ attribution }) => NAMES[attribution] },
      { title: 'Currency', leads: true, cell: ({ currency }) => currency },
      { title: 'Number', figure: true, cell: ({ orders }) => number(orders) },
      {
        title: 'Revenue',
        figure: true,
        cell: ({ amountCents, currency }) => money(amountCents, currency),
      },
      { title: 'Came back', figure: true, cell: ({ returned }) => number(returned) },
      {
        title: 'Refunded',
        figure: true,
        cell: ({ refundedCents, currency }) => money(refundedCents, currency),
      },
    ],
    rows,
    { empty: 'No orders in these days.' },
  );
}

/** The most visited products. */
export function productsTable(
  { products, others }: Pick<Funnel, 'products' | 'others'>,
  linkTo: (productId: string) => string,
): Markup {
  return html`${table<FunnelProduct>(
    'The most visited products',
    [
      {
        title: 'Product',
        cell: ({ productId, title }) =>
          html`<a href="${linkTo(productId)}">${title ?? productId}</a>${title !== null && html` <span class="ids"><code>${productId}</code></span>`}`,
      },
      { title: 'Visits', figure: true, leads: true, cell: ({ sessions }) => number(sessions) },
      { title: 'Tried on', figure: true, cell: ({ tried }) => number(tried) },
      {
        title: 'Of visits',
        figure: true,
        cell: ({ tried, sessions }) => (sessions === 0 ? '–' : percent(tried / sessions)),
      },
      { title: 'Cart', figure: true, cell: ({ cart }) => number(cart) },
      { title: 'Ordered', figure: true, cell: ({ ordered }) => number(ordered) },
    ],
    products,
    { empty: 'No event named its product in these days.' },
  )}
${others.events > 0 && html`<p class="hint">Products past the day's bound are counted together: ${number(others.sessions)} visits, ${number(others.tried)} tried on, ${number(others.ordered)} ordered.</p>`}`;
}
