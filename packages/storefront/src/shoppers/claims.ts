import type { Awaitable } from '../exchange/request.ts';
import type { Signer } from '../exchange/runtime.ts';

/** What a guest's orders are found by later: a keyed hash of the email, which nobody can turn back or guess. */
export type ClaimOf = (email: string | null | undefined) => Awaitable<string | undefined>;

export function createClaims(sign: Signer): ClaimOf {
  return (email) => {
    const written = email?.normalize('NFC').trim().toLowerCase() ?? '';
    return written === '' ? undefined : sign(written);
  };
}
