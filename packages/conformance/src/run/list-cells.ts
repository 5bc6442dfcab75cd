import { createMatrix } from '../matrix/matrix.ts';
import { listingData } from '../report/listing.ts';
import type { ConformanceOptions } from './options.ts';
import { selectCells } from './select.ts';

export interface ListedCell {
  id: string;
  operationId: string;
  upstream: string | null;
  dimension: string;
  title: string;
  /** `<operationId>.<rule>` */
  checks: string[];
}

/** What a run with these options would do, without running it. */
export async function listCells(
  options: Pick<ConformanceOptions, 'unsupported' | 'guests' | 'only'> = {},
): Promise<ListedCell[]> {
  const { unsupported = [], guests = 'allowed', only = [] } = options;
  return listingData(selectCells(await createMatrix({ unsupported, guests }), only));
}
