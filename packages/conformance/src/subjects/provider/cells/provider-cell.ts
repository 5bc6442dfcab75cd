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
  readonly rule: CellRule;
  /** The documented answer it is about. */
  readonly answer?: { readonly status: number; readonly example: string };
  drive(harness: ProviderHarness, assert: Assertions): Promise<void>;
}

const GENERAL = Object.keys(GENERAL_RULES) as ProviderRule[];

type Wish = Pick<ProviderCell, 'operationId' | 'dimension' | 'title' | 'rule' | 'answer' | 'drive'>;

export function providerCell({ value, ...wish }: Wish & { readonly value: string }): ProviderCell {
  const id = [wish.operationId, wish.dimension, value].join('/');
  return { id, rules: [wish.rule, ...GENERAL], ...wish };
}

/** Returns a maker of cells that are named `<operationId>.<rule>` and, where several show it, what is special. */
function named(dimension: ProviderDimension) {
  return (
    name: `${ProviderOperationId}.${CellRule}` | `${ProviderOperationId}.${CellRule}.${string}`,
    title: string,
    drive: ProviderCell['drive'],
  ): ProviderCell => {
    const [operationId, rule] = name.split('.', 2) as [ProviderOperationId, CellRule];
    const value = name.slice(operationId.length + 1);
    return providerCell({ operationId, dimension, value, title, rule, drive });
  };
}

export const requestCell = named('request');
export const stateCell = named('state');
