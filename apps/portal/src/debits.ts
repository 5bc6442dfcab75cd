// What a benchmark or a tool needs to debit without HTTP.

export type { DebitRequest, DebitResult } from './domain/debits/debit.ts';
export { createGroupCommit } from './domain/debits/group-commit.ts';
export { debitBatch } from './domain/debits/statement.ts';
export { addKey } from './domain/stores/api-key.ts';
export { createStore } from './domain/stores/create-store.ts';
export { addPack } from './domain/stores/packs.ts';
export { newId } from './foundation/ids.ts';
export type { Database } from './storage/database.ts';
export { migrate } from './storage/migrate.ts';
export { openDatabase } from './storage/open-database.ts';
