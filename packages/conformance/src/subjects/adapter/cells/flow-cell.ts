import type { StorefrontModel } from '@genvoris/contract';
import type { Verdicts } from '../../../core/cells/cell.ts';
import type { Finding } from '../../../core/cells/finding.ts';
import { OPEN_MODELS, type StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import type { AdapterRule } from '../rules/rules.ts';
import { type AdapterCell, cellId } from './adapter-cell.ts';

export interface FlowCell {
  operationId: StorefrontOperationId;
  value: string;
  title: string;
  rules: readonly AdapterRule[];
  /** It takes as long as the adapter's own timeout. */
  waits?: boolean;
  drive: (harness: AdapterHarness) => Promise<Verdicts<AdapterRule>>;
}

/** A cell of several calls, or of one that is not the widget's usual one. */
export function flowCell({ value, ...rest }: FlowCell): AdapterCell {
  const model = OPEN_MODELS[0] as StorefrontModel;
  return { id: cellId(rest.operationId, undefined, 'guard', value), dimension: 'guard', model, ...rest };
}

/** A flow that shows one rule. `waits`: it takes as long as the adapter's own timeout. */
export function guardCell(
  operationId: StorefrontOperationId,
  rule: AdapterRule,
  value: string,
  title: string,
  find: (harness: AdapterHarness) => Promise<Finding[]>,
  waits = false,
): AdapterCell {
  const drive = async (harness: AdapterHarness) => ({ [rule]: await find(harness) });
  return flowCell({ operationId, value, title, rules: [rule], waits, drive });
}
