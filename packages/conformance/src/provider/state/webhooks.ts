import { makeDelivery, makeEndpoint } from '../fixtures.ts';
import { type ProviderCell, stateCell } from '../provider-cell.ts';
import type { ProviderStage } from '../stage.ts';

const MOST = 20;

async function deliveriesOf(stage: ProviderStage, id: string) {
  return (await stage.must({ operationId: 'listWebhookDeliveries', params: { id } })).body.data;
}

/** What must hold of webhook endpoints from one call to the next. */
export function webhookCells(): ProviderCell[] {
  return [
    stateCell({
      operationId: 'createWebhookEndpoint',
      title: 'where the secret is shown',
      rule: 'shown-once',
      async drive(stage, claims) {
        const { secret, ...endpoint } = await makeEndpoint(stage, {
          description: 'Production',
          events: ['plan.updated'],
        });
        claims.that(/^whsec_.{30,}/.test(String(secret)), 'there is no secret', 'whsec_…', secret);
        const read = await stage.must({ operationId: 'getWebhookEndpoint', params: { id: endpoint.id } });
        claims.equal(read.body, endpoint, 'the endpoint that is read is not the one that was created');
        const list = await stage.must({ operationId: 'listWebhookEndpoints' });
        const changed = await stage.must({
          operationId: 'updateWebhookEndpoint',
          params: { id: endpoint.id },
          body: { json: { events: ['*'] } },
        });
        for (const [where, { text }] of Object.entries({ read, list, changed }))
          claims.that(!text.includes(String(secret)), `the secret is shown again (${where})`);
      },
    }),
    stateCell({
      operationId: 'createWebhookEndpoint',
      title: 'the twenty-first endpoint',
      rule: 'effect',
      async drive(stage, claims) {
        const { apiKey } = await stage.mustEnter('fresh_store', 'createWebhookEndpoint');
        const by = apiKey === undefined ? {} : { key: apiKey };
        for (let count = 0; count < MOST; count += 1) await makeEndpoint(stage, {}, by);
        const json = { url: 'https://shop.example/one-more' };
        const reply = await stage.send({ operationId: 'createWebhookEndpoint', body: { json }, ...by });
        claims.refused(reply, 400, ['invalid_body'], 'a store gets more than 20 endpoints');
        const { body } = await stage.must({ operationId: 'listWebhookEndpoints', ...by });
        claims.equal(body.data.length, MOST, 'the list is not of 20');
        const ids: string[] = body.data.map((one: { id: string }) => one.id);
        claims.equal(ids, [...ids].sort().reverse(), 'the list is not newest first');
      },
    }),
    stateCell({
      operationId: 'updateWebhookEndpoint',
      title: 'one field after another',
      rule: 'effect',
      async drive(stage, claims) {
        const { secret: _secret, ...was } = await makeEndpoint(stage, { description: 'Production' });
        let expected: Record<string, unknown> = { ...was, updatedAt: 0 };
        for (const json of [
          { active: false },
          { events: ['plan.updated'] },
          { description: null },
          { url: 'https://shop.example/other' },
        ]) {
          const { body } = await stage.must({
            operationId: 'updateWebhookEndpoint',
            params: { id: was.id },
            body: { json },
          });
          expected = { ...expected, ...json };
          claims.equal(
            { ...body, updatedAt: 0 },
            expected,
            `more or less changed than ${JSON.stringify(json)}`,
          );
        }
        const read = await stage.must({ operationId: 'getWebhookEndpoint', params: { id: was.id } });
        claims.equal({ ...read.body, updatedAt: 0 }, expected, 'what was changed is not read back');
      },
    }),
    stateCell({
      operationId: 'deleteWebhookEndpoint',
      title: 'one of two endpoints is deleted',
      rule: 'effect',
      async drive(stage, claims) {
        const [{ id }, { id: other }] = [await makeEndpoint(stage), await makeEndpoint(stage)];
        claims.status(
          await stage.send({ operationId: 'deleteWebhookEndpoint', params: { id } }),
          204,
          'it is not deleted',
        );
        for (const operationId of [
          'getWebhookEndpoint',
          'listWebhookDeliveries',
          'deleteWebhookEndpoint',
        ] as const)
          claims.refused(
            await stage.send({ operationId, params: { id } }),
            404,
            ['not_found'],
            `${operationId} finds a deleted endpoint`,
          );
        await stage.must({ operationId: 'getWebhookEndpoint', params: { id: other } });
      },
    }),
    stateCell({
      operationId: 'testWebhookEndpoint',
      title: 'a test of an endpoint that is switched off',
      rule: 'effect',
      async drive(stage, claims) {
        const { id } = await makeEndpoint(stage, { active: false, events: ['plan.updated'] });
        const delivery = await makeDelivery(stage, id);
        claims.equal(
          [delivery.endpointId, delivery.eventType],
          [id, 'webhook.test'],
          'the delivery is of something else',
        );
        const listed = (await deliveriesOf(stage, id)).map((one: { id: string }) => one.id);
        claims.equal(listed, [delivery.id], 'the delivery is not listed');
      },
    }),
    stateCell({
      operationId: 'replayWebhookDelivery',
      title: 'a delivery once more',
      rule: 'effect',
      async drive(stage, claims) {
        const { id } = await makeEndpoint(stage, { active: false });
        const delivery = await makeDelivery(stage, id);
        const params = { id, deliveryId: delivery.id };
        const { body } = await stage.must({ operationId: 'replayWebhookDelivery', params });
        const { id: same, eventId, status, attempts } = body;
        claims.equal(
          { same, eventId, status, attempts },
          { same: delivery.id, eventId: delivery.eventId, status: 'pending', attempts: 0 },
          'the replay is of something else',
        );
        claims.equal((await deliveriesOf(stage, id)).length, 1, 'the replay made a second delivery');
      },
    }),
    stateCell({
      operationId: 'rotateWebhookSecret',
      title: 'a secret is replaced, with and without an overlap',
      rule: 'effect',
      async drive(stage, claims) {
        const { id, secret } = await makeEndpoint(stage);
        const rotate = async (json: Record<string, unknown>) =>
          (await stage.must({ operationId: 'rotateWebhookSecret', params: { id }, body: { json } })).body;
        const hour = await rotate({ overlapSeconds: 3600 });
        const until = (Date.parse(hour.previousSecretExpiresAt) - Date.now()) / 1000;
        claims.that(Math.abs(until - 3600) < 120, 'the overlap is not as long as asked for', 3600, until);
        const atOnce = await rotate({ overlapSeconds: 0 });
        claims.equal(atOnce.previousSecretExpiresAt, null, 'without an overlap the old secret lives on');
        claims.equal(new Set([secret, hour.secret, atOnce.secret]).size, 3, 'a secret comes twice');
      },
    }),
  ];
}
