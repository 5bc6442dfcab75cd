import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../contract/repository.ts';
import { lintSpecs } from './lint-specs.ts';

const copies: string[] = [];

afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
});

type Change = [file: string, from: string | RegExp, to?: string];

/** A copy of the specs with something replaced, once; if it is not there, that is a mistake of the test. */
function broken(...[file, from, to = '']: Change): string {
  const root = mkdtempSync(join(tmpdir(), 'lint-specs-'));
  copies.push(root);
  // Only the specs that a case is about: all of them take ten times as long.
  const wanted = [
    'status.yaml',
    'tryon.yaml',
    file,
    ...(file.includes('storefront') ? ['storefront.yaml'] : []),
  ];
  const openapi = join(REPOSITORY, 'openapi');
  const filter = (path: string) =>
    dirname(path) !== openapi || !path.endsWith('.yaml') || wanted.includes(basename(path));
  cpSync(openapi, join(root, 'openapi'), { recursive: true, filter });
  const path = join(root, 'openapi', file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `${file} has no ${from}`).not.toBe(before);
  writeFileSync(path, after);
  return root;
}

/** What is said of each change, by the rule that says it. */
const CASES: Record<string, [says: RegExp, ...change: Change][]> = {
  'genvoris/enum-values': [
    [/no entry for ERROR/, 'shared/access.yaml', /^ {4}ERROR:/m, '    OTHER:'],
    [/OTHER is not a value/, 'shared/access.yaml', /^ {4}ERROR:/m, '    OTHER:'],
    [/free has no description/, 'shared/status.yaml', /free: \{ description: .*\}/, 'free: { note: none }'],
    [/enum Plan has no x-values/, 'shared/status.yaml', /(?<=enum: \[free, .*\n) {2}x-values:\n(.*\n){4}/],
  ],
  'genvoris/catalogued-enums': [
    [
      /is an enum without x-values/,
      'shared/status.yaml',
      /(?<=enum: \[per_tryon, .*\n) {2}x-values:\n(.*\n){3}/,
    ],
    [
      /monetizationModel allows per_year/,
      'shared/status.yaml',
      '[per_order, subscription]',
      '[per_year, per_order, subscription]',
    ],
    [
      /no field monetizationModel allows per_order/,
      'shared/status.yaml',
      '[per_order, subscription]',
      '[subscription]',
    ],
  ],
  'genvoris/named-examples': [
    [
      /500 of getStatus has no named example/,
      'shared/code-errors.yaml',
      /, examples: \{ internal_error: .*? \} \}/,
    ],
    [
      /the request body of createPlan has no named example of application\/json/,
      'v1.yaml',
      /(?<=operationId: createPlan[\s\S]*?CreatePlanRequest' \}\n) +examples:\n.*\n.*\n/,
    ],
    [
      /the envelope of onWebhookTest has no named example/,
      'v1.yaml',
      /(?<=operationId: onWebhookTest[\s\S]*?\n) +examples:\n +webhook\.test:\n.*\n.*\n/,
    ],
  ],
  'genvoris/documented-errors': [
    [/getStatus documents no 500/, 'status.yaml', / *'500': .*\n/],
    [/getStatus documents no 429/, 'status.yaml', / *'429': .*\n/],
    [/getStatus documents no 401/, 'status.yaml', / *'401': .*\n/],
  ],
  'genvoris/request-id': [
    [
      /429 of getStatus has no X-Request-Id/,
      'shared/code-errors.yaml',
      / {6}X-Request-Id: .*\n(?= {6}Retry-After)/,
    ],
  ],
  'genvoris/retry-after': [
    [/429 of getStatus has no Retry-After/, 'shared/code-errors.yaml', / {6}Retry-After: .*\n/],
  ],
  'genvoris/error-examples': [
    [
      /teapot shows cross_origin/,
      'shared/code-errors.yaml',
      'examples: { cross_origin',
      'examples: { teapot',
    ],
    [
      /too_tiny shows photo_rejected.too_small/,
      'shared/code-errors.yaml',
      'photo_rejected.too_small: { $ref',
      'photo_rejected.too_tiny: { $ref',
    ],
    [
      /cross_origin is answered with 403, not 402/,
      'status.yaml',
      /'402': .*\n/,
      "'402': { $ref: 'shared/code-errors.yaml#/responses/CodeCrossOrigin' }\n",
    ],
    [
      /domain_not_allowed translates to cross_origin, not internal_error/,
      'shared/storefront-errors.yaml',
      'code: cross_origin, error: domain_not_allowed',
      'code: internal_error, error: domain_not_allowed',
    ],
  ],
  'genvoris/described-fields': [
    [/field used has no description/, 'shared/status.yaml', 'description: Try-ons used in this period., '],
    [
      /field used has no example/,
      'shared/status.yaml',
      /(?<=Try-ons used in this period\.), examples: \[\d+\]/,
    ],
  ],
  'genvoris/bounded-fields': [
    [/field used has no minimum/, 'shared/status.yaml', /(?<=used: \{ type: integer, )minimum: 0, /],
    [/field message has no maxLength/, 'shared/status.yaml', 'type: string, maxLength: 500', 'type: string'],
    [/field images has no maxItems/, 'shared/photo.yaml', /minItems: 1\n +maxItems: 4\n/, 'minItems: 1\n'],
  ],
  'genvoris/shown-values': [
    [
      /no answer of any operation shows it/,
      'shared/access.yaml',
      /enum: \[ALLOWED,([\s\S]*?) {4}ERROR:\n/,
      'enum: [ALLOWED, PAUSED,$1    PAUSED: { ui: hidden, description: New. }\n    ERROR:\n',
    ],
  ],
  'genvoris/translated-words': [
    [
      /"nothing" is not an ErrorCode/,
      'shared/portal-errors.yaml',
      'storefront: cross_origin',
      'storefront: nothing',
    ],
  ],
  'genvoris/upstream-calls': [
    [
      /no operation getStatuses in status/,
      'storefront.yaml',
      'operationId: getStatus,',
      'operationId: getStatuses,',
    ],
    [/not sometimes/, 'storefront.yaml', 'when: always', 'when: sometimes'],
  ],
  'genvoris/known-models': [
    [/FREE is not a storefront model/, 'storefront.yaml', 'x-models: [PAY_PER_USE]', 'x-models: [FREE]'],
  ],
  'genvoris/stated-limits': [
    [/getStatus states no rate limit/, 'status.yaml', / *x-rate-limit: .*\n/],
    [/trackTryon takes a body and states no limit/, 'tryon-track.yaml', / *x-body-limit: .*\n/],
  ],
  'genvoris/valid-examples': [
    [/minimum at \/quota\/used/, 'shared/status.yaml', 'quota: { used: 1042,', 'quota: { used: -1042,'],
    [/format at \/quota\/resetsAt/, 'shared/status.yaml', /(?<=limit: 50, resetsAt: '2026)-12-01/, '-02-30'],
    [
      /minimum at \/variation_count/,
      'tryon-track.yaml',
      /variation_count: 4(?=, .* success: true, page_url)/,
      'variation_count: 0',
    ],
    [/pattern at the root/, 'shared/headers.yaml', "value: '60'", 'value: soon'],
    [/maximum|minimum/, 'shared/status.yaml', 'period., examples: [12]', 'period., examples: [-12]'],
  ],
  'genvoris/valid-schemas': [
    [
      /does not compile/,
      'shared/status.yaml',
      'used: { type: integer, minimum: 0',
      'used: { type: integer, minimum: zero',
    ],
  ],
  'genvoris/readable': [
    [/getStatus is taken by openapi\/status.yaml/, 'storefront.yaml', 'getStorefrontStatus', 'getStatus'],
  ],
  'operation-summary': [[/summary/, 'status.yaml', /^ {6}summary: .*\n/m]],
  'operation-description': [[/description/, 'tryon.yaml', /^ {6}description: Says whether.*\n/m]],
  'no-unused-components': [
    [
      /never used/,
      'tryon-track.yaml',
      '    TrackRequest:\n',
      '    Unused: { title: Unused, description: Unused., type: string }\n    TrackRequest:\n',
    ],
  ],
};

describe('lint-specs', { timeout: 30_000 }, () => {
  it('finds nothing wrong with the specs', async () => {
    const { specs, examples, problems } = await lintSpecs(REPOSITORY);
    expect(problems).toEqual([]);
    expect(specs).toBeGreaterThan(0);
    expect(examples).toBeGreaterThan(100);
  });

  const cases = Object.entries(CASES).flatMap(([rule, own]) => own.map((one) => ({ rule, one })));
  it.each(cases)('$rule says $one.0', async ({ rule, one: [message, ...change] }) => {
    const { problems } = await lintSpecs(broken(...change));
    expect(problems).toContainEqual(
      expect.objectContaining({ rule, message: expect.stringMatching(message) }),
    );
  });

  it('says where', async () => {
    const { problems } = await lintSpecs(
      broken('shared/status.yaml', /(?<=used: \{ type: integer, )minimum: 0, /),
    );
    const lines = readFileSync(join(REPOSITORY, 'openapi/shared/status.yaml'), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('used: { type: integer')) + 1;
    expect(problems).toContainEqual({
      rule: 'genvoris/bounded-fields',
      file: 'openapi/shared/status.yaml',
      at: `${line}:5`,
      message: 'the field used has no minimum',
    });
  });
});
