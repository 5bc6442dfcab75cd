import { describe, expect, test } from 'vitest';
import { createCredentials } from './credentials.ts';
import { createVault } from './vault.ts';
import { createVaultMemory } from './vault-storage.ts';

const SECRET = 'the secret of the host, 0123456789 0123';

function setUp(options: { apiKey?: string; webhookSecret?: string | string[] } = {}) {
  const storage = createVaultMemory();
  const vault = createVault({ secret: SECRET, storage });
  const clock = { now: 1_000_000 };
  const told: [string, string][] = [];
  const credentials = createCredentials(
    { apiKey: undefined, ...options, vault },
    (kind, message) => void told.push([kind, message]),
    () => clock.now,
  );
  return { storage, vault, clock, told, credentials };
}

describe('the key in the vault', () => {
  test('is read once, and again after two seconds', async () => {
    const { vault, clock, credentials } = setUp();
    await vault.write('api-key', 'gvk_test_one');
    expect(await credentials.apiKey()).toBe('gvk_test_one');
    await vault.write('api-key', 'gvk_test_two');
    clock.now += 1999;
    expect(credentials.apiKey()).toBe('gvk_test_one');
    clock.now += 1;
    expect(await credentials.apiKey()).toBe('gvk_test_two');
  });

  test('is read again sooner once Genvoris has refused it, and not with every request', async () => {
    const { vault, clock, credentials } = setUp();
    await vault.write('api-key', 'gvk_test_one');
    await credentials.apiKey();
    await vault.write('api-key', 'gvk_test_two');
    credentials.refused('gvk_test_one');
    expect(credentials.apiKey()).toBe('gvk_test_one');
    clock.now += 100;
    expect(await credentials.apiKey()).toBe('gvk_test_two');
    credentials.refused('gvk_test_one');
    clock.now += 1000;
    expect(credentials.apiKey()).toBe('gvk_test_two');
  });

  test('is another at once in the process that connects, and others are told', async () => {
    const { vault, clock, credentials } = setUp();
    let changes = 0;
    credentials.onChange(() => changes++);
    await vault.write('api-key', 'gvk_test_one');
    await credentials.apiKey();
    await credentials.replace({ apiKey: 'gvk_test_two', webhookSecret: 'whsec_two' });
    expect(credentials.apiKey()).toBe('gvk_test_two');
    expect(changes).toBe(1);
    clock.now += 5000;
    expect(await credentials.webhookSecrets()).toEqual(['whsec_two']);
    expect(changes).toBe(1);
  });

  test('is not what a reading found that had begun before a connect', async () => {
    const { vault, storage, credentials } = setUp();
    await vault.write('api-key', 'gvk_test_one');
    const old = await storage.get('api-key');
    const { promise, resolve } = Promise.withResolvers<void>();
    const { get } = storage;
    storage.get = (name) => promise.then(() => (name === 'api-key' ? old : get(name)));
    const reading = credentials.apiKey();
    await credentials.replace({ apiKey: 'gvk_test_two', webhookSecret: 'whsec_two' });
    resolve();
    expect(await reading).toBe('gvk_test_two');
  });

  test('stays what it was while the storage fails, which is told once', async () => {
    const { vault, storage, clock, told, credentials } = setUp();
    await vault.write('api-key', 'gvk_test_one');
    await credentials.apiKey();
    const { get } = storage;
    storage.get = () => Promise.reject(new Error('the disk is gone'));
    for (let n = 0; n < 3; n++) {
      clock.now += 5000;
      expect(await credentials.apiKey()).toBe('gvk_test_one');
    }
    expect(told).toEqual([['vault_failed', expect.stringContaining('the disk is gone')]]);
    storage.get = get;
    expect(await credentials.apiKey()).toBe('gvk_test_one');
  });

  test('that cannot be opened asks for a connect once, and again when it is another', async () => {
    const { storage, clock, told, credentials } = setUp();
    const foreign = createVault({ secret: SECRET.toUpperCase(), storage });
    await foreign.write('api-key', 'gvk_test_one');
    for (let n = 0; n < 3; n++) {
      clock.now += 5000;
      expect(await credentials.apiKey()).toBeUndefined();
    }
    expect(told).toEqual([['reconnect_needed', expect.stringContaining('previousSecrets')]]);
    await foreign.write('api-key', 'gvk_test_two');
    clock.now += 5000;
    expect(await credentials.apiKey()).toBeUndefined();
    expect(told).toHaveLength(2);
  });

  test('that is not there is told once, until it is', async () => {
    const { vault, clock, told, credentials } = setUp();
    for (let n = 0; n < 3; n++) {
      clock.now += 100;
      expect(await credentials.apiKey()).toBeUndefined();
    }
    expect(told).toEqual([['not_connected', expect.any(String)]]);
    await vault.write('api-key', 'gvk_test_one');
    clock.now += 100;
    expect(await credentials.apiKey()).toBe('gvk_test_one');
  });
});

test('secrets of the options count beside that of the vault', async () => {
  const { vault, credentials } = setUp({ apiKey: 'gvk_test_option', webhookSecret: ['new', 'old'] });
  await vault.write('webhook-secret', 'whsec_kept');
  await vault.write('api-key', 'gvk_test_kept');
  expect(credentials.apiKey()).toBe('gvk_test_option');
  expect(await credentials.webhookSecrets()).toEqual(['whsec_kept', 'new', 'old']);
});
