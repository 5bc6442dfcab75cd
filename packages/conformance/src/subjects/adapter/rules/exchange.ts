import type { OperationId } from '@genvoris/contract';
import type { Finding } from '../../../core/cells/finding.ts';
import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { Outcome } from '../../../core/http/answer.ts';
import type { BrowserRequest } from '../../../core/http/send.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import type { Expected } from '../oracle/expected.ts';
import type { UpstreamExchange } from '../upstream/scripted-upstream.ts';

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
  harness: AdapterHarness;
}

/** What the browser was minted meanwhile, in order; undefined where the mint was not answered. */
export function mintedIn(calls: Exchange['calls']): (Minted | undefined)[] {
  return calls
    .filter(({ request }) => request.operationId === 'createSession')
    .map(({ answer }) => answer && (JSON.parse(Buffer.from(answer.body).toString()) as Minted));
}

/** A session as the portal answers it. */
export interface Minted {
  token: string;
  expires_in: number;
  expires_at: string;
}

export type Judge = (exchange: Exchange) => Finding[] | Promise<Finding[]>;
