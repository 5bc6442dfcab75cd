import { WIDGET_EVENT_TYPES, type WidgetEventType } from '@genvoris/contract';
import { html } from 'hono/html';
import type { FunnelCounts } from '../../../domain/funnel/read-funnel.ts';
import { number, plural } from '../elements/format.ts';
import { percent, shareBar } from '../elements/shares.ts';
import { table } from '../elements/table.ts';
import type { Markup } from '../request/page-context.ts';

/** Under which count and name an event is shown; what is no step stands in a sentence below. */
const SHOWN: Readonly<Record<WidgetEventType, readonly [keyof FunnelCounts, string]>> = {
  WIDGET_OPENED: ['opened', 'Opened'],
  PHOTO_UPLOADED: ['photo', 'Photo'],
  TRYON_GENERATED: ['tried', 'Tried on'],
  TRYON_VIEWED: ['viewed', 'Viewed'],
  RESULT_SHARED: ['shared', 'shared a picture'],
  ADDED_TO_CART: ['cart', 'Cart'],
  CHECKOUT_STARTED: ['checkout', 'Checkout'],
  CLOSED: ['closed', 'closed the dialog'],
};
const BESIDE: readonly WidgetEventType[] = ['RESULT_SHARED', 'CLOSED'];

interface Step {
  readonly name: string;
  readonly sessions: number;
  /** Of the step before; undefined for the first. */
  readonly before: number | undefined;
}

/** The steps from the widget to the order, each with a bar. */
export function funnelSteps(counts: FunnelCounts, ofOneProduct: boolean): Markup {
  const named = WIDGET_EVENT_TYPES.filter((type) => !BESIDE.includes(type)).map((type) => SHOWN[type]);
  const all = [...named, ['ordered', 'Order'] as const];
  const steps: Step[] = all.map(([key, name], n) => {
    const before = all[n - 1];
    return { name, sessions: counts[key], before: before && counts[before[0]] };
  });
  const most = Math.max(1, ...steps.map(({ sessions }) => sessions));
  const first = steps[0]?.sessions ?? 0;
  const beside = BESIDE.map((type) => `${plural(counts[SHOWN[type][0]], 'visit')} ${SHOWN[type][1]}`);
  return html`${table<Step>(
    'Visits that reached each step',
    [
      { title: 'Step', cell: ({ name }) => name },
      { title: 'Visits', wide: true, cell: ({ sessions }) => shareBar(sessions / most) },
      { title: 'Count', figure: true, leads: true, cell: ({ sessions }) => number(sessions) },
      {
        title: 'Of those who opened',
        figure: true,
        cell: ({ sessions }) => (first === 0 ? '–' : percent(sessions / first)),
      },
      {
        title: 'Of the step before',
        figure: true,
        cell: ({ sessions, before }) => (before ? percent(sessions / before) : '–'),
      },
    ],
    steps,
  )}
<p class="hint">A visit is a session of the widget, and counts once for each step, all of them on the day it began; ${beside.join(', ')}. A cart or a checkout without the widget counts too, so a step can have more than the one before. The last step is visits that an order named.${ofOneProduct && ' A checkout is of a whole cart: it counts for a product only where the event names it.'}</p>`;
}
