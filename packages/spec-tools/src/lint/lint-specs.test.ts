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

type Change = [file: string, from: string | RegExp, to: string];

/** A copy of the specs with each change made once; a change that finds nothing is a mistake of the test. */
function broken(...changes: Change[]): string {
  const root = mkdtempSync(join(tmpdir(), 'lint-specs-'));
  copies.push(root);
  // Only the specs that a case is about: all of them take ten times as long.
  const needed = changes.some(([file]) => file.includes('storefront')) ? ['storefront.yaml'] : [];
  const wanted = new Set(['status.yaml', 'tryon.yaml', ...needed, ...changes.map(([file]) => file)]);
  const openapi = join(REPOSITORY, 'openapi');
  const filter = (path: string) =>
    dirname(path) !== openapi || !path.endsWith('.yaml') || wanted.has(basename(path));
  cpSync(openapi, join(root, 'openapi'), { recursive: true, filter });
  for (const [file, from, to] of changes) {
    const path = join(root, 'openapi', file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    expect(after, `${file} has no ${from}`).not.toBe(before);
    writeFileSync(path, after);
  }
  return root;
}

const NEW_ACCESS: Change[] = [
  ['shared/access.yaml', 'enum: [ALLOWED,', 'enum: [ALLOWED, PAUSED,'],
  ['shared/access.yaml', '    ERROR:\n', '    PAUSED: { ui: hidden, description: New. }\n    ERROR:\n'],
];

const CASES: [rule: string, what: string, message: RegExp, ...changes: Change[]][] = [
  [
    'genvoris/enum-values',
    'a value without an entry',
    /no entry for ERROR/,
    ['shared/access.yaml', /^ {4}ERROR:/m, '    OTHER:'],
  ],
  [
    'genvoris/enum-values',
    'an entry without a value',
    /OTHER is not a value/,
    ['shared/access.yaml', /^ {4}ERROR:/m, '    OTHER:'],
  ],
  [
    'genvoris/enum-values',
    'an entry without a description',
    /free has no description/,
    ['shared/status.yaml', /free: \{ description: .*\}/, 'free: { note: none }'],
  ],
  [
    'genvoris/enum-values',
    'a named enum without entries',
    /enum Plan has no x-values/,
    ['shared/status.yaml', /( {2}enum: \[free, .*\n) {2}x-values:\n(.*\n){4}/, '$1'],
  ],
  [
    'genvoris/catalogued-enums',
    'a shared enum without entries, even if no spec refers to it',
    /is an enum without x-values/,
    ['shared/status.yaml', /( {2}enum: \[per_tryon, .*\n) {2}x-values:\n(.*\n){3}/, '$1'],
  ],
  [
    'genvoris/catalogued-enums',
    'a field that allows what its catalogue does not have',
    /monetizationModel allows per_year/,
    ['shared/status.yaml', 'enum: [per_order, subscription]', 'enum: [per_year, per_order, subscription]'],
  ],
  [
    'genvoris/catalogued-enums',
    'a field that leaves out a value of its catalogue',
    /no field monetizationModel allows per_order/,
    ['shared/status.yaml', 'enum: [per_order, subscription]', 'enum: [subscription]'],
  ],
  [
    'genvoris/named-examples',
    'a response without examples',
    /500 of getStatus has no named example/,
    ['shared/code-errors.yaml', /, examples: \{ internal_error: .*? \} \}/, ''],
  ],
  [
    'genvoris/named-examples',
    'a request body without an example',
    /the request body of createPlan has no named example of application\/json/,
    ['v1.yaml', /(operationId: createPlan[\s\S]*?CreatePlanRequest' \})\n +examples:\n.*\n.*\n/, '$1\n'],
  ],
  [
    'genvoris/named-examples',
    'an event without an example',
    /the envelope of onWebhookTest has no named example/,
    ['v1.yaml', /(operationId: onWebhookTest[\s\S]*?)\n +examples:\n +webhook\.test:\n.*\n.*\n/, '$1\n'],
  ],
  [
    'genvoris/documented-errors',
    'an operation without its 500',
    /getStatus documents no 500/,
    ['status.yaml', / *'500': .*\n/, ''],
  ],
  [
    'genvoris/documented-errors',
    'a limited operation without its 429',
    /getStatus documents no 429/,
    ['status.yaml', / *'429': .*\n/, ''],
  ],
  [
    'genvoris/documented-errors',
    'a secured operation without its 401',
    /getStatus documents no 401/,
    ['status.yaml', / *'401': .*\n/, ''],
  ],
  [
    'genvoris/request-id',
    'an answer without X-Request-Id',
    /429 of getStatus has no X-Request-Id/,
    ['shared/code-errors.yaml', / {6}X-Request-Id: .*\n {6}Retry-After/, '      Retry-After'],
  ],
  [
    'genvoris/retry-after',
    'a 429 without Retry-After',
    /429 of getStatus has no Retry-After/,
    ['shared/code-errors.yaml', / {6}Retry-After: .*\n/, ''],
  ],
  [
    'genvoris/error-examples',
    'an example with another name than its word',
    /teapot shows cross_origin/,
    ['shared/code-errors.yaml', 'examples: { cross_origin: {', 'examples: { teapot: {'],
  ],
  [
    'genvoris/error-examples',
    'an example without its reason in the name',
    /too_tiny shows photo_rejected.too_small/,
    ['shared/code-errors.yaml', 'photo_rejected.too_small: { $ref', 'photo_rejected.too_tiny: { $ref'],
  ],
  [
    'genvoris/error-examples',
    'a word under another status',
    /cross_origin is answered with 403, not 402/,
    ['status.yaml', /'402': .*\n/, "'402': { $ref: 'shared/code-errors.yaml#/responses/CodeCrossOrigin' }\n"],
  ],
  [
    'genvoris/error-examples',
    'a portal word beside another code than its translation',
    /domain_not_allowed translates to cross_origin, not internal_error/,
    [
      'shared/storefront-errors.yaml',
      'code: cross_origin, error: domain_not_allowed',
      'code: internal_error, error: domain_not_allowed',
    ],
  ],
  [
    'genvoris/described-fields',
    'a field that says nothing',
    /field used has no description/,
    ['shared/status.yaml', 'description: Try-ons used in this period., ', ''],
  ],
  [
    'genvoris/described-fields',
    'a field that shows no value',
    /field used has no example/,
    ['shared/status.yaml', /(description: Try-ons used in this period\.), examples: \[\d+\]/, '$1'],
  ],
  [
    'genvoris/bounded-fields',
    'a number without a smallest',
    /field used has no minimum/,
    ['shared/status.yaml', 'used: { type: integer, minimum: 0, ', 'used: { type: integer, '],
  ],
  [
    'genvoris/bounded-fields',
    'a text without a longest',
    /field message has no maxLength/,
    ['shared/status.yaml', 'type: string, maxLength: 500', 'type: string'],
  ],
  [
    'genvoris/bounded-fields',
    'a list without a longest',
    /field images has no maxItems/,
    ['shared/photo.yaml', /minItems: 1\n +maxItems: 4\n/, 'minItems: 1\n'],
  ],
  [
    'genvoris/shown-values',
    'an access value without an example',
    /no answer of any operation shows it/,
    ...NEW_ACCESS,
  ],
  [
    'genvoris/translated-words',
    'a portal word without a storefront code',
    /"nothing" is not an ErrorCode/,
    ['shared/portal-errors.yaml', 'storefront: cross_origin', 'storefront: nothing'],
  ],
  [
    'genvoris/upstream-calls',
    'a call to an operation that is not there',
    /no operation getStatuses in status/,
    ['storefront.yaml', 'operationId: getStatus,', 'operationId: getStatuses,'],
  ],
  [
    'genvoris/upstream-calls',
    'a call at an unknown time',
    /not sometimes/,
    ['storefront.yaml', 'when: always', 'when: sometimes'],
  ],
  [
    'genvoris/known-models',
    'a model that is not there',
    /FREE is not a storefront model/,
    ['storefront.yaml', 'x-models: [PAY_PER_USE]', 'x-models: [FREE]'],
  ],
  [
    'genvoris/stated-limits',
    'an operation without a rate limit',
    /getStatus states no rate limit/,
    ['status.yaml', / *x-rate-limit: .*\n/, ''],
  ],
  [
    'genvoris/stated-limits',
    'a body without a limit',
    /trackTryon takes a body and states no limit/,
    ['tryon-track.yaml', / *x-body-limit: .*\n/, ''],
  ],
  [
    'genvoris/valid-examples',
    'a body that breaks its schema',
    /minimum at \/quota\/used/,
    ['shared/status.yaml', 'quota: { used: 1042,', 'quota: { used: -1042,'],
  ],
  [
    'genvoris/valid-examples',
    'a time that does not exist',
    /format at \/quota\/resetsAt/,
    [
      'shared/status.yaml',
      "limit: 50, resetsAt: '2026-12-01T00:00:00Z'",
      "limit: 50, resetsAt: '2026-02-30T00:00:00Z'",
    ],
  ],
  [
    'genvoris/valid-examples',
    'a request body that breaks its schema',
    /minimum at \/variation_count/,
    [
      'tryon-track.yaml',
      'variation_count: 4, generation_time_ms: 1820, success: true, page_url',
      'variation_count: 0, generation_time_ms: 1820, success: true, page_url',
    ],
  ],
  [
    'genvoris/valid-examples',
    'a header that breaks its schema',
    /pattern at the root/,
    ['shared/headers.yaml', "rate_limited: { value: '60' }", 'rate_limited: { value: soon }'],
  ],
  [
    'genvoris/valid-examples',
    'an example beside a schema that breaks it',
    /maximum|minimum/,
    [
      'shared/status.yaml',
      'Try-ons used in this period., examples: [12]',
      'Try-ons used in this period., examples: [-12]',
    ],
  ],
  [
    'genvoris/valid-schemas',
    'a schema that does not compile',
    /does not compile/,
    ['shared/status.yaml', 'used: { type: integer, minimum: 0', 'used: { type: integer, minimum: zero'],
  ],
  [
    'genvoris/readable',
    'an operationId that two specs use',
    /getStatus is taken by openapi\/status.yaml/,
    ['storefront.yaml', 'operationId: getStorefrontStatus', 'operationId: getStatus'],
  ],
  [
    'operation-summary',
    'an operation without a summary',
    /summary/,
    ['status.yaml', /^ {6}summary: .*\n/m, ''],
  ],
  [
    'operation-description',
    'an operation without a description',
    /description/,
    ['tryon.yaml', /^ {6}description: Says whether.*\n/m, ''],
  ],
  [
    'no-unused-components',
    'a schema nothing uses',
    /never used/,
    [
      'tryon-track.yaml',
      '    TrackRequest:\n',
      '    Unused: { title: Unused, description: Unused., type: string }\n    TrackRequest:\n',
    ],
  ],
];

describe('lint-specs', { timeout: 30_000 }, () => {
  it('finds nothing wrong with the specs', async () => {
    const { specs, examples, problems } = await lintSpecs(REPOSITORY);
    expect(problems).toEqual([]);
    expect(specs).toBeGreaterThan(0);
    expect(examples).toBeGreaterThan(100);
  });

  it.each(CASES)('%s refuses %s', async (rule, _, message, ...changes) => {
    const { problems } = await lintSpecs(broken(...changes));
    expect(problems).toContainEqual(
      expect.objectContaining({ rule, message: expect.stringMatching(message) }),
    );
  });

  it('says where', async () => {
    const { problems } = await lintSpecs(
      broken(['shared/status.yaml', 'used: { type: integer, minimum: 0, ', 'used: { type: integer, ']),
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
