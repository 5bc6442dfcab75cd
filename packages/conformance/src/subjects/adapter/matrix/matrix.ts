import { STOREFRONT_OPERATIONS, type StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { exchangeCell } from '../cells/exchange-cell.ts';
import { guardCells } from '../guards/guards.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { ownError } from '../oracle/translate.ts';
import { upstreamCells } from './upstream-cells.ts';

export interface MatrixOptions {
  /** Operations the adapter says it does not offer: their cells run and must find nothing there. */
  unsupported?: readonly StorefrontOperationId[] | undefined;
  guests?: GuestMode | undefined;
}

/** Every cell, computed from the specs alone. */
export async function createAdapterMatrix({
  unsupported = [],
  guests = 'allowed',
}: MatrixOptions = {}): Promise<AdapterCell[]> {
  const cells: AdapterCell[] = [];
  for (const operationId of STOREFRONT_OPERATIONS) {
    const own = await cellsOf(operationId, guests);
    cells.push(...(unsupported.includes(operationId) ? own.map(notOffered) : own));
  }
  return cells;
}

async function cellsOf(operationId: StorefrontOperationId, guests: GuestMode): Promise<AdapterCell[]> {
  return [...guardCells(operationId, guests), ...(await upstreamCells(operationId, guests))];
}

function notOffered(cell: AdapterCell): AdapterCell {
  const { operationId, id, dimension, title } = cell;
  const replaced = exchangeCell({
    operationId,
    dimension,
    value: 'not-offered',
    title: `not offered; else: ${title}`,
    viewer: 'shopper',
    expected: ownError('path_not_allowed'),
    rules: ['not-offered'],
  });
  return { ...replaced, id, upstream: cell.upstream };
}
