import type { Cell } from '../../../core/cells/cell.ts';
import type { ProviderOperationId } from '../calls/call.ts';
import type { Assertions } from '../harness/assertions.ts';
import type { ProviderHarness } from '../harness/harness.ts';
import { type CellRule, GENERAL_RULES, type ProviderRule } from './rules.ts';

/** What a cell is about; the second part of its id. */
export type ProviderDimension = 'answer' | 'request' | 'state';

export interface ProviderCell extends Cell<ProviderRule> {
  readonly operationId: ProviderOperationId;
  readonly dimension: ProviderDimension;
  /** The rule it shows. */
  readonly rule: CellRule;
  /** The documented answer it is about. */
  readonly answer?: { readonly status: number; readonly example: string };
  drive(harness: ProviderHarness, assert: Assertions): Promise<void>;
}

const GENERAL = Object.keys(GENERAL_RULES) as ProviderRule[];

export interface CellWish extends Pick<ProviderCell, 'operationId' | 'title' | 'rule' | 'answer' | 'drive'> {
  readonly dimension: ProviderDimension;
  readonly value: string;
}

export function providerCell({ operationId, dimension, value, rule, ...rest }: CellWish): ProviderCell {
  const id = [operationId, dimension, value].join('/');
  return { id, operationId, dimension, rule, rules: [rule, ...GENERAL], ...rest };
}

export function requestCell(wish: Omit<CellWish, 'dimension'>): ProviderCell {
  return providerCell({ ...wish, dimension: 'request' });
}

export function stateCell(wish: Omit<CellWish, 'dimension' | 'value'> & { value?: string }): ProviderCell {
  const value = wish.value === undefined ? wish.rule : `${wish.rule}.${wish.value}`;
  return providerCell({ ...wish, dimension: 'state', value });
}
