import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Each import that must be refused: the rule that names it, the file that has it, and the import. */
const broken: [rule: string, file: string, source: string][] = [
  ['contract-imports-nothing', 'packages/contract/src/clock.ts', "import 'node:timers';"],
  ['contract-imports-nothing', 'packages/contract/src/yaml.ts', "import type { Document } from 'library';"],
  ['http-uses-web-apis', 'packages/http/src/address.ts', "import 'node:net';"],
  ['http-uses-web-apis', 'packages/http/src/code.ts', "import '@genvoris/contract';"],
  ['widget-is-browser-safe', 'packages/widget/src/disk.ts', "import 'node:fs';"],
  ['widget-is-browser-safe', 'packages/widget/src/client.ts', "import '@genvoris/node';"],
  ['node-reaches-only-contract-and-http', 'packages/node/src/shop.ts', "import '@genvoris/storefront';"],
  ['mock-reaches-only-contract-and-http', 'packages/mock/src/client.ts', "import '@genvoris/node';"],
  [
    'conformance-reaches-only-contract-and-mock',
    'packages/conformance/src/adapter.ts',
    "import '@genvoris/storefront';",
  ],
  [
    'rooms-go-down: core of packages/conformance',
    'packages/conformance/src/core/run.ts',
    "import '../subjects/page/index.ts';",
  ],
  [
    'subjects-do-not-know-each-other',
    'packages/conformance/src/subjects/page/index.ts',
    "import '../client/index.ts';",
  ],
  ['spec-tools-reaches-only-itself', 'packages/spec-tools/src/lint.ts', "import '@genvoris/contract';"],
  [
    'storefront-reaches-only-contract-and-http-and-node',
    'packages/storefront/src/fake.ts',
    "import '@genvoris/mock';",
  ],
  [
    'ledger-reaches-only-contract-and-storefront',
    'packages/ledger/src/client.ts',
    "import '@genvoris/node';",
  ],
  [
    'rooms-go-down: book of packages/ledger',
    'packages/ledger/src/book/row.ts',
    "import '../storage/rows.ts';",
  ],
  ['storefront-has-no-transport-of-its-own', 'packages/storefront/src/http.ts', "import 'undici';"],
  ['storefront-core-uses-web-apis', 'packages/storefront/src/hash.ts', "import 'node:crypto';"],
  [
    'rooms-go-down: core of packages/storefront',
    'packages/storefront/src/core/which.ts',
    "import '../hosts/node.ts';",
  ],
  [
    'rooms-go-down: platforms of packages/storefront',
    'packages/storefront/src/platforms/shop.ts',
    "import '../hosts/node.ts';",
  ],
  ['rooms-go-down: foundation of apps/portal', 'apps/portal/src/foundation/a.ts', "import '../api/b.ts';"],
  ['rooms-go-down: images of apps/portal', 'apps/portal/src/images/a.ts', "import '../storage/b.ts';"],
  [
    'rooms-go-down: api of apps/portal',
    'apps/portal/src/api/http/a.ts',
    "import type { B } from '../../runtime/b.ts';",
  ],
  ['rooms-go-down: domain of apps/portal', 'apps/portal/src/domain/a.ts', "import '../index.ts';"],
  ['design-knows-nothing-of-ours', 'packages/design/src/words.ts', "import '@genvoris/contract';"],
  ['testing-is-for-tests', 'packages/node/src/start.ts', "import '@genvoris/testing';"],
  ['testing-knows-nothing-of-ours', 'packages/testing/src/open.ts', "import '@genvoris/node';"],
  ['packages-are-below-apps', 'packages/mock/src/shop.ts', "import '../../../apps/shop/src/index.ts';"],
  ['apps-do-not-import-each-other', 'apps/shop/src/docs.ts', "import '../../docs/src/index.ts';"],
  ['published-entry-points-only', 'apps/shop/src/inside.ts', "import '../../../packages/node/src/inner.ts';"],
  ['imports-resolve', 'apps/shop/src/deep.ts', "import '@genvoris/node/src/inner.ts';"],
  ['tests-stay-tests', 'packages/node/src/probe.ts', "import './probe.test.ts';"],
  ['no-circles', 'packages/node/src/egg.ts', "import './hen.ts';"],
  ['no-circles', 'packages/node/src/owner.ts', "import type { Shape } from './shape.ts';"],
];

/** Folders that reach each other, with no file in a circle; the first named is where the rule finds it. */
const roundabout: [folder: string, file: string, source: string][] = [
  ['packages/mock/src/up', 'packages/mock/src/up/a.ts', "import '../down/b.ts';"],
  ['packages/mock/src/down', 'packages/mock/src/down/c.ts', "import '../up/d.ts';"],
  ['apps/shop/src/pages', 'apps/shop/src/pages/e.ts', "import type { F } from '../rows/f.ts';"],
  ['apps/shop/src/rows', 'apps/shop/src/rows/g.ts', "import type { H } from '../pages/h.ts';"],
];

