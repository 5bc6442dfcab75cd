import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DataFolderError } from '../storage/data-folder.ts';
import { ConfigError, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readConfig', () => {
  test('needs nothing for embedded storage, and keeps the secret it makes', () => {
    const first = readConfig({ GENVORIS_DATA: folder });
    expect(first).toMatchObject({ host: '127.0.0.1', port: 8787, database: { kind: 'pglite', folder } });
    expect(readConfig({ GENVORIS_DATA: folder }).secret).toBe(first.secret);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(first.secret);
    expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0);
  });

  test.each([
    ['PORT', 'eighty'],
    ['GENVORIS_DATA', 'postgres://db/portal'],
    ['GENVORIS_DATA', 'memory://'],
    ['PORT', '65536'],
    ['DATABASE_URL', 'mysql://localhost/portal'],
    ['DATABASE_URL', 'postgres://user:pass#word@db/portal'],
    ['GENVORIS_PUBLIC_URL', 'https://['],
    ['GENVORIS_PUBLIC_URL', 'portal.example'],
    ['GENVORIS_PUBLIC_URL', 'https://portal.example/?shop=1'],
    ['GENVORIS_PUBLIC_URL', 'https://user:password@portal.example'],
    ['GENVORIS_ENGINE_TOKEN', 'two\nlines'],
    ['GENVORIS_ENGINE_URL', 'ftp://model.example'],
    ['GENVORIS_PREVIOUS_SECRETS', 'short,shorter'],
    ['GENVORIS_SECRET', 'short'],
    ['GENVORIS_INTERNAL_SECRET', 'short'],
    ['GENVORIS_ISSUER', 'genvoris'],
    ['GENVORIS_TRUSTED_PROXIES', '-1'],
    ['GENVORIS_RATE_LIMIT_SCALE', 'none'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s if it is %j', (name, value) => {
    expect(() => readConfig({ GENVORIS_DATA: folder, [name]: value })).toThrow(name);
  });

  const at = (name: string) => join(folder, name);
  test.each<[string, string, () => void]>([
    ['is where nothing can be made', '/proc/x', () => {}],
    ['is a device', '/dev/null', () => {}],
    ['is in a device', '/dev/null/x', () => {}],
    ['is a file', at('file'), () => writeFileSync(at('file'), '')],
    ['is in a file', at('file/x'), () => writeFileSync(at('file'), '')],
    ['is a link to itself', at('loop'), () => symlinkSync(at('loop'), at('loop'))],
    ['is a link to nothing', at('nothing'), () => symlinkSync(at('gone'), at('nothing'))],
    ['has a name that is too long', at('x'.repeat(300)), () => {}],
    ['has a folder for a secret', at('odd'), () => mkdirSync(at('odd/secret'), { recursive: true })],
    [
      'has a secret that was cut off',
      at('cut'),
      () => {
        mkdirSync(at('cut'));
        writeFileSync(at('cut/secret'), '');
      },
    ],
  ])('names GENVORIS_DATA in one line if it %s', (_, data, make) => {
    make();
    const read = () => readConfig({ GENVORIS_DATA: data });
    expect(read).toThrow(DataFolderError);
    expect(read).toThrow(/^GENVORIS_DATA cannot be \S+: [^\n]+$/);
  });

  test.each(['secret', 'portal.pid', 'pglite/PG_VERSION'])(
    'reads no pipe and no device for its %s',
    (name) => {
      for (const make of [
        (path: string) => execFileSync('mkfifo', [path]),
        (path: string) => symlinkSync('/dev/zero', path),
      ]) {
        const data = mkdtempSync(at('odd-file-'));
        mkdirSync(dirname(join(data, name)), { recursive: true });
        make(join(data, name));
        expect(() => readConfig({ GENVORIS_DATA: data })).toThrow(/^GENVORIS_DATA cannot be .* is no file\./);
      }
    },
  );

  test('takes earlier secrets with or without spaces between them', () => {
    const [one, other] = ['1'.repeat(32), '2'.repeat(32)];
    const read = readConfig({ GENVORIS_DATA: folder, GENVORIS_PREVIOUS_SECRETS: `${one}, ${other},` });
    expect(read.previousSecrets).toEqual([one, other]);
  });

  test('names every variable that is wrong, and the missing secret of a shared database', () => {
    const read = () => readConfig({ DATABASE_URL: 'postgres://db/portal', PORT: '-1', LOG_LEVEL: 'x' });
    expect(read).toThrow(ConfigError);
    for (const name of ['GENVORIS_SECRET', 'PORT', 'LOG_LEVEL']) expect(read).toThrow(name);
  });

  test('never puts a secret into a message', () => {
    const secret = 'short-secret';
    try {
      readConfig({ GENVORIS_DATA: folder, GENVORIS_SECRET: secret, GENVORIS_INTERNAL_SECRET: secret });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(secret);
    }
  });
});
