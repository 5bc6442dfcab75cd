import { type ProviderOperationId, withJson } from '../calls/call.ts';
import {
  makeCustomer,
  makeDelivery,
  makeEndpoint,
  makeGrant,
  makePlan,
  makeSession,
  makeShopper,
} from '../fixtures/fixtures.ts';
import { photoOf } from '../fixtures/picture.ts';
import { trackCall, validCall } from '../fixtures/valid-call.ts';
import type { ProviderHarness } from '../harness/harness.ts';
import type { Recipe } from './recipe.ts';

/** How each documented success is brought about without help, where a valid request alone is not enough. */
export const SUCCESSES: Readonly<Record<string, Recipe>> = {
  'createPlan.upserted': twice,
  'getPlan.disabled': async (harness, operationId) => {
    const call = await validCall(harness, operationId);
    await harness.must('disablePlan', call.params ?? {});
    return harness.send(call);
  },
  'getWebhookEndpoint.disabled': async (harness, operationId) => {
    const { id } = await makeEndpoint(harness, { active: false });
    return harness.send(operationId, { id });
  },
  'upsertCustomer.upserted': upsertAgain(async (harness) => ({ planId: (await makePlan(harness)).id })),
  'upsertCustomer.without_plan': upsertAgain(async () => ({ planId: null })),
  'upsertCustomer.PAUSED': upsertAgain(async () => ({ status: 'PAUSED' })),
  'upsertCustomer.CANCELLED': upsertAgain(async () => ({ status: 'CANCELLED' })),
  'createWebhookEndpoint.created': withoutField('secret'),
  'createWebhookEndpoint.own_secret': async (harness, operationId) =>
    harness.send(
      withJson(await validCall(harness, operationId), { secret: harness.fresh('correct-horse-') }),
    ),
  'trackEvents.one': async (harness, operationId) =>
    harness.send(operationId, {}, { body: { json: generated(harness.fresh('session_')) } }),
  'trackEvents.batch': async (harness, operationId) => {
    const events = [1, 2].map(() => generated(harness.fresh('session_')));
    return harness.send(operationId, {}, { body: { json: { events } } });
  },
  'createConversion.attributed': async (harness, operationId) => {
    const sessionId = harness.fresh('session_');
    await harness.must('trackEvents', {}, { body: { json: generated(sessionId) } });
    return harness.send(withJson(await validCall(harness, operationId), { sessionId }));
  },
  'createConversion.unattributed': withoutField('sessionId'),
  'createConversion.deduped': twice,
  'createReturn.joined': async (harness, operationId) => {
    const order = await validCall(harness, 'createConversion');
    await harness.must(order);
    const { orderId, platform } = (order.body as { json: Record<string, unknown> }).json;
    return harness.send(withJson(await validCall(harness, operationId), { orderId, platform }));
  },
  'updateCustomer.updated': withBody({ email: 'ada@shop.example' }),
  'updateCustomer.without_plan': withBody({ planId: null }),
  'updateCustomer.PAUSED': withBody({ status: 'PAUSED' }),
  'updateCustomer.CANCELLED': withBody({ status: 'CANCELLED' }),
  'getCustomer.without_plan': onCustomer({}),
  'getCustomer.PAUSED': onCustomer({ status: 'PAUSED' }),
  'getCustomer.CANCELLED': onCustomer({ status: 'CANCELLED' }),
  'getCustomerUsage.spent': async (harness, operationId) => {
    const { id, token } = await makeShopper(harness, 1);
    await harness.must(trackCall(harness, token));
    return harness.send(operationId, { id });
  },
  'getCustomerUsage.granted': async (harness, operationId) => {
    const { id } = await makeShopper(harness, 5);
    await makeGrant(harness, id);
    return harness.send(operationId, { id });
  },
  'getCustomerUsage.without_plan': onCustomer({}),
  'getCustomerUsage.PAUSED': onCustomer({ status: 'PAUSED' }),
  'getCustomerUsage.CANCELLED': onCustomer({ status: 'CANCELLED' }),
  'createGrant.already_granted': twice,
  'createSession.without_plan': onCustomer({}),
  'listPlans.page_one': paged(makePlan),
  'listPlans.last_page': lastPage(makePlan),
  'listPlans.empty': inFreshStore,
  'listCustomers.page_one': paged(makeCustomer),
  'listCustomers.last_page': lastPage(makeCustomer),
  'listCustomers.empty': inFreshStore,
  'listSessions.page_one': async (harness, operationId) => {
    const { id } = await makeShopper(harness, 5);
    await makeSession(harness, id);
    return harness.send(operationId, { id }, { query: { limit: '1' } });
  },
  'listSessions.last_page': async (harness, operationId) => {
    const { id } = await makeShopper(harness, 5);
    return harness.send(operationId, { id });
  },
  'listSessions.empty': onCustomer({}),
  'listWebhookEndpoints.endpoints': async (harness, operationId) => {
    await makeEndpoint(harness);
    return harness.send(operationId);
  },
  'listWebhookEndpoints.empty': inFreshStore,
  'listWebhookDeliveries.page_one': async (harness, operationId) => {
    const { id } = await makeEndpoint(harness, { active: false });
    for (let count = 0; count < 2; count += 1) await makeDelivery(harness, id);
    return harness.send(operationId, { id }, { query: { limit: '1' } });
  },
  'listWebhookDeliveries.pending': async (harness, operationId) => {
    const { id } = await makeEndpoint(harness, { active: false });
    await makeDelivery(harness, id);
    return harness.send(operationId, { id });
  },
  'listWebhookDeliveries.empty': async (harness, operationId) => {
    const { id } = await makeEndpoint(harness, { events: ['plan.updated'] });
    return harness.send(operationId, { id });
  },
  'rotateWebhookSecret.rotated': withBody({}),
  'rotateWebhookSecret.rotated_at_once': withBody({ overlapSeconds: 0 }),
  'trackTryon.debited_with_shopper': async (harness) =>
    harness.send(trackCall(harness, (await makeShopper(harness, 5)).token)),
  'generateTryon.generated_with_shopper': async (harness, operationId) => {
    const { token } = await makeShopper(harness, 5);
    return harness.send({
      ...(await validCall(harness, operationId)),
      headers: { 'X-End-Customer-Token': token },
    });
  },
  'analyzePhoto.usable_photo': photographed(900, 1200),
  'analyzePhoto.usable_with_warning': photographed(600, 300),
};

