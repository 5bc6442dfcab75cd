import { expect, it } from 'vitest';
import { type DocumentedHeader, headerValue } from './header-value.ts';

const DATE = 'Fri, 20 Nov 2026 10:00:00 GMT';
const examples = [
  ['rate_limited', '60'],
  ['maintenance', DATE],
] as const;
const withDefault = [...examples, ['default', '1']] as const;

it.each<[is: string, DocumentedHeader, scenario: string | undefined, fromPrism: unknown, value?: string]>([
  ['named like the scenario', { required: true, examples }, 'maintenance', '60', DATE],
  ['named default otherwise', { required: false, examples: withDefault }, 'ALLOWED', '60', '1'],
  ['the first if required and no name fits', { required: true, examples }, 'ALLOWED', '60', '60'],
  ['none if the others belong to other scenarios', { required: false, examples }, 'ALLOWED', '60'],
  ["Prism's where there is none", { required: true, examples: [] }, undefined, 7, '7'],
  ['never the word null', { required: true, examples: [] }, undefined, null],
  ['the one without a name', { required: false, example: 0, examples: [] }, undefined, null, '0'],
])('the example that a header takes is %s', (_, header, scenario, fromPrism, value) => {
  expect(headerValue(header, scenario, fromPrism)).toBe(value);
});
