import type { OperationId } from '@genvoris/contract';
import type { StorefrontOperationId } from '../contract/storefront.ts';
import type { Finding } from '../rules/finding.ts';
import type { RuleName } from '../rules/rules.ts';
import type { Stage } from '../run/stage.ts';

/** What a cell is about; the second-last part of its id. */
export type Dimension =
  | 'answer'
  | 'access'
  | 'error'
  | 'unknown'
  | 'broken'
  | 'fault'
  | 'retry-after'
  | 'guard'
  | 'life';

/** What each rule that a cell holds found; empty where it is kept. */
export type Verdicts = Partial<Record<RuleName, Finding[]>>;

/** One point of the matrix: a situation, and the rules that are held against it. */
export interface Cell<On = Stage, Id extends OperationId = StorefrontOperationId> {
  /** `<operation>/<upstream operation or "browser">/<dimension>/<value>`, stable. */
  id: string;
  operationId: Id;
  upstream: OperationId | undefined;
  dimension: Dimension;
  /** The situation, in words. */
  title: string;
  rules: readonly RuleName[];
  /** It takes as long as the adapter's own timeout. */
  waits: boolean;
  drive: (stage: On) => Promise<Verdicts>;
}

export function cellId(
  operationId: StorefrontOperationId,
  upstream: OperationId | undefined,
  dimension: Dimension,
  value: string,
): string {
  return [operationId, upstream ?? 'browser', dimension, value].join('/');
}
