import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { makeDelivery, makeEndpoint } from '../fixtures/fixtures.ts';
import type { ProviderHarness } from '../harness/harness.ts';

const MOST = 20;

async function deliveriesOf(harness: ProviderHarness, id: string) {
  return (await harness.read('listWebhookDeliveries', { id })).data;
}

export const WEBHOOK_CELLS: readonly ProviderCell[] = [
  stateCell('createWebhookEndpoint.shown-once', 'where the secret is shown', async (harness, assert) => {
    const { secret, ...endpoint } = await makeEndpoint(harness, {
      description: 'Production',
      events: ['plan.updated'],
    });
    assert.that(/^whsec_.{30,}/.test(String(secret)), 'there is no secret', 'whsec_…', secret);
    const read = await harness.must('getWebhookEndpoint', { id: endpoint.id });
    assert.equal(read.body, endpoint, 'the endpoint that is read is not the one that was created');
    const list = await harness.must('listWebhookEndpoints');
    const body = { json: { events: ['*'] } };
    const changed = await harness.must('updateWebhookEndpoint', { id: endpoint.id }, { body });
    for (const [where, { text }] of Object.entries({ read, list, changed }))
      assert.that(!text.includes(String(secret)), `the secret is shown again (${where})`);
  }),
  stateCell(
    'createWebhookEndpoint.shown-once.own',
    'a secret of the store’s own',
    async (harness, assert) => {
      const given = harness.fresh('a-secret-of-the-stores-own-');
      const { secret, id } = await makeEndpoint(harness, { secret: given });
      assert.equal(secret ?? 'none', 'none', 'a secret of the store’s own is shown');
      const read = await harness.must('getWebhookEndpoint', { id });
      const list = await harness.must('listWebhookEndpoints');
      for (const [where, { text }] of Object.entries({ read, list }))
        assert.that(!text.includes(given), `the secret is shown (${where})`);
      const rotated = await harness.read('rotateWebhookSecret', { id }, { body: { json: {} } });
      assert.that(/^whsec_/.test(String(rotated.secret)), 'it cannot be rotated', 'whsec_…', rotated.secret);
    },
  ),
  stateCell(
    'createWebhookEndpoint.unsignable',
    'what is a secret and what is none',
    async (harness, assert) => {
      const create = (secret: string) => {
        const json = { url: 'https://shop.example/genvoris/webhook', secret };
        return harness.send('createWebhookEndpoint', {}, { body: { json } });
      };
      for (const secret of [
        ' a secret in white space',
        'a secret in white space\n',
        `whsec_${'a'.repeat(12)} whsec_b`,
      ]) {
        const reply = await create(secret);
        assert.refused(reply, 400, 'invalid_body', 'a secret that cannot be used as given is taken');
        assert.equal(reply.body?.detail, '/secret', 'the refusal does not name the field');
      }
      for (const secret of [
        'correct horse battery',
        'ein Geheimnis für die Läden',
        `whsec_${'a'.repeat(31)}`,
      ]) {
        const { status } = await create(secret);
        assert.equal(status, 201, 'a secret that can be used as given is refused');
      }
    },
  ),
  stateCell('createWebhookEndpoint.effect', 'the twenty-first endpoint', async (harness, assert) => {
    const by = { key: await harness.keyIn('fresh_store', 'createWebhookEndpoint') };
    for (let count = 0; count < MOST; count += 1) await makeEndpoint(harness, {}, by);
    const json = { url: 'https://shop.example/one-more' };
    const reply = await harness.send('createWebhookEndpoint', {}, { body: { json }, ...by });
    assert.refused(reply, 400, 'invalid_body', 'a store gets more than 20 endpoints');
    const body = await harness.read('listWebhookEndpoints', {}, by);
    assert.equal(body.data.length, MOST, 'the list is not of 20');
    const ids: string[] = body.data.map((one: { id: string }) => one.id);
    assert.equal(ids, [...ids].sort().reverse(), 'the list is not newest first');
  }),
  stateCell('updateWebhookEndpoint.effect', 'one field after another', async (harness, assert) => {
    const { secret: _secret, ...was } = await makeEndpoint(harness, { description: 'Production' });
    let expected = was;
    for (const json of [
      { active: false },
      { events: ['plan.updated'] },
      { description: null },
      { url: 'https://shop.example/other' },
    ]) {
      const body = await harness.read('updateWebhookEndpoint', { id: was.id }, { body: { json } });
      expected = { ...expected, ...json };
      assert.equalContent(body, expected, `more or less changed than ${JSON.stringify(json)}`);
    }
    const read = await harness.read('getWebhookEndpoint', { id: was.id });
    assert.equalContent(read, expected, 'what was changed is not read back');
  }),
  stateCell('deleteWebhookEndpoint.effect', 'one of two endpoints is deleted', async (harness, assert) => {
    const [{ id }, { id: other }] = [await makeEndpoint(harness), await makeEndpoint(harness)];
    assert.status(await harness.send('deleteWebhookEndpoint', { id }), 204, 'it is not deleted');
    const others = ['getWebhookEndpoint', 'listWebhookDeliveries', 'deleteWebhookEndpoint'] as const;
    for (const operationId of others) {
      const reply = await harness.send(operationId, { id });
      assert.refused(reply, 404, 'not_found', `${operationId} finds a deleted endpoint`);
    }
    await harness.must('getWebhookEndpoint', { id: other });
  }),
  stateCell(
    'testWebhookEndpoint.effect',
    'a test of an endpoint that is switched off',
    async (harness, assert) => {
      const { id } = await makeEndpoint(harness, { active: false, events: ['plan.updated'] });
      const delivery = await makeDelivery(harness, id);
      const made = [delivery.endpointId, delivery.eventType];
      assert.equal(made, [id, 'webhook.test'], 'the delivery is of something else');
      const listed = (await deliveriesOf(harness, id)).map((one: { id: string }) => one.id);
      assert.equal(listed, [delivery.id], 'the delivery is not listed');
    },
  ),
  stateCell('replayWebhookDelivery.effect', 'a delivery once more', async (harness, assert) => {
    const { id } = await makeEndpoint(harness, { active: false });
    const delivery = await makeDelivery(harness, id);
    const params = { id, deliveryId: delivery.id };
    const { id: same, eventId, status, attempts } = await harness.read('replayWebhookDelivery', params);
    const expected = { same: delivery.id, eventId: delivery.eventId, status: 'pending', attempts: 0 };
    assert.equal({ same, eventId, status, attempts }, expected, 'the replay is of something else');
    assert.equal((await deliveriesOf(harness, id)).length, 1, 'the replay made a second delivery');
  }),
  stateCell(
    'rotateWebhookSecret.effect',
    'a secret is replaced, with and without an overlap',
    async (harness, assert) => {
      const { id, secret } = await makeEndpoint(harness);
      const rotate = async (json: Record<string, unknown>) =>
        await harness.read('rotateWebhookSecret', { id }, { body: { json } });
      const hour = await rotate({ overlapSeconds: 3600 });
      const until = (Date.parse(hour.previousSecretExpiresAt) - Date.now()) / 1000;
      assert.that(Math.abs(until - 3600) < 120, 'the overlap is not as long as asked for', 3600, until);
      const atOnce = await rotate({ overlapSeconds: 0 });
      assert.equal(atOnce.previousSecretExpiresAt, null, 'without an overlap the old secret lives on');
      assert.equal(new Set([secret, hour.secret, atOnce.secret]).size, 3, 'a secret comes twice');
    },
  ),
];
