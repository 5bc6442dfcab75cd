import { describe, expect, test } from 'vitest';
import { createVault, type VaultOptions } from './vault.ts';
import { createVaultMemory } from './vault-storage.ts';

// Made with node:crypto, which shares no code with Web Crypto's bindings here.
const SECRET = 'the first secret of the host, 0123456789';
const OLD_SECRET = 'an older secret of the host, 9876543210 ';
const KEY = 'gv1.01ce3901dd302125.AAECAwQFBgcICQoLbJwCT5VP7MgXgXpYbxMyD_zU34a26pDUJc48lODTNyFW';
const OLD_KEY = 'gv1.dc9d2783852d48ca.EBESExQVFhcYGRobiIwenFziizJFeDaBicg8Lg8Xwx0dbf-H7C7lXXYzvomT';
const WEBHOOK =
  'gv1.01ce3901dd302125.ICEiIyQlJicoKSorcTconbgOUdaiLWKUMvUvqQ4EZX2PsXYZ3rwbABhapvpyk_6_fFoR3ctK_ZDBIAYgig97aLJOzoPBNaSu_Ss';
const SALTS = {
  authKey: 'put your unique phrase here: AUTH_KEY |+-',
  secureAuthKey: 'put your unique phrase here: SECURE_AUTH_KEY',
};
const PLUGIN_RECORDS = {
  'their SHA-256': 'MDEyMzQ1Njc4OTo7PD0+P9Gi0pnUSLR9X2DPrDqjBE+4S+pPxTyv/GBYdlLUCMsk',
  'their first 32 bytes': 'MDEyMzQ1Njc4OTo7PD0+P2BTsywEf/BajCBPgFpehhYntWYV8hWb3/KrpPoF8jhK',
};

function vaultWith(records: Record<string, string>, options: Partial<VaultOptions> = {}) {
  const storage = createVaultMemory();
  for (const [name, record] of Object.entries(records)) void storage.set(name, record);
  return { storage, vault: createVault({ secret: SECRET, storage, ...options }) };
}

describe('a sealed record', () => {
  test('opens as the vectors say', async () => {
    const { vault } = vaultWith({ 'api-key': KEY, 'webhook-secret': WEBHOOK });
    expect(await vault.read('api-key')).toEqual({ kind: 'secret', secret: 'gvk_test_vector_1' });
    expect(await vault.read('webhook-secret')).toEqual({
      kind: 'secret',
      secret: 'whsec_Z2Vudm9yaXMgdmVjdG9yIG9uZSwgMzIgYnl0ZXMh',
    });
  });

  test('comes back as it was written, whatever characters it has', async () => {
    const { vault, storage } = vaultWith({});
    const secret = '\ufeffclé 🔑 "\n';
    await vault.write('a.b-1', secret);
    expect(await vault.read('a.b-1')).toEqual({ kind: 'secret', secret });
    const first = await storage.get('a.b-1');
    await vault.write('a.b-1', secret);
    expect(await storage.get('a.b-1')).not.toBe(first);
  });

  test('does not open with any character changed, left out or doubled', async () => {
    for (let at = 0; at < KEY.length; at++) {
      const other = KEY[at] === 'A' ? 'B' : 'A';
      const forged = [
        KEY.slice(0, at) + other + KEY.slice(at + 1),
        KEY.slice(0, at) + KEY.slice(at + 1),
        KEY.slice(0, at) + KEY[at] + KEY.slice(at),
        KEY.slice(0, at),
      ];
      for (const record of forged) {
        const { kind } = await vaultWith({ 'api-key': record }).vault.read('api-key');
        expect(kind, record).toBe(record === '' ? 'empty' : 'unreadable');
      }
    }
  });

  test('does not open at another place, where somebody who can write the storage put it', async () => {
    const { vault } = vaultWith({ 'api-key': WEBHOOK, 'webhook-secret': KEY });
    expect(await vault.read('api-key')).toMatchObject({ kind: 'unreadable', why: 'damaged' });
    expect(await vault.read('webhook-secret')).toMatchObject({ kind: 'unreadable', why: 'damaged' });
  });

  test('does not open under another key that goes by its id', async () => {
    const forged = OLD_KEY.replace('dc9d2783852d48ca', '01ce3901dd302125');
    const { vault } = vaultWith({ 'api-key': forged }, { previousSecrets: [OLD_SECRET] });
    expect(await vault.read('api-key')).toMatchObject({ kind: 'unreadable', why: 'damaged' });
  });
});

