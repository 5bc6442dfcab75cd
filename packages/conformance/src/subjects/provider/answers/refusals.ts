import { inventKey } from '../../../core/contract/invent-key.ts';
import { type Call, operation, type ProviderOperationId, takesKeyInBody, withJson } from '../calls/call.ts';
import type { Reply } from '../calls/reply.ts';
import { makeCustomer, makeSession, makeShopper } from '../fixtures/fixtures.ts';
import { bombOf, photoOf, scansOf } from '../fixtures/picture.ts';
import { trackCall, tryOn, unknownId, validCall } from '../fixtures/valid-call.ts';
import type { ProviderHarness } from '../harness/harness.ts';
import type { Recipe } from './recipe.ts';

/** How each documented error is brought about without help, by its name in the specs. */
export const REFUSALS: Readonly<Record<string, Recipe>> = {
  invalid_key: spoilt((call) => ({ ...call, key: inventKey('live') })),
  invalid_api_key: spoilt((call) => ({ ...call, key: inventKey('live') })),
  unauthorized: spoilt((call) =>
    takesKeyInBody(call.operationId) ? { ...call, secret: inventKey() } : { ...call, key: null },
  ),
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
  'photo_rejected.too_complex': spoilt((call) => withPhoto(call, scansOf(400, 520, 5_000))),
  path_not_allowed: spoilt((call) => ({ ...call, method: 'PUT', body: undefined })),
  not_found: spoilt((call) => ({ ...call, params: unknownParams(call) })),
  idempotency_conflict: conflicting,
  metadata_too_large: spoilt((call) => {
    const metadata = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`key_${n}`, n]));
    return withJson(call, { metadata });
  }),
  plan_not_found: spoilt((call) => withJson(call, { planId: unknownId('/api/v1/plans') })),
  customer_inactive: async (harness, operationId) => {
    const call = await validCall(harness, operationId);
    await harness.must('updateCustomer', call.params, { body: { json: { status: 'PAUSED' } } });
    return harness.send(call);
  },
  invalid_session_token: async (harness, operationId) =>
    tryOnBy(harness, operationId, 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln'),
  token_store_mismatch: async (harness, operationId) => {
    const { token } = await makeShopper(harness, 100, { key: harness.secondKey() });
    return tryOnBy(harness, operationId, token);
  },
  'end_customer_quota.quota_exhausted': async (harness, operationId) => {
    const { token } = await makeShopper(harness, 1);
    await harness.must(trackCall(harness, token));
    return tryOnBy(harness, operationId, token);
  },
  'end_customer_quota.no_plan': async (harness, operationId) => {
    const { id } = await makeCustomer(harness);
    return tryOnBy(harness, operationId, (await makeSession(harness, id)).token);
  },
  'end_customer_quota.paused': inStatus('PAUSED'),
  'end_customer_quota.cancelled': inStatus('CANCELLED'),
};

function spoilt(spoil: (call: Call) => Call): Recipe {
  return async (harness, operationId) => harness.send(spoil(await validCall(harness, operationId)));
}

function invalidated(call: Call): Call {
  const { method, request, parameters } = operation(call.operationId);
  const query = parameters.find((one) => one.in === 'query' && one.required)?.name;
  if (query !== undefined) return { ...call, query: { ...call.query, [query]: '§' } };
  if (request?.mediaTypes.includes('application/json')) return { ...call, body: { json: [] } };
  if (request) return { ...call, body: { urlencoded: { no_such_field: '1' } } };
  if (method !== 'POST') return { ...call, query: { ...call.query, no_such_parameter: '1' } };
  return { ...call, headers: { ...call.headers, 'Idempotency-Key': 'a'.repeat(256) } };
}

function unknownParams({ operationId, params = {} }: Call): Record<string, string> {
  return { ...params, id: unknownId(operation(operationId).path) };
}

function withPhoto(call: Call, bytes: Uint8Array): Call {
  const form = call.body && 'form' in call.body ? call.body.form : {};
  return { ...call, body: { form, photo: { bytes, type: 'image/png' } } };
}

async function conflicting(harness: ProviderHarness, operationId: ProviderOperationId): Promise<Reply> {
  const headers = { 'Idempotency-Key': harness.fresh('key-') };
  await harness.must({ ...(await validCall(harness, operationId)), headers });
  // Another resource or another body, whichever the operation has.
  const other = await validCall(harness, operationId);
  return harness.send({
    ...(takesKeyInBody(operationId) ? withJson(other, { product_title: 'Another' }) : other),
    headers,
  });
}

function inStatus(status: string): Recipe {
  return async (harness, operationId) => {
    const { id, token } = await makeShopper(harness, 100);
    await harness.must('updateCustomer', { id }, { body: { json: { status } } });
    return tryOnBy(harness, operationId, token);
  };
}

/** A try-on with a session token, through either operation. */
async function tryOnBy(
  harness: ProviderHarness,
  operationId: ProviderOperationId,
  token: string,
): Promise<Reply> {
  if (operationId === 'trackTryon') return tryOn(harness, token);
  const call = await validCall(harness, operationId);
  return harness.send({ ...call, headers: { ...call.headers, 'X-End-Customer-Token': token } });
}
