export interface FiguresThroughTable {
  store_id: string;
  /** The hours before this are rolled up. */
  through: Date;
}

export interface TryonDaysTable {
  store_id: string;
  /** Its midnight, UTC. */
  day: Date;
  /** A platform of the contract, `other`, or `guest`. */
  platform: string;
  completed: number;
  failed: number;
  credits: number;
}

export interface LedgerTotalsTable {
  store_id: string;
  /** `packs` stands for every pack's account. */
  account: string;
  amount: number;
}
