import type { Awaitable } from '../exchange/request.ts';
import type { Signer } from '../exchange/runtime.ts';

/** What a guest's orders are found by later: a keyed hash of the email, which nobody can turn back or guess. */
export type ClaimOf = (email: string | null | undefined) => Awaitable<string | undefined>;

export function createClaims(sign: Signer): ClaimOf {
  return (email) => {
    const written = email?.trim() ?? '';
    return written === '' ? undefined : sign(posesAsAscii(written) ? written : fold(written));
  };
}

/** Mailboxes are the same in any case, and in either way of writing an accent. */
function fold(email: string): string {
  return email.normalize('NFC').toLowerCase();
}

/** Whether it has a character that folds to an ASCII one, as the Kelvin sign does to k: that is somebody else's mailbox. */
function posesAsAscii(email: string): boolean {
  return [...email].some((character) => character > '\x7f' && fold(character) <= '\x7f');
}
