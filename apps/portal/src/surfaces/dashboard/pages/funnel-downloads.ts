import { exportOrders, exportSteps } from '../../../domain/funnel/export-funnel.ts';
import { csvLine } from '../elements/csv.ts';
import type { Download } from '../request/page-context.ts';
import { readFunnelQuery } from './funnel-query.ts';

function toDownload(name: string, columns: readonly string[], rows: typeof exportSteps): Download {
  return {
    path: `/dashboard/funnel/${name}.csv`,
    open({ portal: { db }, storeId, query, now }) {
      const asked = readFunnelQuery(query, now);
      const [from, to] = [asked.from, asked.to].map((date) => date.toISOString().slice(0, 10));
      return { name: `genvoris-${name}-${from}-${to}.csv`, lines: lines() };

      async function* lines(): AsyncGenerator<string> {
        yield csvLine(columns);
        for await (const row of rows(db, storeId, asked))
          yield csvLine(columns.map((column) => row[column] ?? null));
      }
    },
  };
}

export const funnelDownloads: readonly Download[] = [
  toDownload(
    'steps',
    [
      'day',
      'scope',
      'product_id',
      'product_title',
      'platform',
      'events',
      'sessions',
      'opened',
      'photo',
      'tried',
      'viewed',
      'shared',
      'cart',
      'checkout',
      'closed',
      'ordered',
      'ordered_after_tryon',
      'tried_and_ordered',
    ],
    exportSteps,
  ),
  toDownload(
    'orders',
    [
      'day',
      'scope',
      'product_id',
      'platform',
      'attribution',
      'currency',
      'orders',
      'amount',
      'returned',
      'refunded',
    ],
    exportOrders,
  ),
];
