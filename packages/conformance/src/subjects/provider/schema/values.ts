import { type SchemaNode, typesOf } from './nodes.ts';

export interface NamedValue {
  readonly name: string;
  readonly value: unknown;
}

const WRONG_TYPES: Readonly<Record<string, unknown>> = {
  string: 'a text',
  number: 1.5,
  boolean: true,
  array: ['a list'],
  object: { an: 'object' },
  null: null,
};

/** Values that break a schema, one for each of its keywords and each type it is not. */
export function badValues(node: SchemaNode): NamedValue[] {
  const types = typesOf(node);
  const values: NamedValue[] = [];
  for (const [type, value] of Object.entries(WRONG_TYPES)) {
    const fits = types.includes(type) || (type === 'number' && types.includes('number'));
    if (!fits) values.push({ name: `${type === 'number' ? 'fraction' : type}-instead`, value });
  }
  if (types.includes('integer')) values.push({ name: 'digits-as-text', value: '12' });
  if (types.includes('boolean')) values.push({ name: 'word-as-text', value: 'true' });
  const { minLength, maxLength, pattern, format, minimum, maximum, minItems, items } = node;
  if (minLength !== undefined && minLength > 0)
    values.push({ name: 'too-short', value: 'a'.repeat(minLength - 1) });
  if (maxLength !== undefined) values.push({ name: 'too-long', value: textOf(node, maxLength + 1) });
  if (pattern !== undefined) values.push({ name: 'off-pattern', value: '§ not of this form §' });
  if (format !== undefined) values.push({ name: 'off-format', value: 'not of this format' });
  if (node.enum !== undefined) values.push({ name: 'not-in-the-list', value: 'NO_SUCH_VALUE' });
  if (node.const !== undefined) values.push({ name: 'not-the-constant', value: 'no_such_value' });
  if (minimum !== undefined) values.push({ name: 'below-minimum', value: minimum - 1 });
  if (maximum !== undefined) values.push({ name: 'above-maximum', value: maximum + 1 });
  if (types.includes('integer')) values.push({ name: 'beyond-integers', value: 1e300 });
  if (minItems !== undefined && minItems > 0) values.push({ name: 'too-few', value: [] });
  if (items !== undefined) values.push({ name: 'foreign-item', value: ['no such item', 7] });
  return values;
}

/** Values exactly at the bounds of a schema. */
export function boundValues(node: SchemaNode): NamedValue[] {
  const types = typesOf(node);
  const values: NamedValue[] = [];
  const { minLength, maxLength, minimum, maximum } = node;
  if (types.includes('string') && minLength !== undefined)
    values.push({ name: 'shortest', value: textOf(node, minLength) });
  if (maxLength !== undefined) values.push({ name: 'longest', value: textOf(node, maxLength) });
  // Lengths are counted in characters, not in UTF-16 units or bytes.
  if (maxLength !== undefined && node.format === undefined && node.pattern === undefined)
    values.push({ name: 'longest-beyond-latin', value: '🧥'.repeat(maxLength) });
  if (minimum !== undefined) values.push({ name: 'smallest', value: minimum });
  if (maximum !== undefined) values.push({ name: 'largest', value: maximum });
  for (const value of node.enum ?? []) values.push({ name: `of-the-list.${value}`, value });
  if (types.includes('null')) values.push({ name: 'null', value: null });
  return values;
}

/** Values that no schema forbids and that programs trip over. */
export function awkwardValues(node: SchemaNode): NamedValue[] {
  if (!typesOf(node).includes('string') || node.enum !== undefined || node.const !== undefined) return [];
  if (node.format !== undefined || node.pattern !== undefined) return [];
  return [
    { name: 'nul', value: 'a\u0000b' },
    { name: 'lone-surrogate', value: 'a\ud800b' },
    { name: 'sql', value: "x'); drop table stores; --" },
    { name: 'markup', value: '<script>alert(1)</script>' },
    { name: 'right-to-left', value: '\u202eabc' },
    { name: 'spaces', value: '   ' },
  ];
}

/** A text of this many characters in the schema's form. */
function textOf({ format, examples, pattern }: SchemaNode, length: number): string {
  if (format === 'uri') return `https://shop.example/${'a'.repeat(Math.max(0, length - 21))}`;
  if (format === 'email') return emailOf(length);
  const [example] = examples ?? [];
  if (pattern !== undefined && typeof example === 'string')
    return example.padEnd(length, 'a').slice(0, length);
  return 'a'.repeat(length);
}

/** Labels and local parts of an address have limits of their own. */
function emailOf(length: number): string {
  const domain = `${`${'d'.repeat(40)}.`.repeat(5)}example`;
  const left = length - domain.length - 1;
  return left > 0 && left <= 64
    ? `${'a'.repeat(left)}@${domain}`
    : `${'a'.repeat(Math.max(1, length - 13))}@shop.example`;
}
