import { expect, test } from 'vitest';
import { createConnectStates } from './connect-states.ts';
import { createVault } from './vault.ts';
import { createVaultMemory } from './vault-storage.ts';

test('a state lives ten minutes, and administrators keep one each', async () => {
  const clock = { now: 1_000_000 };
  const storage = createVaultMemory();
  const vault = createVault({ secret: 'the secret of the host, 0123456789 0123', storage });
  const states = createConnectStates(vault, () => clock.now);
  const ada = { externalId: 'wp_1', sessionId: undefined };
  const { state, expiresAt } = await states.begin(ada);
  expect(expiresAt.getTime()).toBe(1_600_000);
  clock.now = 1_600_000;
  expect(await states.use(state, ada)).toBe(false);
  clock.now = 1_599_999;
  expect(await states.use(state, ada)).toBe(true);
  expect(await states.use(state, ada)).toBe(false);

  const places = new Set<string>();
  const { set } = storage;
  storage.set = (name, record, replaces) => {
    places.add(name);
    return set(name, record, replaces);
  };
  for (let n = 0; n < 50; n++) await states.begin(ada);
  expect(places.size).toBe(1);
});
