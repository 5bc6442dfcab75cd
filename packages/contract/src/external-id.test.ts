import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExternalId, parseExternalId } from './external-id.ts';
import { EXTERNAL_ID, EXTERNAL_ID_PLATFORMS } from './gen/catalogue.ts';

const platform = fc.constantFrom(...EXTERNAL_ID_PLATFORMS);
// One line of at most 200 code points, so that any prefix fits before it.
const id = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 50 })
  .filter((text) => !/[\n\r\u2028\u2029]/.test(text));

describe('external ids', () => {
  it('have exactly the five documented prefixes', () => {
    const prefixes = EXTERNAL_ID_PLATFORMS.map((name) => EXTERNAL_ID[name].prefix);
    expect(prefixes).toEqual(['shopify_', 'wp_', 'woocommerce_', 'laravel_', 'external_']);
  });

  it.each(EXTERNAL_ID_PLATFORMS)('are read as the catalogue shows them: %s', (name) => {
    expect(parseExternalId(EXTERNAL_ID[name].example)).toMatchObject({ ok: true, platform: name });
  });

  it('come apart as they were put together', () => {
    fc.assert(
      fc.property(platform, id, (name, text) => {
        expect(parseExternalId(buildExternalId(name, text))).toEqual({ ok: true, platform: name, id: text });
      }),
    );
  });

  it('take whole numbers', () => {
    expect(buildExternalId('wordpress', 42)).toBe('wp_42');
    expect(buildExternalId('shopify', 0)).toBe('shopify_0');
    expect(buildExternalId('shopify', 9_007_199_254_740_993n)).toBe('shopify_9007199254740993');
  });

  it('keep what follows the prefix, further underscores and prefixes too', () => {
    expect(parseExternalId('external_wp_42')).toEqual({ ok: true, platform: 'external', id: 'wp_42' });
  });

  it('with any other beginning are refused by name, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseExternalId(text);
        const known = EXTERNAL_ID_PLATFORMS.some((name) => text.startsWith(EXTERNAL_ID[name].prefix));
        if (!known) expect(parsed.ok).toBe(false);
      }),
    );
    expect(parseExternalId('magento_42')).toEqual({
      ok: false,
      message:
        '"magento_42" is not an external id: it must start with one of shopify_, wp_, woocommerce_, laravel_, external_',
    });
  });

  it.each([
    [''],
    ['wp_'],
    ['wp-42'],
    ['WP_42'],
    [' wp_42'],
    ['wp_4\n2'],
    [`wp_${'4'.repeat(253)}`],
    [42],
    [null],
    [undefined],
    [{}],
    [Symbol('x')],
  ])('refuse %j', (value) => {
    expect(parseExternalId(value).ok).toBe(false);
  });

  it('with a known beginning are refused for what is wrong behind it', () => {
    expect(parseExternalId('wp_')).toMatchObject({
      message: expect.stringContaining('fewer than 4 characters'),
    });
    expect(parseExternalId(`wp_${'4'.repeat(253)}`)).toMatchObject({
      message: expect.stringContaining('more than 255 characters'),
    });
  });

  it.each([
    [''],
    ['a\nb'],
    ['x'.repeat(256)],
    ['a\0b'],
    ['a\u007fb'],
    ['\ufeffa'],
    ['\ud83e'],
    [2 ** 53],
    [1.5],
    [-1],
    [Number.NaN],
    [null],
    [{ id: 1 }],
  ])('are not built from %j', (value) => {
    expect(() => buildExternalId('laravel', value as string)).toThrow(TypeError);
  });

  it('are not built for a platform nobody knows, and the error names it', () => {
    expect(() => buildExternalId('magento' as 'shopify', 1)).toThrow('"magento" is not a platform');
    expect(() => buildExternalId('constructor' as 'shopify', 1)).toThrow('"constructor" is not a platform');
  });

  it('name a broken input in the error', () => {
    expect(() => buildExternalId('wordpress', 1.5)).toThrow('1.5 is not an id');
    expect(() => buildExternalId('wordpress', -1n)).toThrow('-1 is not an id');
    expect(() => buildExternalId('wordpress', '')).toThrow('"" is not an id of wordpress');
  });
});
