import { expect, test } from 'vitest';
import { operation, PROVIDER_OPERATIONS } from './calls/call.ts';
import { PROVIDER_RULES } from './cells/rules.ts';
import { createProviderMatrix } from './matrix.ts';

const matrix = await createProviderMatrix();

test('every documented answer of every operation is a cell', () => {
  const cells = new Set(matrix.map(({ id }) => id));
  for (const operationId of PROVIDER_OPERATIONS) {
    for (const [status, { examples }] of Object.entries(operation(operationId).responses)) {
      for (const example of examples.length > 0 ? examples : ['no_body'])
        expect(cells).toContain(`${operationId}/answer/${status}/${example}`);
    }
  }
});

test('no two cells have one id', () => {
  const ids = matrix.map(({ id }) => id);
  expect(ids.length).toBe(new Set(ids).size);
});

test('every rule is held by some cell', () => {
  const held = new Set(matrix.flatMap(({ rules }) => rules));
  expect([...held].sort()).toEqual(Object.keys(PROVIDER_RULES).sort());
});

test('every operation that takes a key shows that stores are kept apart', async () => {
  const shown = matrix.filter(({ rule }) => rule === 'isolation').map(({ operationId }) => operationId);
  const takeKey = PROVIDER_OPERATIONS.filter((id) =>
    operation(id)
      .security.flat()
      .some((one) => one !== 'PortalSession'),
  );
  expect([...new Set(shown)].sort()).toEqual([...takeKey].sort());
});

test('the matrix can be had for one spec', async () => {
  const specs = new Set(
    (await createProviderMatrix(['status'])).map(({ operationId }) => operation(operationId).spec),
  );
  expect([...specs]).toEqual(['status']);
});
