import { type ListedCell, listingData } from '../../core/report/listing.ts';
import { answerCells } from './answers/answer-cells.ts';
import { operation, PROVIDER_OPERATIONS, PROVIDER_SPECS, type ProviderSpec } from './calls/call.ts';
import type { ProviderCell } from './cells/provider-cell.ts';
import { bodyCells } from './requests/body-cells.ts';
import { credentialCells } from './requests/credential-cells.ts';
import { encodingCells } from './requests/encoding-cells.ts';
import { formCells } from './requests/form-cells.ts';
import { headerCells } from './requests/header-cells.ts';
import { parameterCells } from './requests/parameter-cells.ts';
import { pathCells } from './requests/path-cells.ts';
import { queryCells } from './requests/query-cells.ts';
import { stateCells } from './state/state-cells.ts';

/** Every cell of provider mode, computed from the specs: an operation or answer added there is a cell here. */
export async function createProviderMatrix(
  specs: readonly ProviderSpec[] = PROVIDER_SPECS,
): Promise<ProviderCell[]> {
  const wanted = PROVIDER_OPERATIONS.filter((id) =>
    (specs as readonly string[]).includes(operation(id).spec),
  );
  const cells: ProviderCell[] = [];
  for (const operationId of wanted) {
    cells.push(
      ...answerCells(operationId),
      ...credentialCells(operationId),
      ...(await bodyCells(operationId)),
      ...encodingCells(operationId),
      ...formCells(operationId),
      ...(await parameterCells(operationId)),
      ...queryCells(operationId),
      ...headerCells(operationId),
      ...pathCells(operationId),
    );
  }
  return [...cells, ...stateCells().filter(({ operationId }) => wanted.includes(operationId))];
}

/**
 * Returns the cells that `runProvider` would drive, of these specs or of all.
 *
 * @example const cells = await listProviderCells(['status']);
 */
export async function listProviderCells(specs?: readonly ProviderSpec[]): Promise<ListedCell[]> {
  return listingData(await createProviderMatrix(specs));
}
