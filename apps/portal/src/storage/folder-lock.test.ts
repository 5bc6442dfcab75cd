import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a folder is had once, and again after it was given back', async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid}`);
  await unlock();
  await (await lockFolder(folder))();
});

test('the lock of a process that was killed does not keep anybody out', async () => {
  const child = spawn(process.execPath, ['--eval', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  writeFileSync(join(folder, 'portal.pid'), String(child.pid));
  await (await lockFolder(folder))();
});

test('the lock of a killed process that had the number of this one does not either', async () => {
  writeFileSync(join(folder, 'portal.pid'), String(process.pid));
  await (await lockFolder(folder))();
});
