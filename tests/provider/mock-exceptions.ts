const STATELESS = 'The mock keeps no state: what was created or spent is not found again.';
const ANY_KEY = 'Any key that names no scenario gets the default answer, whoever it is said to be.';
const COERCED = 'Prism reads an empty or hexadecimal text as a number.';

/** What the mock is known not to do (packages/mock/README.md says the same to its users). */
export const MOCK_EXCUSED: Readonly<Record<string, string>> = {
  '*/request/credentials.key.*': ANY_KEY,
  '*/request/credentials.header-key.*': ANY_KEY,
  '*/request/credentials.query-key.*': ANY_KEY,
  '*/request/credentials.body-key.*': ANY_KEY,
  '*/request/credentials.secret.*': ANY_KEY,
  '*/request/unknown-id.*': STATELESS,
  '*/request/invalid.Idempotency-Key.empty': 'An empty header is taken for one that is not there.',
  '*/request/invalid.externalId.empty': 'An empty parameter is taken for one that is not there.',
  '*/request/invalid.limit.empty': COERCED,
  '*/request/invalid.limit.hexadecimal': COERCED,
  '*/request/invalid.limit.exponent': COERCED,
  '*/request/invalid.cursor.*': STATELESS,
  '*/state/*': STATELESS,
};
