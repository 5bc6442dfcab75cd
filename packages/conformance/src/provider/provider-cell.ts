import type { ProviderOperationId } from './call.ts';
import type { Claims } from './claims.ts';
import { type CellRule, GENERAL_RULES, type ProviderRule } from './rules.ts';
import type { ProviderStage } from './stage.ts';

/** What a cell is about; the second part of its id. */
export type ProviderDimension = 'answer' | 'request' | 'state';

/** One point of the matrix: a situation at one operation, and the rule it shows. */
export interface ProviderCell {
  /** `<operationId>/<dimension>/<value>`, stable. */
  readonly id: string;
  readonly operationId: ProviderOperationId;
  readonly upstream: undefined;
  readonly dimension: ProviderDimension;
  readonly title: string;
  readonly rule: CellRule;
  readonly rules: readonly ProviderRule[];
  /** The documented answer it is about. */
  readonly answer?: { readonly status: number; readonly example: string };
  drive(stage: ProviderStage, claims: Claims): Promise<void>;
}

const GENERAL = Object.keys(GENERAL_RULES) as ProviderRule[];

export interface CellWish extends Pick<ProviderCell, 'operationId' | 'title' | 'rule' | 'answer' | 'drive'> {
  readonly dimension: ProviderDimension;
  readonly value: string;
}

export function providerCell({ operationId, dimension, value, rule, ...rest }: CellWish): ProviderCell {
  const id = [operationId, dimension, value].join('/');
  return { id, operationId, upstream: undefined, dimension, rule, rules: [rule, ...GENERAL], ...rest };
}

export function requestCell(wish: Omit<CellWish, 'dimension'>): ProviderCell {
  return providerCell({ ...wish, dimension: 'request' });
}

export function stateCell(wish: Omit<CellWish, 'dimension' | 'value'> & { value?: string }): ProviderCell {
  const value = wish.value === undefined ? wish.rule : `${wish.rule}.${wish.value}`;
  return providerCell({ ...wish, dimension: 'state', value });
}
