import type { OperationId } from '@genvoris/contract';
import type { StorefrontOperationId } from '../contract/storefront.ts';
import type { Outcome } from '../drive/answer.ts';
import type { BrowserRequest } from '../drive/send.ts';
import type { Expected } from '../oracle/expected.ts';
import type { Stage } from '../run/stage.ts';
import type { UpstreamExchange } from '../upstream/scripted-upstream.ts';
import type { Finding } from './finding.ts';

/** One call of a browser, seen from both sides. */
export interface Exchange {
  operationId: StorefrontOperationId;
  /** The upstream operation the cell is about. */
  upstream: OperationId | undefined;
  /** The upstream fails before a request can reach it. */
  unreachable: boolean;
  shopper: string | undefined;
  sent: BrowserRequest;
  outcome: Outcome;
  /** What the adapter sent upstream meanwhile, and what it was answered. */
  calls: readonly UpstreamExchange[];
  expected: Expected;
  stage: Stage;
}

export type Judge = (exchange: Exchange) => Finding[] | Promise<Finding[]>;