describe('after the host’s secret was changed', () => {
  test('a record of the old one opens, and is sealed with the new one when it is read', async () => {
    const { vault, storage } = vaultWith({ 'api-key': OLD_KEY }, { previousSecrets: [OLD_SECRET] });
    expect(await vault.read('api-key')).toEqual({ kind: 'secret', secret: 'gvk_test_vector_2' });
    expect(await storage.get('api-key')).toMatch(/^gv1\.01ce3901dd302125\./);
    const later = createVault({ secret: SECRET, storage });
    expect(await later.read('api-key')).toEqual({ kind: 'secret', secret: 'gvk_test_vector_2' });
  });

  test('without the old one it says which is the matter, and leaves the record as it is', async () => {
    const { vault, storage } = vaultWith({ 'api-key': OLD_KEY });
    expect(await vault.read('api-key')).toEqual({ kind: 'unreadable', why: 'unknown_key', record: OLD_KEY });
    expect(await storage.get('api-key')).toBe(OLD_KEY);
  });

  test('sealing it again does not undo what another process writes meanwhile', async () => {
    const { vault, storage } = vaultWith({ 'api-key': OLD_KEY }, { previousSecrets: [OLD_SECRET] });
    const newer = createVaultMemory();
    const { get } = storage;
    storage.get = async (name) => {
      const record = await get(name);
      await createVault({ secret: SECRET, storage: newer }).write(name, 'gvk_test_newer');
      await storage.set(name, (await newer.get(name)) as string);
      return record;
    };
    await vault.read('api-key');
    storage.get = get;
    expect(await vault.read('api-key')).toEqual({ kind: 'secret', secret: 'gvk_test_newer' });
  });
});

describe('a record of the WordPress plugin', () => {
  test.each(Object.entries(PLUGIN_RECORDS))('under %s is read and sealed again', async (_, record) => {
    const { vault, storage } = vaultWith({ 'api-key': record }, { wordpressSalts: SALTS });
    expect(await vault.read('api-key')).toEqual({ kind: 'secret', secret: 'gvk_live_pluginvector' });
    expect(await storage.get('api-key')).toMatch(/^gv1\./);
    expect(await vault.read('api-key')).toEqual({ kind: 'secret', secret: 'gvk_live_pluginvector' });
  });

  test('is not taken for a secret with other salts, without them, or with what no secret looks like', async () => {
    const record = PLUGIN_RECORDS['their SHA-256'];
    const others = { authKey: 'rotated', secureAuthKey: SALTS.secureAuthKey };
    for (const options of [{ wordpressSalts: others }, {}])
      expect(await vaultWith({ 'api-key': record }, options).vault.read('api-key')).toMatchObject({
        kind: 'unreadable',
      });
    // The IV's bits turn over those of the first block: nothing but the shape of a key tells.
    const bytes = Buffer.from(record, 'base64');
    for (let at = 0; at < 9; at++) {
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] as number) ^ 1;
      const { vault } = vaultWith({ 'api-key': turned.toString('base64') }, { wordpressSalts: SALTS });
      expect((await vault.read('api-key')).kind).toBe('unreadable');
    }
  });
});

test.each<[string, Record<string, unknown>]>([
  ['secret', { secret: 'too short a canary' }],
  ['secret', { secret: undefined }],
  ['previousSecrets', { previousSecrets: ['canary'] }],
  ['storage', { storage: {} }],
  ['wordpressSalts.secureAuthKey', { wordpressSalts: { authKey: 'canary' } }],
])('the option %s is named where it is wrong, without its value', (name, wrong) => {
  const create = () =>
    createVault({ secret: SECRET, storage: createVaultMemory(), ...wrong } as VaultOptions);
  expect(create).toThrow(`the vault's ${name} `);
  expect(create).not.toThrow('canary');
});

test('a place is a plain name, so that it can be a file’s', async () => {
  const { vault } = vaultWith({});
  for (const name of ['..', '../key', 'a/b', 'A', '', 'a\0'])
    await expect(vault.read(name)).rejects.toThrow(TypeError);
});
