import { SECURITY_SCHEMES } from '@genvoris/contract';
import { verifySignature, WebhookVerificationError } from '@genvoris/node/webhooks';
import { toAnswer } from '../exchange/failure.ts';
import { parseJson, readBytes } from './json-body.ts';
import type { OperationHandler } from './operation.ts';

const SIGNATURE = SECURITY_SCHEMES.ShopSignature.name.toLowerCase();
const SIGNED_BY = [SIGNATURE, 'webhook-id', 'webhook-timestamp', 'webhook-signature'];

/** `POST /webhooks/orders`: what happened in the shop, told and signed by its own order system. */
export const receiveShopEvent: OperationHandler = async (
  { request, route, entitlements, tell },
  { shopEvents, orderSecret, now, uploadGraceMs },
) => {
  if (orderSecret === undefined) return { kind: 'path_not_allowed' };
  const read = await readBytes(request, route.bodyLimit, uploadGraceMs);
  if (read.kind !== 'bytes') return read;
  try {
    const headers = Object.fromEntries(SIGNED_BY.map((name) => [name, request.header(name)]));
    verifySignature(read.bytes, headers, orderSecret, { header: SIGNATURE, now });
  } catch (error) {
    if (error instanceof WebhookVerificationError) return { kind: 'invalid_signature', why: error.message };
    throw error;
  }
  const json = parseJson(read.bytes);
  if (json.kind !== 'json') return json;
  const { model } = await entitlements();
  const taken = await shopEvents.take([json.value], { sender: 'orders', model, tell });
  return taken.kind === 'receipt' ? toAnswer(taken.receipt) : taken;
};
