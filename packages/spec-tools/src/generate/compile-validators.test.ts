import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { JsonObject } from '../contract/json.ts';
import { compileValidators } from './compile-validators.ts';

const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
afterAll(() => rmSync(folder, { recursive: true }));

function spec(name: string, schemas: JsonObject) {
  return { name, file: `openapi/${name}.yaml`, document: { components: { schemas } } };
}

it('compiles schemas that refer to themselves, to each other, and to those another spec shares', async () => {
  const list = (of: string) => ({ type: 'array', items: { $ref: `#/components/schemas/${of}` } });
  const Name = { type: 'string', maxLength: 3 };
  const first = spec('first', {
    Name,
    Tree: {
      type: 'object',
      properties: { name: { $ref: '#/components/schemas/Name' }, below: list('Tree') },
    },
    Egg: { type: 'object', properties: { hens: list('Hen') } },
    Hen: { type: 'object', properties: { eggs: list('Egg'), kind: { enum: ['brown', 'white'] } } },
  });
  const { files } = await compileValidators([first, spec('second', { Name })], []);
  for (const [name, source] of files) writeFileSync(join(folder, name), source);
  cpSync(join(import.meta.dirname, 'ajv-runtime.js'), join(folder, 'ajv-runtime.js'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

  expect([...files.keys()].sort()).toEqual(['first.d.ts', 'first.js', 'shared.d.ts', 'shared.js']);
  const { Tree, Egg } = await import(join(folder, 'first.js'));
  expect(Tree({ name: 'a', below: [{ name: 'b', below: [] }] })).toBe(true);
  expect(Tree({ below: [{ below: [{ name: 'long' }] }] })).toBe(false);
  expect(Tree.errors).toEqual([
    { instancePath: '/below/0/below/0/name', keyword: 'maxLength', params: { limit: 3 } },
  ]);
  expect(Egg({ hens: [{ eggs: [{ hens: [{ kind: 'blue' }] }] }] })).toBe(false);
  expect(Egg.errors).toEqual([
    {
      instancePath: '/hens/0/eggs/0/hens/0/kind',
      keyword: 'enum',
      params: { allowedValues: ['brown', 'white'] },
    },
  ]);
});

it('holds an object of many fields to them', async () => {
  const names = [...'abcdefghij'];
  const Wide = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name, { type: 'integer' }])),
  };
  const { files } = await compileValidators([spec('wide', { Wide })], []);
  for (const [name, source] of files) writeFileSync(join(folder, name), source);
  const compiled = await import(join(folder, 'wide.js'));
  expect(compiled.Wide({ a: 1, j: 2 })).toBe(true);
  expect(compiled.Wide({ a: 1, k: 2 })).toBe(false);
  expect(compiled.Wide({ a: 1, toString: 2 })).toBe(false);
});
