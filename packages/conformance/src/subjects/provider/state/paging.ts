import type { ProviderOperationId } from '../calls/call.ts';
import { type ProviderCell, stateCell } from '../cells/provider-cell.ts';
import { makeCustomer, makeDelivery, makeEndpoint, makePlan, makeSession } from '../fixtures/fixtures.ts';
import type { Caller, ProviderHarness } from '../harness/harness.ts';

interface Paged {
  readonly operationId: ProviderOperationId;
  /** Where the entries of the list live. */
  readonly place: (harness: ProviderHarness, by: Caller) => Promise<Record<string, string>>;
  readonly add: (harness: ProviderHarness, params: Record<string, string>, by: Caller) => Promise<unknown>;
}

const LISTS: readonly Paged[] = [
  {
    operationId: 'listPlans',
    place: async () => ({}),
    add: (harness, _params, by) => makePlan(harness, {}, by),
  },
  {
    operationId: 'listCustomers',
    place: async () => ({}),
    add: (harness, _params, by) => makeCustomer(harness, {}, by),
  },
  {
    operationId: 'listSessions',
    place: async (harness, by) => ({ id: (await makeCustomer(harness, {}, by)).id }),
    add: (harness, { id = '' }, by) => makeSession(harness, id, {}, by),
  },
  {
    operationId: 'listWebhookDeliveries',
    place: async (harness, by) => ({ id: (await makeEndpoint(harness, { active: false }, by)).id }),
    add: (harness, { id = '' }, by) => makeDelivery(harness, id, by),
  },
];

export function pagingCells(): ProviderCell[] {
  return LISTS.map(({ operationId, place, add }) =>
    stateCell(
      `${operationId}.paging`,
      'five entries in pages of two, with more added on the way',
      async (harness, assert) => {
        const by = { key: await harness.keyIn('fresh_store', operationId) };
        const params = await place(harness, by);
        for (let count = 0; count < 5; count += 1) await add(harness, params, by);
        const page = async (query: Record<string, string>) =>
          await harness.read(operationId, params, { query, ...by });
        const whole = (await page({})).data.map(idOf);
        assert.equal(whole.length, 5, 'the list is not of all');
        assert.equal(whole, [...whole].sort().reverse(), 'the list is not newest first');
        const walked: string[] = [];
        let cursor: string | null | undefined;
        for (let pages = 0; pages < 8 && cursor !== null; pages += 1) {
          const { data, next_cursor } = await page({ limit: '2', ...(cursor && { cursor }) });
          assert.that(data.length <= 2, 'a page is longer than asked for', 2, data.length);
          walked.push(...data.map(idOf));
          cursor = next_cursor;
          await add(harness, params, by);
        }
        assert.equal(walked, whole, 'under writes the pages skip, repeat or never end');
        const exact = await page({ limit: '200' });
        assert.equal(exact.next_cursor, null, 'the last page does not say that it is');
      },
    ),
  );
}

function idOf(entry: { id?: string; jti?: string }): string {
  return entry.id ?? entry.jti ?? '';
}
