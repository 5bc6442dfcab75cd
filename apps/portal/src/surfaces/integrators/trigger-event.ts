import { EVENT_TYPES, type EventEnvelopes, type EventType } from '@genvoris/contract';
import { validateEvent } from '@genvoris/contract/validators';
import type { Kysely } from 'kysely';
import { emit, toEnvelope } from '../../domain/outbox.ts';
import { ApiError, invalidField } from '../../foundation/api-error.ts';
import type { Schema } from '../../storage/schema.ts';

type Json = Record<string, unknown>;

/**
 * Makes an event up: the contract's example of its type, of this store, with `data` over it. It goes the way
 * of every event, to the store's endpoints and to `portal listen`.
 *
 * @throws ApiError `invalid_body` if there is no such type or the result is not a documented event.
 */
export async function triggerEvent(
  trx: Kysely<Schema>,
  storeId: string,
  body: unknown,
  now: Date,
): Promise<{ id: string; type: EventType; created: number; data: unknown }> {
  const { type: wanted, data: more = {} } = isObject(body) ? body : {};
  const type = EVENT_TYPES.find((each) => each === wanted);
  if (!type) throw invalidField('/type', `must be one of ${EVENT_TYPES.join(', ')}`);
  if (!isObject(more)) throw invalidField('/data', 'must be an object');
  const example = await exampleOf(type);
  const own = 'store_id' in example ? { store_id: storeId } : {};
  const data = merge(merge(example, own), more);
  const made = toEnvelope({ id: 'evt_00000000', type, created_at: now, data });
  const result = validateEvent(type, made);
  if (!result.ok) {
    const fieldErrors: Record<string, string[]> = {};
    for (const { path, message } of result.errors)
      fieldErrors[path] = [...(fieldErrors[path] ?? []), message];
    throw new ApiError('invalid_body', { detail: `This is not a ${type} event.`, fieldErrors });
  }
  const id = await emit(trx, { storeId, type, data: data as EventEnvelopes[typeof type]['data'], now });
  return { ...made, id };
}

/** The data of the type's first example in openapi/v1.yaml. */
async function exampleOf(type: EventType): Promise<Json> {
  const { default: spec } = await import('@genvoris/contract/specs/v1.json', { with: { type: 'json' } });
  const { webhooks } = spec as unknown as {
    webhooks: Record<
      string,
      {
        post: {
          requestBody: {
            content: { 'application/json': { examples: Record<string, { value: { data: Json } }> } };
          };
        };
      }
    >;
  };
  const examples = webhooks[type]?.post.requestBody.content['application/json'].examples ?? {};
  const [first] = Object.values(examples);
  if (!first) throw new Error(`${type} has no example`);
  return first.value.data;
}

function merge(base: Json, over: Json): Json {
  const merged: Json = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const before = merged[name];
    merged[name] = isObject(before) && isObject(value) ? merge(before, value) : value;
  }
  return merged;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
