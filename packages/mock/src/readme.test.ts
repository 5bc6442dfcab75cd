import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMock, type Mock } from './mock.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${ROOT}/README.md`, 'utf8');

let mock: Mock;

beforeAll(async () => {
  mock = await createMock();
});

afterAll(() => mock.close());

describe('the README', () => {
  it('has code that does what its comments say', () => {
    const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
    const args = ['--input-type=module-typescript', '--eval', code];
    const printed = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
    expect(printed.slice(0, 2)).toEqual(['LOCKED', '429']);
    expect(Number(printed[2])).toBeGreaterThan(0);
  });

  it('has addresses that answer as it says', async () => {
    const targets = [...readme.matchAll(/^\$ curl .*?127\.0\.0\.1:4010(\/[^\s']*)/gm)].map(
      ([, target]) => target,
    );
    expect(targets).toHaveLength(4);
    for (const target of targets.slice(0, 3)) {
      const answer = await fetch(`${mock.url}${target}`, { headers: { authorization: 'Bearer gvk_live_x' } });
      expect(answer.headers.get('genvoris-mock'), target).not.toBeNull();
    }
  });
});
