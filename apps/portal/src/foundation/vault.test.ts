import { expect, test } from 'vitest';
import { createVault, SealedSecretError } from './vault.ts';

const OLD = 'an old secret of at least 32 bytes!!';
const NEW = 'a new secret of at least 32 bytes!!!';

test('what is sealed opens, for its purpose only', () => {
  const vault = createVault(NEW);
  const sealed = vault.seal('signing-key', 'a private key');
  expect(sealed).not.toContain('private');
  expect(vault.open('signing-key', sealed)).toBe('a private key');
  expect(() => vault.open('answer', sealed)).toThrow(SealedSecretError);
});

test('two seals of one text differ', () => {
  const vault = createVault(NEW);
  expect(vault.seal('x', 'same')).not.toBe(vault.seal('x', 'same'));
});

test('a record says which secret it needs: the previous one still opens it, a stranger does not', () => {
  const sealed = createVault(OLD).seal('x', 'text');
  expect(createVault(NEW, [OLD]).open('x', sealed)).toBe('text');
  const keyId = sealed.split('.')[1];
  expect(() => createVault(NEW).open('x', sealed)).toThrow(keyId);
});

test.each(['', 'v1', 'v1.x.y', 'nonsense'])('%j is refused without a crash', (sealed) => {
  expect(() => createVault(NEW).open('x', sealed)).toThrow(SealedSecretError);
});

test('a changed byte is noticed', () => {
  const vault = createVault(NEW);
  const [version, id, body = ''] = vault.seal('x', 'text').split('.');
  const bytes = Buffer.from(body, 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => vault.open('x', `${version}.${id}.${bytes.toString('base64url')}`)).toThrow(SealedSecretError);
});

test('a record opens in the one spelling that it was sealed in', () => {
  const vault = createVault(NEW);
  // 28 bytes and one: the last letter has four bits that mean nothing.
  const sealed = vault.seal('x', 't');
  expect(vault.open('x', sealed)).toBe('t');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const twin = sealed.slice(0, -1) + alphabet[alphabet.indexOf(sealed.at(-1) ?? '') + 1];
  for (const spelling of [twin, `${sealed}=`, `${sealed}.`, `${sealed}.x`, ` ${sealed}`, `${sealed}\n`])
    expect(() => vault.open('x', spelling)).toThrow(SealedSecretError);
});
