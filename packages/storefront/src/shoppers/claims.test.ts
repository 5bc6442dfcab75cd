import { expect, it } from 'vitest';
import { createClaims } from './claims.ts';

const claimOf = createClaims((text) => text);

it('is the same for one mailbox in another case or way of writing', () => {
  expect(claimOf(' Ada@Shopper.example ')).toBe(claimOf('ada@shopper.example'));
  expect(claimOf('\u00c9lo@shopper.example')).toBe(claimOf('e\u0301lo@shopper.example'));
});

it.each(['\u212aim@shopper.example', 'kim@shopper.example\u1fef', 'k\u0456m@shopper.example'])(
  'is not another mailbox’s that only looks like it: %s',
  (email) =>
    expect([claimOf('kim@shopper.example'), claimOf('kim@shopper.example`')]).not.toContain(claimOf(email)),
);

it.each([null, undefined, '', '  \u00a0'])('is none of no email: %j', (email) =>
  expect(claimOf(email)).toBeUndefined(),
);