const sound: [file: string, source: string][] = [
  ['packages/contract/src/index.ts', 'export {};'],
  ['packages/http/src/index.ts', 'export {};'],
  [
    'packages/node/src/index.ts',
    "import '@genvoris/contract'; import '@genvoris/http'; import 'undici'; import 'node:crypto';",
  ],
  ['packages/node/src/inner.ts', 'export {};'],
  ['packages/testing/src/index.ts', "import 'node:net';"],
  ['packages/node/src/index.test.ts', "import '@genvoris/testing';"],
  ['packages/node/src/hen.ts', "import './egg.ts';"],
  ['packages/node/src/shape.ts', "import type { Owner } from './owner.ts';"],
  ['packages/node/src/probe.test.ts', "import '@genvoris/contract';"],
  ['packages/mock/src/index.ts', "import '@genvoris/contract'; import '@genvoris/http';"],
  ['packages/mock/src/down/b.ts', 'export {};'],
  ['packages/mock/src/up/d.ts', 'export {};'],
  ['apps/shop/src/rows/f.ts', 'export interface F {}'],
  ['apps/shop/src/pages/h.ts', 'export interface H {}'],
  ['packages/conformance/src/index.ts', "import '@genvoris/mock'; import '@genvoris/contract';"],
  ['packages/conformance/src/subjects/client/index.ts', "import '../../core/report.ts';"],
  ['packages/conformance/src/core/report.ts', 'export {};'],
  ['packages/widget/src/index.ts', "import '@genvoris/contract'; import '@genvoris/http';"],
  ['packages/storefront/src/index.ts', "import '@genvoris/node'; import '@genvoris/contract';"],
  ['packages/storefront/src/index.test.ts', "import '@genvoris/mock'; import 'node:http';"],
  ['packages/storefront/src/core/core.ts', 'export {};'],
  ['packages/storefront/src/hosts/node.ts', "import '../core/core.ts'; import 'node:http';"],
  ['packages/ledger/src/storage/rows.ts', "import type { Ledger } from '@genvoris/storefront';"],
  ['apps/portal/src/index.ts', 'export {};'],
  ['apps/portal/src/storage/b.ts', 'export {};'],
  ['apps/portal/src/runtime/b.ts', 'export interface B {}'],
  ['apps/portal/src/api/b.ts', "import '../storage/b.ts';"],
  ['apps/docs/src/index.ts', "import '@genvoris/contract';"],
  ['apps/shop/src/index.ts', "import '@genvoris/storefront'; import '@genvoris/mock';"],
  ['tests/whole.ts', "import '@genvoris/conformance'; import '@genvoris/storefront';"],
];

interface Violation {
  rule: { name: string };
  from: string;
}

let copy: string;
let violations: Violation[];

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'genvoris-layers-'));
  for (const [file, source] of sound) write(file, source);
  for (const [, file, source] of [...broken, ...roundabout]) write(file, source);
  const linked = { name: '', type: 'module', exports: { '.': './src/index.ts' } };
  for (const name of ['contract', 'http', 'node', 'mock', 'conformance', 'widget', 'storefront', 'testing']) {
    write(`packages/${name}/package.json`, JSON.stringify({ ...linked, name: `@genvoris/${name}` }));
    mkdirSync(join(copy, 'node_modules', '@genvoris'), { recursive: true });
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules', '@genvoris', name));
  }
  for (const name of ['undici', 'library']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, exports: './index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  const depcruise = join(root, 'node_modules', '.bin', 'depcruise');
  violations = ['.dependency-cruiser.mjs', '.dependency-cruiser.folders.mjs'].flatMap((config) => {
    const args = ['--config', join(root, config), '--output-type', 'json', 'packages', 'apps', 'tests'];
    return JSON.parse(execFileSync(depcruise, args, { cwd: copy, encoding: 'utf8' })).summary.violations;
  });
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the layers', () => {
  it.each(broken)('%s refuses it in %s', (rule, file) => {
    expect(violations).toContainEqual(
      expect.objectContaining({ from: file, rule: expect.objectContaining({ name: rule }) }),
    );
  });

  it.each(roundabout)('%s may not be reached from a folder below it', (folder) => {
    expect(violations).toContainEqual(
      expect.objectContaining({ from: folder, rule: expect.objectContaining({ name: 'folders-go-down' }) }),
    );
  });

  it('let through what follows the arrows', () => {
    const files = new Set(sound.map(([file]) => file));
    const refused = violations.filter(({ from, rule }) => files.has(from) && rule.name !== 'no-circles');
    expect(refused).toEqual([]);
  });
});

function write(file: string, source: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), source);
}
