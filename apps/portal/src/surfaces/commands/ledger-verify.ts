import { verifyLedger } from '../../domain/debits/verify-ledger.ts';
import { say, withPortal } from './with-portal.ts';

export function runLedgerVerify(): Promise<void> {
  return withPortal({}, async (portal) => {
    const { stores, entries, debits, faults } = await verifyLedger(portal.db);
    say(`${stores} stores, ${entries} ledger entries, ${debits} debited try-ons.`);
    for (const fault of faults) say(`FAULT ${fault}`);
    say(faults.length === 0 ? 'The ledger holds.' : `The ledger does not hold: ${faults.length} faults.`);
    if (faults.length > 0) process.exitCode = 1;
  });
}
