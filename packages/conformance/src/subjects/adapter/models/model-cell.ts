import type { OperationId, StorefrontModel } from '@genvoris/contract';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import { type AdapterCell, cellId } from '../cells/adapter-cell.ts';
import type { AdapterRule } from '../rules/rules.ts';
import type { Script } from '../upstream/behaviours.ts';
import { Shopping } from './shopping.ts';

export interface ModelCell {
  operationId: StorefrontOperationId;
  rule: AdapterRule;
  value: string;
  title: string;
  /** The upstream operation it is about, if it is about one. */
  upstream?: OperationId;
  waits?: boolean;
  /** What the upstream does; on a good day unless said. */
  script?: Script;
  drive: (shopping: Shopping) => Promise<void>;
}

/** A cell of what one shopper has under a model: a flow, and one rule that it shows. */
export function modelCell(model: StorefrontModel, spec: ModelCell): AdapterCell {
  const { operationId, rule, value, title, upstream, waits = false, script = {}, drive } = spec;
  return {
    id: cellId(operationId, upstream, model, value),
    ...{ operationId, upstream, dimension: model, model, title, rules: [rule], waits },
    async drive(harness) {
      harness.upstream.begin(script);
      const shopping = new Shopping(harness);
      await drive(shopping);
      return { [rule]: shopping.findings };
    },
  };
}

/** The cells of one operation under one model, of one family. */
export type ModelFamily = (operationId: StorefrontOperationId, model: StorefrontModel) => ModelCell[];
