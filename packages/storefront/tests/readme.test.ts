import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@genvoris/testing/loopback';
import { startNode } from '@genvoris/testing/node-process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEY, useUpstream } from './upstream.ts';

const FOLDER = new URL('../.genvoris/readme/', import.meta.url);
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = README.split(/^## /m).flatMap((section) => {
  const [, code] = /^```ts\n(.*?)^```/ms.exec(section) ?? [];
  return code === undefined ? [] : [{ title: section.slice(0, section.indexOf('\n')), code }];
});

const upstream = useUpstream();

beforeAll(() => void mkdirSync(FOLDER, { recursive: true }));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

test('the README has its examples', () => {
  expect(examples.map(({ title }) => title)).toEqual([
    'Express 5',
    'Fastify 5',
    'Plain Node',
    'Anything with `Request` and `Response`',
  ]);
});

test.each(examples)('the README’s example for $title runs', async ({ title, code }) => {
  const file = new URL(`${title.replace(/\W+/g, '-')}.ts`, FOLDER);
  writeFileSync(file, code);
  const port = await freePort();
  const program = startNode([file.pathname], {
    env: {
      ...process.env,
      PORT: String(port),
      GENVORIS_API_KEY: KEY,
      GENVORIS_BACKEND_URL: upstream.server.url,
      GENVORIS_PORTAL_URL: upstream.server.url,
    },
  });
  try {
    const [, mount] = /(?:use\(|basePath: |prefix: )'([^']+)'/.exec(code) ?? [];
    if (!code.includes('PORT')) {
      await program.ended;
      expect(program.said()).toBe('200 ALLOWED\n');
    } else {
      expect(await statusAt(`http://127.0.0.1:${port}${mount}/status`, program.said)).toMatchObject({
        access: 'ALLOWED',
      });
    }
  } finally {
    await program.stop('SIGKILL');
  }
});

async function statusAt(url: string, said: () => string): Promise<unknown> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      return await (await fetch(url)).json();
    } catch {
      await sleep(50);
    }
  }
  throw new Error(`nothing answers at ${url}: ${said()}`);
}
