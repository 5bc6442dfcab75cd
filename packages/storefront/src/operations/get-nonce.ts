import type { NonceResponse } from '@genvoris/contract/types/storefront';
import { toAnswer } from '../exchange/failure.ts';
import type { OperationHandler } from './operation.ts';

/** `GET /nonce`: a fresh CSRF token and the header it goes in. */
export const getNonce: OperationHandler = async ({ request, shopper }, { csrf }) => {
  const { nonce, expiresAt, cookies = [] } = await csrf.issue(request, shopper);
  const answer: NonceResponse = { nonce, header: csrf.header, expiresAt: expiresAt.toISOString() };
  return { ...toAnswer(answer), headers: cookies.flatMap((cookie) => ['Set-Cookie', cookie]) };
};
