import { toAnswer } from '../exchange/failure.ts';
import { toReceipt } from '../shop-events/receipt.ts';
import { readBytes } from './json-body.ts';
import type { OperationHandler } from './operation.ts';

/** `POST /webhooks/woocommerce`, `/webhooks/shopify`: what happened in the shop, in the words of its platform. */
export const receivePlatformWebhook: OperationHandler = async (
  { request, route, entitlements, tell },
  { shopEvents, shopEventSource, platform, uploadGraceMs },
) => {
  if (shopEventSource?.operationId !== route.operationId) return { kind: 'path_not_allowed' };
  const read = await readBytes(request, route.bodyLimit, uploadGraceMs);
  if (read.kind !== 'bytes') return read;
  const reading = await shopEventSource.read(read.bytes, (name) => request.header(name));
  if (reading.kind === 'ignored') return toAnswer(toReceipt([]));
  if (reading.kind !== 'events') return reading;
  const { model } = await entitlements();
  const taken = await shopEvents.take(reading.events, { sender: platform, model, tell });
  return taken.kind === 'receipt' ? toAnswer(taken.receipt) : taken;
};
