import { randomBytes } from 'node:crypto';
import { type Call, operation, type ProviderOperationId, takesKeyInBody } from '../call.ts';
import { makeCustomer, makeSession, makeShopper } from '../fixtures.ts';
import { bombOf, photoOf } from '../picture.ts';
import type { Reply } from '../reply.ts';
import { unknownId } from '../requests/path-cells.ts';
import { soundCall } from '../sound-call.ts';
import type { ProviderStage } from '../stage.ts';
import type { Recipe } from './recipe.ts';

/** How each documented error is brought about without help, by its name in the specs. */
export const REFUSALS: Readonly<Record<string, Recipe>> = {
  invalid_key: spoilt((call) => ({ ...call, key: `gvk_live_${randomBytes(18).toString('hex')}` })),
  invalid_api_key: spoilt((call) => ({ ...call, key: `gvk_live_${randomBytes(18).toString('hex')}` })),
  unauthorized: spoilt((call) => ({ ...call, secret: randomBytes(18).toString('hex') })),
  invalid_body: spoilt(invalidated),
  invalid_request: spoilt((call) => ({ ...call, body: { form: {} } })),
  payload_too_large: spoilt((call) =>
    withPhoto(call, Buffer.alloc((operation(call.operationId).bodyLimit ?? 0) + 1)),
  ),
  'photo_rejected.unsupported_format': spoilt((call) =>
    withPhoto(call, Buffer.from('GIF89a, but not even that'.repeat(40))),
  ),
  'photo_rejected.unreadable': spoilt((call) => withPhoto(call, photoOf(400, 520).subarray(0, 9_000))),
  'photo_rejected.too_small': spoilt((call) => withPhoto(call, photoOf(255, 400))),
  'photo_rejected.too_many_pixels': spoilt((call) => withPhoto(call, bombOf(8_000, 6_000))),
  path_not_allowed: spoilt((call) => ({ ...call, method: 'PUT', body: undefined })),
  not_found: spoilt((call) => ({ ...call, params: unknownParams(call) })),
  idempotency_conflict: conflicting,
  metadata_too_large: spoilt((call) => {
    const metadata = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`key_${n}`, n]));
    return withJson(call, { metadata });
  }),
  plan_not_found: spoilt((call) => withJson(call, { planId: unknownId('/api/v1/plans') })),
  customer_inactive: async (stage, operationId) => {
    const call = await soundCall(stage, operationId);
    const pause = {
      operationId: 'updateCustomer',
      params: call.params ?? {},
      body: { json: { status: 'PAUSED' } },
    } as const;
    await stage.must(pause);
    return stage.send(call);
  },
  invalid_session_token: async (stage, operationId) =>
    tryOn(stage, operationId, 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln'),
  token_store_mismatch: async (stage, operationId) => {
    const { token } = await makeShopper(stage, 100, { key: stage.secondKey() });
    return tryOn(stage, operationId, token);
  },
  'end_customer_quota.quota_exhausted': async (stage, operationId) => {
    const { token } = await makeShopper(stage, 1);
    await stage.must(trackCall(stage, token));
    return tryOn(stage, operationId, token);
  },
  'end_customer_quota.no_plan': async (stage, operationId) => {
    const { id } = await makeCustomer(stage);
    return tryOn(stage, operationId, (await makeSession(stage, id)).token);
  },
  'end_customer_quota.paused': inStatus('PAUSED'),
  'end_customer_quota.cancelled': inStatus('CANCELLED'),
};

function spoilt(spoil: (call: Call) => Call): Recipe {
  return async (stage, operationId) => stage.send(spoil(await soundCall(stage, operationId)));
}

function invalidated(call: Call): Call {
  const { method, request, parameters } = operation(call.operationId);
  const query = parameters.find((one) => one.in === 'query' && one.required)?.name;
  if (query !== undefined) return { ...call, query: { ...call.query, [query]: '§' } };
  if (request?.mediaTypes.includes('application/json')) return { ...call, body: { json: [] } };
  if (request) return { ...call, body: { urlencoded: { no_such_field: '1' } } };
  if (method === 'GET') return { ...call, query: { ...call.query, limit: '0' } };
  return { ...call, headers: { ...call.headers, 'Idempotency-Key': 'a'.repeat(256) } };
}

function unknownParams({ operationId, params = {} }: Call): Record<string, string> {
  return { ...params, id: unknownId(operation(operationId).path) };
}

function withPhoto(call: Call, bytes: Uint8Array): Call {
  const form = call.body && 'form' in call.body ? call.body.form : {};
  return { ...call, body: { form, photo: { bytes, type: 'image/png' } } };
}

export function withJson(call: Call, fields: Readonly<Record<string, unknown>>): Call {
  const json = call.body && 'json' in call.body ? (call.body.json as object) : {};
  return { ...call, body: { json: { ...json, ...fields } } };
}

async function conflicting(stage: ProviderStage, operationId: ProviderOperationId): Promise<Reply> {
  const headers = { 'Idempotency-Key': stage.fresh('key-') };
  await stage.must({ ...(await soundCall(stage, operationId)), headers });
  // Another resource or another body, whichever the operation has.
  const other = await soundCall(stage, operationId);
  return stage.send({
    ...(takesKeyInBody(operationId) ? withJson(other, { product_title: 'Another' }) : other),
    headers,
  });
}

function inStatus(status: string): Recipe {
  return async (stage, operationId) => {
    const { id, token } = await makeShopper(stage, 100);
    await stage.must({ operationId: 'updateCustomer', params: { id }, body: { json: { status } } });
    return tryOn(stage, operationId, token);
  };
}

export function trackCall(
  stage: ProviderStage,
  token?: string,
  fields: Readonly<Record<string, unknown>> = {},
): Call {
  stage.needSecret('trackTryon');
  const report = { product_type: 'apparel', variation_count: 4, generation_time_ms: 1820, success: true };
  const json = { ...report, ...(token !== undefined && { end_customer_token: token }), ...fields };
  return { operationId: 'trackTryon', body: { json } };
}

/** A try-on with a session token, through either operation. */
async function tryOn(stage: ProviderStage, operationId: ProviderOperationId, token: string): Promise<Reply> {
  if (operationId === 'trackTryon') return stage.send(trackCall(stage, token));
  const call = await soundCall(stage, operationId);
  return stage.send({ ...call, headers: { ...call.headers, 'X-End-Customer-Token': token } });
}
