import type { FaultName } from '@genvoris/contract';
import { empty, oversize, slowDrip, truncated } from './body.ts';
import { reset, resetMidBody, stallBeforeHeaders, stallMidBody } from './connection.ts';
import type { FaultExchange } from './exchange.ts';
import { html500, notJson, redirect, wrongContentType } from './message.ts';

export interface FaultHandler {
  /** Strikes as soon as the request's headers are in, or once its body has been taken whole. */
  strikes: 'at_headers' | 'after_body';
  run: (exchange: FaultExchange) => void;
}

/**
 * Every fault of the contract; one added to `openapi/shared/translation.yaml` does not compile until
 * it has a handler here.
 *
 * `refused` and `unresolvable` happen before there is a connection, so a server that has read the
 * request (and so the key) cannot do them: they come as a reset at the earliest moment. For the real
 * thing see `refusedUrl`, `unresolvableUrl` and `ScenarioServer.stop`.
 */
export const FAULT_HANDLERS: Record<FaultName, FaultHandler> = {
  refused: { strikes: 'at_headers', run: reset },
  unresolvable: { strikes: 'at_headers', run: reset },
  reset_before_headers: { strikes: 'after_body', run: reset },
  reset_mid_body: { strikes: 'after_body', run: resetMidBody },
  stall_before_headers: { strikes: 'after_body', run: stallBeforeHeaders },
  stall_mid_body: { strikes: 'after_body', run: stallMidBody },
  truncated: { strikes: 'after_body', run: truncated },
  not_json: { strikes: 'after_body', run: notJson },
  wrong_content_type: { strikes: 'after_body', run: wrongContentType },
  empty: { strikes: 'after_body', run: empty },
  html_500: { strikes: 'after_body', run: html500 },
  redirect: { strikes: 'after_body', run: redirect },
  oversize: { strikes: 'after_body', run: oversize },
  slow_drip: { strikes: 'after_body', run: slowDrip },
};
