/**
 * What the host's log learns of without a request having failed: a part of the identity or an address of the shop that
 * cannot be used was left out; the portal did not hear of an order; the ledger did not write down what time has done.
 */
export type NoteKind = 'identity_ignored' | 'cta_url_ignored' | 'portal_not_told' | 'ledger_not_swept';

export type Tell = (kind: NoteKind, message: string) => void;
