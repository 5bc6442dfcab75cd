import { verifyFunnel } from '../../domain/funnel/verify-funnel.ts';
import { say, withPortal } from './with-portal.ts';

export function runFunnelVerify(): Promise<void> {
  return withPortal({}, async (portal) => {
    const { orders, returns, visits, faults } = await verifyFunnel(portal.db);
    say(`${orders} orders, ${returns} returns, ${visits} visits that are still kept.`);
    for (const fault of faults) say(`FAULT ${fault}`);
    say(faults.length === 0 ? 'The funnel holds.' : `The funnel does not hold: ${faults.length} faults.`);
    if (faults.length > 0) process.exitCode = 1;
  });
}
