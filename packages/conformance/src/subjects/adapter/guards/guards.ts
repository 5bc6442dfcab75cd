import type { StorefrontOperationId } from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { abortCells } from './abort.ts';
import { bodyLimitCells } from './body-limit.ts';
import { coalesceCells } from './coalesce.ts';
import { csrfCells } from './csrf.ts';
import { eventsBodyCells } from './events-body.ts';
import { freshCells } from './fresh.ts';
import { methodCells } from './method.ts';
import { mintOnceCells } from './mint-once.ts';
import { originCells } from './origin.ts';
import { pathCells } from './path.ts';
import { plainCells } from './plain.ts';
import { rateLimitCells } from './rate-limit.ts';
import { sessionBodyCells } from './session-body.ts';
import { shopEventBodyCells } from './shop-event-body.ts';
import { signatureCells } from './signature.ts';
import { smuggleCells } from './smuggle.ts';
import { streamCells } from './stream.ts';
import { tokenCells } from './token.ts';
import { viewerCells } from './viewer.ts';

const FAMILIES = [
  plainCells,
  viewerCells,
  originCells,
  csrfCells,
  methodCells,
  pathCells,
  smuggleCells,
  sessionBodyCells,
  eventsBodyCells,
  shopEventBodyCells,
  signatureCells,
  bodyLimitCells,
  streamCells,
  abortCells,
  coalesceCells,
  freshCells,
  tokenCells,
  mintOnceCells,
  rateLimitCells,
];

/** Every cell that needs no odd upstream: what the adapter must refuse, limit, keep apart or pass on. */
export function guardCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  return FAMILIES.flatMap((family) => family(operationId, guests));
}
