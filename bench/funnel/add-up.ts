import { isDeepStrictEqual } from 'node:util';
import { readFunnel } from '../../apps/portal/src/domain/funnel/read-funnel.ts';
import { createVault } from '../../apps/portal/src/foundation/vault.ts';
import type { Database } from '../../apps/portal/src/storage/database.ts';
import { planVisits } from '../../apps/portal/src/surfaces/seed/plan-visits.ts';
import { recordVisits } from '../../apps/portal/src/surfaces/seed/record-visits.ts';
import { sumsOfFunnel, sumsOfVisits } from '../../apps/portal/tests/kit/funnel-sums.ts';

const DAY_MS = 86_400_000;

/** Records simulated shoppers and compares what is read with what they did; a difference fails the bench. */
export async function addUp(database: Database, storeId: string, shoppers: number): Promise<string> {
  const now = new Date();
  const visits = planVisits(shoppers, now);
  const vault = createVault('a secret of the bench, at least 32 bytes long');
  const config = { eventsKeptDays: 90, productsPerDay: 1_000 };
  const started = performance.now();
  await recordVisits({ database, vault, config }, storeId, visits);
  const seconds = (performance.now() - started) / 1_000;
  const asked = performance.now();
  const from = new Date(now.getTime() - 70 * DAY_MS);
  const funnel = await readFunnel(database.db, storeId, { from, to: now });
  const took = performance.now() - asked;
  const [wanted, found] = [sumsOfVisits(visits), sumsOfFunnel(funnel)];
  const equal = isDeepStrictEqual({ ...wanted }, { ...found });
  if (!equal) process.exitCode = 1;
  const told = Object.entries(wanted)
    .map(([name, sum]) => `${name} ${sum}${found[name] === sum ? '' : ` (found ${found[name]})`}`)
    .join(', ');
  return `${shoppers} shoppers in ${seconds.toFixed(0)} s, read in ${took.toFixed(0)} ms, ${equal ? 'add up' : 'DO NOT ADD UP'}: ${told}.\n\n`;
}
