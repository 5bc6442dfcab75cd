import { EXTERNAL_ID_PLATFORMS } from '@genvoris/contract';
import { operationOf, successOf } from '../../../core/contract/documented.ts';
import {
  needsShopper,
  type StorefrontOperationId,
  takesPhoto,
  upstreamOf,
} from '../../../core/contract/storefront.ts';
import { expectSuccess, firstExample, type GuestMode, type Viewer } from '../oracle/answers.ts';
import type { Expected } from '../oracle/expected.ts';

/** The operation's last upstream call, which its answer is made of; `undefined` where it makes none. */
export function mainUpstream(operationId: StorefrontOperationId) {
  const steps = upstreamOf(operationId);
  return (steps.find(({ when }) => when === 'always') ?? steps.at(-1))?.operationId;
}

/** Who makes the operation's usual call. */
export function usualViewer(operationId: StorefrontOperationId): Viewer {
  return needsShopper(operationId) || takesPhoto(operationId) ? 'shopper' : 'guest';
}

/** What the usual call is answered on a good day. */
export function goodAnswer(operationId: StorefrontOperationId, viewer: Viewer, guests: GuestMode): Expected {
  const upstream = mainUpstream(operationId);
  if (upstream === undefined || operationOf(upstream).spec === 'connect')
    return { kind: 'documented', status: successOf(operationId) };
  return expectSuccess(operationId, upstream, firstExample(upstream), viewer, guests);
}

/** A canonical id of somebody who is not the shopper. */
export const SOMEBODY_ELSE = `${EXTERNAL_ID_PLATFORMS[0]}_1`;
