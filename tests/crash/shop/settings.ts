import type { Fault } from './faults.ts';
import type { LedgerPlace } from './ledger-database.ts';

/** What a shop process is told, as JSON in `CRASH_SHOP`. */
export interface ShopSettings {
  readonly port: number;
  readonly host: 'node' | 'express';
  readonly origin: string;
  readonly apiKey: string;
  readonly secret: string;
  readonly orderSecret: string;
  readonly portal: string;
  readonly ledger: LedgerPlace;
  /** When the run began (milliseconds since 1970): all processes have the same clock and the same turns. */
  readonly began: number;
  readonly fault: Fault | undefined;
}
