import type { ProviderOperationId } from '../call.ts';
import {
  makeCustomer,
  makeDelivery,
  makeEndpoint,
  makeGrant,
  makePlan,
  makeSession,
  makeShopper,
} from '../fixtures.ts';
import { photoOf } from '../picture.ts';
import { soundCall } from '../sound-call.ts';
import type { ProviderStage } from '../stage.ts';
import type { Recipe } from './recipe.ts';
import { trackCall, withJson } from './refusals.ts';

/** How each documented success is brought about without help, where a sound request alone is not enough. */
export const SUCCESSES: Readonly<Record<string, Recipe>> = {
  'createPlan.upserted': async (stage, operationId) => {
    const call = await soundCall(stage, operationId);
    await stage.must(call);
    return stage.send(call);
  },
  'getPlan.disabled': async (stage, operationId) => {
    const call = await soundCall(stage, operationId);
    await stage.must({ operationId: 'disablePlan', params: call.params ?? {} });
    return stage.send(call);
  },
  'getWebhookEndpoint.disabled': async (stage, operationId) => {
    const { id } = await makeEndpoint(stage, { active: false });
    return stage.send({ operationId, params: { id } });
  },
  'upsertCustomer.upserted': upsertAgain(async (stage) => ({ planId: (await makePlan(stage)).id })),
  'upsertCustomer.without_plan': upsertAgain(async () => ({ planId: null })),
  'upsertCustomer.PAUSED': upsertAgain(async () => ({ status: 'PAUSED' })),
  'upsertCustomer.CANCELLED': upsertAgain(async () => ({ status: 'CANCELLED' })),
  'updateCustomer.updated': changed({ email: 'ada@shop.example' }),
  'updateCustomer.without_plan': changed({ planId: null }),
  'updateCustomer.PAUSED': changed({ status: 'PAUSED' }),
  'updateCustomer.CANCELLED': changed({ status: 'CANCELLED' }),
  'getCustomer.without_plan': onCustomer(async () => ({})),
  'getCustomer.PAUSED': onCustomer(async () => ({ status: 'PAUSED' })),
  'getCustomer.CANCELLED': onCustomer(async () => ({ status: 'CANCELLED' })),
  'getCustomerUsage.spent': async (stage, operationId) => {
    const { id, token } = await makeShopper(stage, 1);
    await stage.must(trackCall(stage, token));
    return stage.send({ operationId, params: { id } });
  },
  'getCustomerUsage.granted': async (stage, operationId) => {
    const { id } = await makeShopper(stage, 5);
    await makeGrant(stage, id);
    return stage.send({ operationId, params: { id } });
  },
  'getCustomerUsage.without_plan': onCustomer(async () => ({})),
  'getCustomerUsage.PAUSED': onCustomer(async () => ({ status: 'PAUSED' })),
  'getCustomerUsage.CANCELLED': onCustomer(async () => ({ status: 'CANCELLED' })),
  'createGrant.already_granted': async (stage, operationId) => {
    const call = await soundCall(stage, operationId);
    await stage.must(call);
    return stage.send(call);
  },
  'createSession.without_plan': onCustomer(async () => ({})),
  'listPlans.page_one': paged(async (stage) => void (await makePlan(stage))),
  'listPlans.last_page': lastPage(async (stage, key) => void (await makePlan(stage, {}, { key }))),
  'listPlans.empty': inFreshStore,
  'listCustomers.page_one': paged(async (stage) => void (await makeCustomer(stage))),
  'listCustomers.last_page': lastPage(async (stage, key) => void (await makeCustomer(stage, {}, { key }))),
  'listCustomers.empty': inFreshStore,
  'listSessions.page_one': async (stage, operationId) => {
    const { id } = await makeShopper(stage, 5);
    await makeSession(stage, id);
    return stage.send({ operationId, params: { id }, query: { limit: '1' } });
  },
  'listSessions.last_page': async (stage, operationId) => {
    const { id } = await makeShopper(stage, 5);
    return stage.send({ operationId, params: { id } });
  },
  'listSessions.empty': onCustomer(async () => ({})),
  'listWebhookEndpoints.endpoints': async (stage, operationId) => {
    await makeEndpoint(stage);
    return stage.send({ operationId });
  },
  'listWebhookEndpoints.empty': inFreshStore,
  'listWebhookDeliveries.page_one': async (stage, operationId) => {
    const { id } = await makeEndpoint(stage, { active: false });
    for (let count = 0; count < 2; count += 1) await makeDelivery(stage, id);
    return stage.send({ operationId, params: { id }, query: { limit: '1' } });
  },
  'listWebhookDeliveries.pending': async (stage, operationId) => {
    const { id } = await makeEndpoint(stage, { active: false });
    await makeDelivery(stage, id);
    return stage.send({ operationId, params: { id } });
  },
  'listWebhookDeliveries.empty': async (stage, operationId) => {
    const { id } = await makeEndpoint(stage, { events: ['plan.updated'] });
    return stage.send({ operationId, params: { id } });
  },
  'rotateWebhookSecret.rotated': rotatedWith({}),
  'rotateWebhookSecret.rotated_at_once': rotatedWith({ overlapSeconds: 0 }),
  'trackTryon.debited_with_shopper': async (stage) =>
    stage.send(trackCall(stage, (await makeShopper(stage, 5)).token)),
  'generateTryon.generated_with_shopper': async (stage, operationId) => {
    const { token } = await makeShopper(stage, 5);
    return stage.send({
      ...(await soundCall(stage, operationId)),
      headers: { 'X-End-Customer-Token': token },
    });
  },
  'analyzePhoto.usable_photo': photographed(900, 1200),
  'analyzePhoto.usable_with_warning': photographed(600, 300),
};

