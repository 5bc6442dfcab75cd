import { OPERATIONS } from '@genvoris/contract/operations/storefront';
import { expect, test } from 'vitest';
import { toFailureAnswer } from './failure-answer.ts';

const LIMITED = Object.values(OPERATIONS).filter((operation) => 'bodyLimit' in operation);

test.each(LIMITED.map(({ operationId, path }) => [operationId, path] as const))(
  '%s answers a body over its limit with 413, and speaks of a photo only where one is sent',
  (operationId, path) => {
    const { status, body } = toFailureAnswer({ kind: 'payload_too_large', limit: 1 }, operationId);
    expect([status, body.code]).toEqual([413, 'payload_too_large']);
    const takesPhoto = path === '/proxy/api/analyze' || path === '/proxy/api/tryon';
    expect(body.message.includes('photo')).toBe(takesPhoto);
  },
);
