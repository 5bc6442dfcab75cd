import { expect, test } from 'vitest';
import type { RunStatement } from '../../storage/database.ts';
import type { DebitRequest } from './debit.ts';
import { createGroupCommit } from './group-commit.ts';

const report = {
  product_type: 'a',
  product_title: null,
  page_url: null,
  origin: null,
  variation_count: 1,
  generation_time_ms: 1,
};
const clock = { now: () => new Date() };

function request(tryonId: string, key?: string): DebitRequest {
  const idempotency = key === undefined ? undefined : { key, hash: key };
  return { tryonId, storeId: 'st_1', keyId: 'key_1', keyRevision: 1, idempotency, success: true, report };
}

/** A connection that says what it was given and answers as it is told. */
function recorder(answer: (ids: string[]) => Error | undefined = () => undefined) {
  const batches: string[][] = [];
  const run: RunStatement = async (_, values) => {
    const rows = JSON.parse(String(values.at(-1))) as { n: number; tryon_id: string }[];
    const ids = rows.map(({ tryon_id }) => tryon_id);
    batches.push(ids);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const error = answer(ids);
    if (error) throw error;
    return rows.map(({ n }) => [n, 'debited', 1, null, null, null]);
  };
  return { run, batches };
}

test('what comes while a statement is under way goes together into the next', async () => {
  const { run, batches } = recorder();
  const debits = createGroupCommit({ run, clock });
  const first = debits.debit(request('a'));
  await new Promise((resolve) => setTimeout(resolve, 2));
  await Promise.all([first, ...['b', 'c', 'd'].map((id) => debits.debit(request(id)))]);
  expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
});

test('an idempotency key occurs once in a batch', async () => {
  const { run, batches } = recorder();
  const debits = createGroupCommit({ run, clock });
  await Promise.all(
    [request('a', 'k1'), request('b', 'k1'), request('c', 'k2')].map((each) => debits.debit(each)),
  );
  expect(batches).toEqual([['a', 'c'], ['b']]);
});

test('a request the server refuses fails alone', async () => {
  const refused = Object.assign(new Error('out of range'), { code: '22003' });
  const { run } = recorder((ids) => (ids.includes('bad') ? refused : undefined));
  const debits = createGroupCommit({ run, clock });
  const results = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((id) => debits.debit(request(id))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test.each(['EPIPE', 'ECONNRESET', '57P01', '08006', undefined])(
  'after a connection that broke (%s) nothing is repeated, for it may have been committed',
  async (code) => {
    const { run, batches } = recorder(() => Object.assign(new Error('gone'), { code }));
    const debits = createGroupCommit({ run, clock });
    const results = await Promise.allSettled(['a', 'b'].map((id) => debits.debit(request(id))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(batches).toHaveLength(1);
  },
);

test('idle waits for what is under way', async () => {
  const { run, batches } = recorder();
  const debits = createGroupCommit({ run, clock });
  await debits.idle();
  void debits.debit(request('a'));
  await debits.idle();
  expect(batches).toEqual([['a']]);
});
