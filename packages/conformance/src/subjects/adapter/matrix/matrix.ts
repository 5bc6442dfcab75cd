import type { StorefrontModel } from '@genvoris/contract';
import {
  modelsOf,
  OPEN_MODELS,
  STOREFRONT_OPERATIONS,
  type StorefrontOperationId,
} from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { exchangeCell } from '../cells/exchange-cell.ts';
import { guardCells } from '../guards/guards.ts';
import { modelCells } from '../models/model-cells.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { ownError } from '../oracle/translate.ts';
import { upstreamCells } from './upstream-cells.ts';

export interface MatrixOptions {
  /** Operations the adapter says it does not offer: their cells run and must find nothing there. */
  unsupported?: readonly StorefrontOperationId[] | undefined;
  guests?: GuestMode | undefined;
  /** The models it is judged under. Default: those that count nothing. */
  models?: readonly StorefrontModel[] | undefined;
}

/** Every cell, computed from the specs alone. */
export async function createAdapterMatrix({
  unsupported = [],
  guests = 'allowed',
  models = OPEN_MODELS,
}: MatrixOptions = {}): Promise<AdapterCell[]> {
  const cells: AdapterCell[] = [];
  for (const operationId of STOREFRONT_OPERATIONS) {
    const own: AdapterCell[] = [];
    const home = models.find((model) => (modelsOf(operationId) ?? OPEN_MODELS).includes(model));
    if (home !== undefined)
      own.push(...(await cellsOf(operationId, guests)).map((cell) => ({ ...cell, model: home })));
    own.push(...models.flatMap((model) => modelCells(operationId, model)));
    cells.push(...(unsupported.includes(operationId) ? own.map(notOffered) : own));
    const without = models.filter((model) => modelsOf(operationId)?.includes(model) === false);
    cells.push(...without.map((model) => nothingThere(operationId, model)));
  }
  return cells;
}

function nothingThere(operationId: StorefrontOperationId, model: StorefrontModel): AdapterCell {
  return exchangeCell({
    operationId,
    dimension: model,
    model,
    value: 'not-offered',
    title: `not offered under ${model}`,
    viewer: 'shopper',
    expected: ownError('path_not_allowed'),
    rules: ['not-offered'],
  });
}

async function cellsOf(operationId: StorefrontOperationId, guests: GuestMode): Promise<AdapterCell[]> {
  return [...guardCells(operationId, guests), ...(await upstreamCells(operationId, guests))];
}

function notOffered(cell: AdapterCell): AdapterCell {
  const { operationId, id, dimension, model, title } = cell;
  const replaced = exchangeCell({
    operationId,
    dimension,
    model,
    value: 'not-offered',
    title: `not offered; else: ${title}`,
    viewer: 'shopper',
    expected: ownError('path_not_allowed'),
    rules: ['not-offered'],
  });
  return { ...replaced, id, upstream: cell.upstream };
}
