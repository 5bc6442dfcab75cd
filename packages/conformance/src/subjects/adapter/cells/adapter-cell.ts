import type { OperationId, StorefrontModel } from '@genvoris/contract';
import type { Cell, Verdicts } from '../../../core/cells/cell.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import type { AdapterRule } from '../rules/rules.ts';

export type Dimension =
  | 'answer'
  | 'access'
  | 'error'
  | 'unknown'
  | 'broken'
  | 'fault'
  | 'retry-after'
  | 'guard'
  /** What a shopper has under this model. */
  | StorefrontModel;

export interface AdapterCell extends Cell<AdapterRule> {
  readonly operationId: StorefrontOperationId;
  readonly dimension: Dimension;
  /** The model that the adapter is under. */
  readonly model: StorefrontModel;
  drive(harness: AdapterHarness): Promise<Verdicts<AdapterRule>>;
}

/** Returns `<operation>/<upstream operation or "browser">/<dimension>/<value>`. */
export function cellId(
  operationId: StorefrontOperationId,
  upstream: OperationId | undefined,
  dimension: Dimension,
  value: string,
): string {
  return [operationId, upstream ?? 'browser', dimension, value].join('/');
}