function upsertAgain(fieldsOf: (stage: ProviderStage) => Promise<Record<string, unknown>>): Recipe {
  return async (stage, operationId) => {
    const call = await soundCall(stage, operationId);
    await stage.must(call);
    return stage.send(withJson(call, await fieldsOf(stage)));
  };
}

function changed(json: Record<string, unknown>): Recipe {
  return async (stage, operationId) =>
    stage.send({ ...(await soundCall(stage, operationId)), body: { json } });
}

/** On a customer without a plan that has these fields. */
function onCustomer(fieldsOf: () => Promise<Record<string, unknown>>): Recipe {
  return async (stage, operationId) => {
    const { id } = await makeCustomer(stage, await fieldsOf());
    return stage.send({ operationId, params: { id } });
  };
}

function paged(make: (stage: ProviderStage) => Promise<void>): Recipe {
  return async (stage, operationId) => {
    for (let count = 0; count < 2; count += 1) await make(stage);
    return stage.send({ operationId, query: { limit: '1' } });
  };
}

function lastPage(make: (stage: ProviderStage, key: string) => Promise<void>): Recipe {
  return async (stage, operationId) => {
    const { apiKey } = await stage.mustEnter('fresh_store', operationId);
    const key = apiKey ?? stage.settings.apiKey;
    await make(stage, key);
    return stage.send({ operationId, key });
  };
}

async function inFreshStore(stage: ProviderStage, operationId: ProviderOperationId) {
  const { apiKey } = await stage.mustEnter('fresh_store', operationId);
  return stage.send({ operationId, key: apiKey ?? stage.settings.apiKey });
}

function rotatedWith(json: Record<string, unknown>): Recipe {
  return async (stage, operationId) =>
    stage.send({ ...(await soundCall(stage, operationId)), body: { json } });
}

function photographed(width: number, height: number): Recipe {
  return async (stage, operationId) => {
    const { body, ...call } = await soundCall(stage, operationId);
    const form = body && 'form' in body ? body.form : {};
    return stage.send({
      ...call,
      body: { form, photo: { bytes: photoOf(width, height), type: 'image/png' } },
    });
  };
}
