import type { FaultName, OperationId } from '@genvoris/contract';
import type { StorefrontOperationId } from '../contract/storefront.ts';
import type { CallOptions } from '../drive/browser.ts';
import type { Viewer } from '../oracle/answers.ts';
import type { Expected } from '../oracle/expected.ts';
import type { Exchange, Judge } from '../rules/exchange.ts';
import { JUDGES } from '../rules/judges.ts';
import type { RuleName } from '../rules/rules.ts';
import type { Stage } from '../run/stage.ts';
import type { Script } from '../upstream/behaviours.ts';
import { type Cell, cellId, type Dimension, type Verdicts } from './cell.ts';

export interface ExchangeCell {
  operationId: StorefrontOperationId;
  upstream: OperationId | undefined;
  dimension: Dimension;
  value: string;
  title: string;
  viewer: Viewer;
  script: Script;
  expected: Expected;
  rules: readonly RuleName[];
  call?: CallOptions;
  /** Faults that happen before there is a connection are arranged around the call. */
  unreachable?: Extract<FaultName, 'refused' | 'unresolvable'>;
  /** It takes as long as the adapter's own timeout. */
  waits?: boolean;
  /** Judges for this cell in place of the usual ones. */
  judges?: Partial<Record<RuleName, Judge>>;
}

/** A cell of one call: script the upstream, call as a browser, judge both sides. */
export function exchangeCell(spec: ExchangeCell): Cell {
  const { operationId, upstream, dimension, value, title, rules } = spec;
  return {
    id: cellId(operationId, upstream, dimension, value),
    operationId,
    upstream,
    dimension,
    title,
    rules,
    waits: spec.waits ?? false,
    async drive(stage) {
      const exchange = await perform(stage, spec);
      const verdicts: Verdicts = {};
      for (const rule of rules) {
        const judge = spec.judges?.[rule] ?? JUDGES[rule];
        if (!judge) throw new Error(`The rule ${rule} cannot be judged by one call.`);
        verdicts[rule] = await judge(exchange);
      }
      return verdicts;
    },
  };
}

export async function perform(stage: Stage, spec: ExchangeCell): Promise<Exchange> {
  const { operationId, upstream, viewer, script, expected, call = {}, unreachable } = spec;
  stage.upstream.begin(script);
  const browser = stage.viewer(viewer, {
    target: unreachable === 'unresolvable' ? 'unresolvable' : 'adapter',
  });
  const sent = await browser.request(operationId, call);
  const mark = stage.upstream.requests.length;
  const send = () => browser.replay(sent);
  const outcome = await (unreachable === 'refused' ? stage.upstream.whileRefused(send) : send());
  await stage.upstream.settle(100);
  return {
    operationId,
    upstream,
    unreachable: unreachable !== undefined,
    shopper: browser.options.shopper,
    sent,
    outcome,
    calls: stage.upstream.exchanges(mark),
    expected,
    stage,
  };
}
