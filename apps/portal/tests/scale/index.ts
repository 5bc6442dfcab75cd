// What `bench/scale` needs to fill a store, visit it, and see how the database took it.
export { verifyLedger } from '../../src/domain/debits/verify-ledger.ts';
export { type FullRead, fullReads, pagesTouched } from './full-reads.ts';
export { addSmallStores, fillStore } from './large-store.ts';
export { largeTables } from './large-tables.ts';
export { type ExplainedDatabase, openExplainedPGlite, openExplainedPostgres } from './statement-plans.ts';
export { planTour, type Stop } from './tour.ts';
