export type { Ledger } from './ledger/ledger.ts';
export type { Verification } from './ledger/verify.ts';
