import type { FaultName } from '@genvoris/contract';
import { empty, oversize, slowDrip, truncated } from './body.ts';
import { reset, resetMidBody, stallBeforeHeaders, stallMidBody } from './connection.ts';
import type { FaultExchange } from './exchange.ts';
import { html500, notJson, redirect, wrongContentType } from './message.ts';

export interface FaultHandler {
  /** Applied as soon as the request's headers are in, or once its body has been taken whole. */
  appliesAt: 'at_headers' | 'after_body';
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
  refused: { appliesAt: 'at_headers', run: reset },
  unresolvable: { appliesAt: 'at_headers', run: reset },
  reset_before_headers: { appliesAt: 'after_body', run: reset },
  reset_mid_body: { appliesAt: 'after_body', run: resetMidBody },
  stall_before_headers: { appliesAt: 'after_body', run: stallBeforeHeaders },
  stall_mid_body: { appliesAt: 'after_body', run: stallMidBody },
  truncated: { appliesAt: 'after_body', run: truncated },
  not_json: { appliesAt: 'after_body', run: notJson },
  wrong_content_type: { appliesAt: 'after_body', run: wrongContentType },
  empty: { appliesAt: 'after_body', run: empty },
  html_500: { appliesAt: 'after_body', run: html500 },
  redirect: { appliesAt: 'after_body', run: redirect },
  oversize: { appliesAt: 'after_body', run: oversize },
  slow_drip: { appliesAt: 'after_body', run: slowDrip },
};
