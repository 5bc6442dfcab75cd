// What a benchmark or a tool needs to debit without HTTP.
export { newId } from '../ids.ts';
export { type Database, openDatabase } from '../storage/database.ts';
export { migrate } from '../storage/migrate.ts';
export { addKey } from '../stores/api-key.ts';
export { createStore } from '../stores/create-store.ts';
export { addPack } from '../stores/packs.ts';
export type { DebitRequest, DebitResult } from './debit.ts';
export { createGroupCommit } from './group-commit.ts';
export { debitBatch } from './statement.ts';
