import { listingData } from '../report/listing.ts';
import type { ListedCell } from '../run/list-cells.ts';
import type { ProviderSpec } from './call.ts';
import { createProviderMatrix } from './matrix.ts';

/** What provider mode would do, without a server. */
export async function listProviderCells(specs?: readonly ProviderSpec[]): Promise<ListedCell[]> {
  return listingData(await createProviderMatrix(specs));
}
