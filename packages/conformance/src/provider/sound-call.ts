import { requestExample } from '../contract/documented.ts';
import { type Call, type CallBody, operation, type ProviderOperationId } from './call.ts';
import { makeCustomer, makeDelivery, makeEndpoint, makeGrant, makePlan, makeShopper } from './fixtures.ts';
import { photoOf } from './picture.ts';
import { exampleParameters } from './schema/parameters.ts';
import type { Caller, ProviderStage } from './stage.ts';

const PHOTO = { bytes: photoOf(400, 520), type: 'image/png' };
const DAY_MS = 86_400_000;

/** A request that nothing is wrong with, for resources made for it. */
export async function soundCall(
  stage: ProviderStage,
  operationId: ProviderOperationId,
  by: Caller = {},
): Promise<Call> {
  stage.needSecret(operationId);
  const params = await soundParams(stage, operationId, by);
  return { ...withoutParams(stage, operationId), params, ...by };
}

function withoutParams(stage: ProviderStage, operationId: ProviderOperationId): Call {
  const needsQuery = operation(operationId).parameters.some((one) => one.in === 'query' && one.required);
  const body = soundBody(stage, operationId);
  return { operationId, ...(needsQuery && { query: exampleParameters(operationId) }), body };
}

/**
 * The same, for resources that all cells of the operation share: for requests that are not meant to change
 * anything, of which there are many.
 */
export async function sharedCall(stage: ProviderStage, operationId: ProviderOperationId): Promise<Call> {
  stage.needSecret(operationId);
  const params = await stage.once(operationId, () => soundParams(stage, operationId, {}));
  return { ...withoutParams(stage, operationId), params };
}

async function soundParams(
  stage: ProviderStage,
  operationId: ProviderOperationId,
  by: Caller,
): Promise<Record<string, string>> {
  const { path } = operation(operationId);
  if (!path.includes('{id}')) return {};
  if (path.startsWith('/api/v1/plans/')) return { id: (await makePlan(stage, {}, by)).id };
  if (path.startsWith('/api/v1/webhook-endpoints/')) {
    const { id } = await makeEndpoint(stage, {}, by);
    if (!path.includes('{deliveryId}')) return { id };
    return { id, deliveryId: (await makeDelivery(stage, id, by)).id };
  }
  if (path.includes('{jti}')) {
    const { id, jti } = await makeShopper(stage, 100, by);
    return { id, jti };
  }
  const { id: planId } = await makePlan(stage, {}, by);
  const { id } = await makeCustomer(stage, { planId }, by);
  if (!path.includes('{orderId}')) return { id };
  return { id, orderId: (await makeGrant(stage, id, {}, by)).orderId };
}

/** The spec's own example, with what has to be unique made so. */
export function soundBody(stage: ProviderStage, operationId: ProviderOperationId): CallBody | undefined {
  const types = operation(operationId).request?.mediaTypes ?? [];
  if (types.includes('multipart/form-data')) {
    const image = stage.settings.productImage ?? 'https://shop.example/img/dress.jpg';
    return { form: { product_image_url: image, product_title: 'Wrap dress' }, photo: PHOTO };
  }
  const [mediaType] = types;
  const example = requestExample(operationId, mediaType) as Record<string, unknown> | undefined;
  if (!example) return undefined;
  if (types.includes('application/x-www-form-urlencoded'))
    return { urlencoded: example as Record<string, string> };
  const json = { ...example };
  delete json.api_key;
  delete json.end_customer_token;
  if ('externalId' in json) json.externalId = stage.fresh('wp_');
  if ('url' in json) json.url = `https://shop.example/${stage.fresh('webhook-')}`;
  if ('orderId' in json) json.orderId = stage.fresh('woocommerce_order_');
  if ('expiresAt' in json) json.expiresAt = new Date(Date.now() + 30 * DAY_MS).toISOString();
  return { json };
}
