import type { ProviderOperationId } from '../call.ts';
import { makeCustomer, makeDelivery, makeEndpoint, makePlan, makeSession } from '../fixtures.ts';
import { type ProviderCell, stateCell } from '../provider-cell.ts';
import type { Caller, ProviderStage } from '../stage.ts';

interface Paged {
  readonly operationId: ProviderOperationId;
  /** Where the entries of the list live. */
  readonly place: (stage: ProviderStage, by: Caller) => Promise<Record<string, string>>;
  readonly add: (stage: ProviderStage, params: Record<string, string>, by: Caller) => Promise<unknown>;
}

const LISTS: readonly Paged[] = [
  { operationId: 'listPlans', place: async () => ({}), add: (stage, _params, by) => makePlan(stage, {}, by) },
  {
    operationId: 'listCustomers',
    place: async () => ({}),
    add: (stage, _params, by) => makeCustomer(stage, {}, by),
  },
  {
    operationId: 'listSessions',
    place: async (stage, by) => ({ id: (await makeCustomer(stage, {}, by)).id }),
    add: (stage, { id = '' }, by) => makeSession(stage, id, {}, by),
  },
  {
    operationId: 'listWebhookDeliveries',
    place: async (stage, by) => ({ id: (await makeEndpoint(stage, { active: false }, by)).id }),
    add: (stage, { id = '' }, by) => makeDelivery(stage, id, by),
  },
];

/** What must hold of lists that come in pages. */
export function pagingCells(): ProviderCell[] {
  return LISTS.map(({ operationId, place, add }) =>
    stateCell({
      operationId,
      title: 'five entries in pages of two, with more added on the way',
      rule: 'paging',
      async drive(stage, claims) {
        const { apiKey } = await stage.mustEnter('fresh_store', operationId);
        const by: Caller = apiKey === undefined ? {} : { key: apiKey };
        const params = await place(stage, by);
        for (let count = 0; count < 5; count += 1) await add(stage, params, by);
        const page = async (query: Record<string, string>) =>
          (await stage.must({ operationId, params, query, ...by })).body;
        const whole = (await page({})).data.map(idOf);
        claims.equal(whole.length, 5, 'the list is not of all');
        claims.equal(whole, [...whole].sort().reverse(), 'the list is not newest first');
        const walked: string[] = [];
        let cursor: string | null | undefined;
        for (let pages = 0; pages < 8 && cursor !== null; pages += 1) {
          const { data, next_cursor } = await page({ limit: '2', ...(cursor && { cursor }) });
          claims.that(data.length <= 2, 'a page is longer than asked for', 2, data.length);
          walked.push(...data.map(idOf));
          cursor = next_cursor;
          await add(stage, params, by);
        }
        claims.equal(walked, whole, 'under writes the pages skip, repeat or never end');
        const exact = await page({ limit: '200' });
        claims.equal(exact.next_cursor, null, 'the last page does not say that it is');
      },
    }),
  );
}

function idOf(entry: { id?: string; jti?: string }): string {
  return entry.id ?? entry.jti ?? '';
}
