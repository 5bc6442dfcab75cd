import type { PortalErrorCode } from '@genvoris/contract';
import { Refusal, type RefusalDetail } from '../../foundation/api-error.ts';

/** What the portal refuses is passed on as the portal said it, in the `error` family (openapi/tryon.yaml). */
export function passOn(error: PortalErrorCode, more: RefusalDetail = {}): Refusal {
  return new Refusal(error, { ...more, family: 'error' });
}
