import type { FaultName, OperationId, StorefrontModel } from '@genvoris/contract';
import type { Verdicts } from '../../../core/cells/cell.ts';
import { OPEN_MODELS, type StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { CallOptions } from '../browser/browser.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import type { Viewer } from '../oracle/answers.ts';
import type { Expected } from '../oracle/expected.ts';
import type { Exchange, Judge } from '../rules/exchange.ts';
import { JUDGES } from '../rules/judges.ts';
import type { AdapterRule } from '../rules/rules.ts';
import type { Script } from '../upstream/behaviours.ts';
import { type AdapterCell, cellId, type Dimension } from './adapter-cell.ts';
import { observe } from './observe.ts';

export interface ExchangeCell {
  operationId: StorefrontOperationId;
  /** The upstream operation it is about, if it is about one. */
  upstream?: OperationId;
  /** Default `guard`. */
  dimension?: Dimension;
  /** Default: one that counts nothing. */
  model?: StorefrontModel;
  value: string;
  title: string;
  viewer: Viewer;
  /** What the upstream does; on a good day unless said. */
  script?: Script;
  expected: Expected;
  rules: readonly AdapterRule[];
  call?: CallOptions;
  /** Faults that happen before there is a connection are arranged around the call. */
  unreachable?: Extract<FaultName, 'refused' | 'unresolvable'>;
  /** It takes as long as the adapter's own timeout. */
  waits?: boolean;
  /** Judges for this cell in place of the usual ones. */
  judges?: Partial<Record<AdapterRule, Judge>>;
}

/** A cell of one call: script the upstream, call as a browser, judge both sides. */
export function exchangeCell(spec: ExchangeCell): AdapterCell {
  const { operationId, upstream, dimension = 'guard', value, title, rules } = spec;
  const { model = OPEN_MODELS[0] as StorefrontModel } = spec;
  return {
    id: cellId(operationId, upstream, dimension, value),
    operationId,
    upstream,
    dimension,
    model,
    title,
    rules,
    waits: spec.waits ?? false,
    async drive(harness) {
      const exchange = await perform(harness, spec);
      const verdicts: Verdicts<AdapterRule> = {};
      for (const rule of rules) {
        const judge = spec.judges?.[rule] ?? JUDGES[rule];
        if (!judge) throw new Error(`The rule ${rule} cannot be judged by one call.`);
        verdicts[rule] = await judge(exchange);
      }
      return verdicts;
    },
  };
}

async function perform(harness: AdapterHarness, spec: ExchangeCell): Promise<Exchange> {
  const { operationId, upstream, viewer, script = {}, expected, call, unreachable } = spec;
  harness.upstream.begin(script);
  const browser = harness.viewer(viewer, unreachable === 'unresolvable' ? 'unresolvable' : 'adapter');
  await harness.provide(browser, operationId);
  const sent = await browser.request(operationId, call);
  const send = () => browser.replay(sent);
  const about = { operationId, upstream, expected, unreachable: unreachable !== undefined };
  return observe(harness, browser, sent, about, () =>
    unreachable === 'refused' ? harness.upstream.whileRefused(send) : send(),
  );
}
