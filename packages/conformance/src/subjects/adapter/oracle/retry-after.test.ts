import { expect, it } from 'vitest';
import { expectedRetryAfter } from './retry-after.ts';

// What is sent on as it is; everything else becomes the contract's default.
it.each([
  '7',
  '0',
  '007',
  '999999999',
  'Sat, 21 Nov 2099 07:28:00 GMT',
  'Sat, 31 Oct 2026 07:28:60 GMT',
  'Sat, 31 Oct 2026 23:59:59 GMT',
  'Tue, 29 Feb 2028 00:00:00 GMT',
  // The weekday is told by the date, so that a wrong one misleads nobody.
  'Mon, 31 Oct 2026 07:28:00 GMT',
  'Fri, 31 Dec 9999 23:59:59 GMT',
])('gives %j as it is', (upstream) => {
  expect(expectedRetryAfter(upstream)).toBe(upstream);
});

it.each([
  undefined,
  '',
  'soon',
  '-5',
  '1.5',
  '1e9',
  ' 120',
  '9999999999',
  '99999999999999999999',
  'Sat, 45 Nov 2099 99:28:00 GMT',
  'Sat, 31 Nov 2026 07:28:00 GMT',
  'Sun, 00 Nov 2026 07:28:00 GMT',
  'Sun, 29 Feb 2026 07:28:00 GMT',
  'Sat, 31 Oct 2026 24:00:00 GMT',
  'Sat, 31 Oct 2026 07:60:00 GMT',
  'Sat, 31 Oct 2026 07:28:61 GMT',
  'Sat, 31 Okt 2026 07:28:00 GMT',
  'sat, 31 oct 2026 07:28:00 gmt',
  'Sat, 1 Oct 2026 07:28:00 GMT',
  'Sat, 31 Oct 2026 07:28:00',
  'Sat, 31 Oct 2026 07:28:00 +0100',
  '2026-10-31T07:28:00Z',
  'Saturday, 31-Oct-26 07:28:00 GMT',
  'Sat Oct 31 07:28:00 2026',
  'Sat, 31 Oct 0026 07:28:00 GMT',
])('gives %j as 60', (upstream) => {
  expect(expectedRetryAfter(upstream)).toBe('60');
});
