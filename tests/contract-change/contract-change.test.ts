import { afterAll, beforeAll, expect, test } from 'vitest';
import { RepositoryCopy } from './repository-copy.ts';

const ACCESS = 'openapi/shared/access.yaml';
const CODE_ERRORS = 'openapi/shared/code-errors.yaml';
const TRANSLATION = 'openapi/shared/translation.yaml';
const OPERATION = `
      summary: Wave.
      description: Waves back.
      responses:
        '204': { description: Waved. }
`;
let copy: RepositoryCopy;

beforeAll(async () => {
  copy = await RepositoryCopy.create();
}, 60_000);
afterAll(() => copy?.remove());

// The tests build on one another: each goes one step further with the same additions.

test('a new access value and a new error code without a scenario fail the spec lint', async () => {
  await copy.edit(ACCESS, 'enum: [ALLOWED,', 'enum: [ALLOWED, HIBERNATING,');
  await copy.edit(
    ACCESS,
    '    ERROR:\n',
    '    HIBERNATING: { ui: sleep_notice, description: The store sleeps. }\n    ERROR:\n',
  );
  await copy.edit(CODE_ERRORS, 'enum: [invalid_api_key,', 'enum: [invalid_api_key, shop_closed,');
  await copy.edit(
    CODE_ERRORS,
    '    photo_rejected:\n',
    '    shop_closed: { status: 403, retryable: false, readsAs: LOCKED, message: The shop is closed., description: The shop is closed. }\n    photo_rejected:\n',
  );
  const { code, output } = await copy.node('packages/spec-tools/src/lint/main.ts');
  expect(code).toBe(1);
  expect(output).toContain('x-values/HIBERNATING');
  expect(output).toContain('x-values/shop_closed');
});

test('an error code without a storefront translation fails the generator', async () => {
  const { code, output } = await copy.node('packages/spec-tools/src/generate/main.ts');
  expect(code).toBe(1);
  expect(output).toContain('translation.yaml#/Translation/codes/shop_closed: is missing');
});

test('regenerating makes every place that has to handle the additions fail to compile, and no other', async () => {
  await copy.edit(
    TRANSLATION,
    '    photo_rejected: photo_rejected\n',
    '    photo_rejected: photo_rejected\n    shop_closed: internal_error\n',
  );
  await copy.edit(
    TRANSLATION,
    '  slow_drip:',
    '  wrong_charset: { storefront: upstream_unreachable, description: The body is not UTF-8. }\n  slow_drip:',
  );
  await copy.edit(
    'openapi/shared/code-errors.yaml',
    '\nexamples:\n',
    '\nexamples:\n  shop_closed: { summary: Closed., value: { code: shop_closed, message: The shop is closed. } }\n',
  );
  await copy.edit(
    'openapi/v1.yaml',
    '\npaths:\n',
    `\npaths:\n  /api/v1/wave:\n    get:\n      operationId: wave${OPERATION}`,
  );
  await copy.edit(
    'openapi/storefront.yaml',
    '\npaths:\n',
    `\npaths:\n  /wave:\n    get:\n      operationId: waveBack${OPERATION}`,
  );
  const generated = await copy.node('packages/spec-tools/src/generate/main.ts');
  expect(generated.output).toContain('changed');
  expect(generated.code).toBe(0);

  const errors = await copy.typeErrors();
  const isAbout = (word: string, error: string) => error.includes(`'${word}'`) || error.includes(`"${word}"`);
  const places = (word: string): string[] =>
    [
      ...new Set(errors.filter((error) => isAbout(word, error)).map((error) => error.replace(/\(.*/s, ''))),
    ].sort();
  expect({
    HIBERNATING: places('HIBERNATING'),
    sleep_notice: places('sleep_notice'),
    shop_closed: places('shop_closed'),
    wrong_charset: places('wrong_charset'),
    wave: places('wave'),
    waveBack: places('waveBack'),
  }).toEqual({
    HIBERNATING: [
      'apps/portal/src/domain/tryons/precheck.ts',
      'apps/portal/src/surfaces/dashboard/pages/access-line.ts',
      'packages/storefront/src/entitlements/shopper-view.ts',
      'packages/widget/src/view/view.ts',
    ],
    // A switch over the views, as a consumer has one.
    sleep_notice: ['packages/contract/src/contract.test-d.ts'],
    shop_closed: ['packages/widget/src/failure.ts'],
    wrong_charset: [
      'packages/mock/src/faults/faults.test.ts',
      'packages/mock/src/faults/handlers.ts',
      'packages/node/tests/faults.test.ts',
    ],
    wave: ['apps/portal/src/api/operations/index.ts'],
    waveBack: ['packages/storefront/src/operations/operations.ts'],
  });
  const words = ['HIBERNATING', 'sleep_notice', 'shop_closed', 'wrong_charset', 'wave', 'waveBack'];
  expect(errors.filter((error) => !words.some((word) => isAbout(word, error)))).toEqual([]);
}, 180_000);
