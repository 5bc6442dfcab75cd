import { holds, type ShopCrashReport } from './shop-run.ts';

const SHOWN = 20;

/** The report for people. */
export function printShopReport(report: ShopCrashReport): string {
  const { options, wreckage, journal, verdict, figures, verified, evidence, book, portal } = report;
  const { kills } = wreckage;
  const answered = (status: number) => journal.tryons.filter((one) => one.status === status).length;
  const events = journal.orders.flatMap((order) => order.events);
  const charged = book.entries.filter(({ kind, amount }) => kind === 'capture' && amount > 0).length;
  const lines = [
    `${options.seconds} s on ${options.database}, ${options.shops} shops, ${options.portals} portals, ${options.shoppers} shoppers, ${options.workers} try-ons at a time, seed ${options.seed}`,
    `kills (SIGKILL)   ${kills.shop + kills.portal + kills.ledger + kills.portalDatabase}: ${kills.shop} shops, ${kills.ledger} ledger databases, ${kills.portal} portals, ${kills.portalDatabase} portal databases`,
    `try-ons           ${journal.tryons.length}: ${answered(200)} made, ${answered(402)} refused, ${journal.tryons.length - answered(200) - answered(402)} failed or unanswered; ${journal.uses.length} credits/use before`,
    ...failures(journal.tryons),
    `orders            ${journal.orders.length}: ${events.length} events, sent ${events.reduce((sum, { sent }) => sum + sent, 0)} times and some once more`,
    `charged           ${charged} try-ons in the shop's ledger, ${portal.tryons.filter(({ debited }) => debited).length} in the portal's`,
    `  unsettled       ${figures.unsettled}: the merchant's pool paid, no shopper did`,
    `  unanswered      ${figures.unanswered}: charged in both, and the picture did not reach the shopper`,
    `  late            ${figures.late} settled after their hold ran out, ${figures.lateUncharged} of them without a charge`,
    ...Object.entries(verdict).map(([kind, list]) => `${kind.padEnd(17)} ${list.length}`),
    `ledger verify     ${verified.length === 0 ? 'finds nothing' : verified.join('; ')}`,
  ];
  const faults = Object.entries(verdict).flatMap(([kind, list]) =>
    list.slice(0, SHOWN).map((each: string) => `${kind}: ${each}`),
  );
  const end = holds(report) ? 'Exact.' : `NOT EXACT. Everything is kept in ${evidence}`;
  return [...lines, ...faults, end].join('\n');
}

/** Why try-ons came to nothing, most of them first. */
function failures(tryons: ShopCrashReport['journal']['tryons']): string[] {
  const failed = tryons.filter(({ status }) => status !== 200 && status !== 402);
  const by = Map.groupBy(failed, ({ status, error, left }) => {
    const code = /"(?:error|code)":"(\w+)"/.exec(error ?? '')?.[1] ?? '';
    return status === undefined ? (left ? 'the shopper left' : 'no answer') : `${status} ${code}`;
  });
  return [...by]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([why, all]) => `  ${String(all.length).padStart(15)} ${why}`);
}