/** What the widget says when a picture was made. */
function generated(sessionId: string) {
  return { sessionId, eventType: 'TRYON_GENERATED', productId: 'dress-42' };
}

function withoutField(name: string): Recipe {
  return async (harness, operationId) => {
    const call = await validCall(harness, operationId);
    const { [name]: _gone, ...json } = (call.body as { json: Record<string, unknown> }).json;
    return harness.send({ ...call, body: { json } });
  };
}

async function twice(harness: ProviderHarness, operationId: ProviderOperationId) {
  const call = await validCall(harness, operationId);
  await harness.must(call);
  return harness.send(call);
}

function upsertAgain(fieldsOf: (harness: ProviderHarness) => Promise<Record<string, unknown>>): Recipe {
  return async (harness, operationId) => {
    const call = await validCall(harness, operationId);
    await harness.must(call);
    return harness.send(withJson(call, await fieldsOf(harness)));
  };
}

function withBody(json: Record<string, unknown>): Recipe {
  return async (harness, operationId) =>
    harness.send({ ...(await validCall(harness, operationId)), body: { json } });
}

/** On a customer without a plan that has these fields. */
function onCustomer(fields: Record<string, unknown>): Recipe {
  return async (harness, operationId) => {
    const { id } = await makeCustomer(harness, fields);
    return harness.send(operationId, { id });
  };
}

function paged(make: typeof makePlan): Recipe {
  return async (harness, operationId) => {
    for (let count = 0; count < 2; count += 1) await make(harness);
    return harness.send(operationId, {}, { query: { limit: '1' } });
  };
}

function lastPage(make: typeof makePlan): Recipe {
  return async (harness, operationId) => {
    const key = await harness.keyIn('fresh_store', operationId);
    await make(harness, {}, { key });
    return harness.send(operationId, {}, { key });
  };
}

async function inFreshStore(harness: ProviderHarness, operationId: ProviderOperationId) {
  return harness.send(operationId, {}, { key: await harness.keyIn('fresh_store', operationId) });
}

function photographed(width: number, height: number): Recipe {
  return async (harness, operationId) => {
    const { body, ...call } = await validCall(harness, operationId);
    const form = body && 'form' in body ? body.form : {};
    const photo = { bytes: photoOf(width, height), type: 'image/png' };
    return harness.send({ ...call, body: { form, photo } });
  };
}
