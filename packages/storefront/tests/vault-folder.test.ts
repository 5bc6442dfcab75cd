import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createVaultFolder } from '../src/hosts/vault-folder.ts';

async function newFolder() {
  const parent = await mkdtemp(join(tmpdir(), 'genvoris-vault-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  return join(parent, 'vault');
}

test('a folder’s records are for its user alone, and nothing else is left in it', async () => {
  const folder = await newFolder();
  const records = createVaultFolder(folder);
  expect(await records.get('api-key')).toBeUndefined();
  expect(await records.delete('api-key')).toBe(false);
  expect(await records.set('api-key', 'one')).toBe(true);
  expect(await records.set('api-key', 'two')).toBe(true);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'api-key'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['api-key']);
  expect(await readFile(join(folder, 'api-key'), 'utf8')).toBe('two\n');
});

test('of all who delete a record one is told so; of all who replace it one does', async () => {
  const folder = await newFolder();
  const processes = Array.from({ length: 8 }, () => createVaultFolder(folder));
  await processes[0]?.set('state', 'one');
  const replaced = await Promise.all(processes.map((records, n) => records.set('state', `by ${n}`, 'one')));
  expect(replaced.filter(Boolean)).toHaveLength(1);
  const deleted = await Promise.all(processes.map((records) => records.delete('state')));
  expect(deleted.filter(Boolean)).toHaveLength(1);
  expect(await readdir(folder)).toEqual([]);
});

test('what a process left that died while it wrote holds nobody up', async () => {
  const folder = await newFolder();
  const records = createVaultFolder(folder);
  await records.set('api-key', 'one');
  const lock = join(folder, 'api-key~lock');
  await writeFile(lock, '');
  await utimes(lock, new Date(0), new Date(0));
  expect(await records.set('api-key', 'two')).toBe(true);
  expect((await records.get('api-key'))?.trim()).toBe('two');
});

test('a name leads nowhere else', async () => {
  const records = createVaultFolder(await newFolder());
  for (const name of ['../api-key', '..', '/etc/passwd', 'a/b', 'api-key~lock'])
    await expect(async () => records.set(name, 'x')).rejects.toThrow(TypeError);
});
