import { describe, expect, it } from 'vitest';
import { isNestedWithin, JSON_NESTING } from './json-nesting.ts';

const nest = (levels: number, inside = '1') => '['.repeat(levels) + inside + ']'.repeat(levels);

describe('isNestedWithin', () => {
  it.each([
    ['a text without brackets', '"a"'],
    ['as many levels as are allowed', nest(JSON_NESTING)],
    ['brackets beside each other', `[${'[],{},'.repeat(1_000)}0]`],
    ['brackets in a text', `"${'['.repeat(1_000)}"`],
    ['brackets in a key', `{"${'{'.repeat(1_000)}":1}`],
    ['brackets behind an escaped quote', `"\\"${'['.repeat(1_000)}"`],
    ['what was closed too often', `${']'.repeat(9)}1`],
  ])('takes %s', (_, text) => expect(isNestedWithin(text)).toBe(true));

  it.each([
    ['one level more', nest(JSON_NESTING + 1)],
    ['objects', '{"a":'.repeat(JSON_NESTING + 1)],
    ['both by turns', '[{"a":'.repeat(JSON_NESTING)],
    ['levels behind a text that ends in a backslash', `["\\\\",${nest(JSON_NESTING)}]`],
    ['a million levels', '['.repeat(1_000_000)],
  ])('refuses %s', (_, text) => expect(isNestedWithin(text)).toBe(false));
});
