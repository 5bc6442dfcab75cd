import type { CrashReport } from './crash-run.ts';

const SHOWN = 20;

export function conforms({ verdict, verify }: CrashReport): boolean {
  return verify.holds && Object.values(verdict).every((list) => list.length === 0);
}

/** The report for people. */
export function printCrashReport(report: CrashReport): string {
  const { acknowledged, kills, verdict, verify, options, ledger } = report;
  const count = (test: (one: (typeof acknowledged)[number]) => boolean) => acknowledged.filter(test).length;
  const sent = acknowledged.reduce((sum, one) => sum + one.sent, 0);
  const lines = [
    `${options.seconds} s, ${options.clients} client processes of ${options.workers} workers, ${options.portals} portal processes, seed ${options.seed}`,
    `kills (SIGKILL)   ${kills.portal + kills.server + kills.backend}: ${kills.portal} portals, ${kills.server} PostgreSQL servers, ${kills.backend} PostgreSQL backends`,
    `operations        ${acknowledged.length}, sent ${sent} times`,
    `  acknowledged    ${count(({ status, kind }) => status === 200 && kind !== 'failed')} debits, ${count(({ status, kind }) => status === 200 && kind === 'failed')} failed try-ons`,
    `  refused         ${count(({ status }) => status !== undefined && status !== 200)}`,
    `  unanswered      ${count(({ status }) => status === undefined)}, given up on; either is right`,
    `  in doubt once   ${count(({ sent: times }) => times > 1)}, repeated until answered or given up`,
    `in the ledger     ${ledger.tryons.filter(({ debited }) => debited).length} debits`,
    `acknowledged lost ${verdict.lost.length}`,
    `double            ${verdict.double.length}`,
    `negative          ${verdict.negative.length}`,
    `other             ${verdict.other.length}`,
    `portal ledger verify: ${verify.said.split('\n').join(' ')}`,
  ];
  const faults = Object.entries(verdict).flatMap(([kind, list]) =>
    list.slice(0, SHOWN).map((each: string) => `${kind}: ${each}`),
  );
  return [...lines, ...faults, conforms(report) ? 'Exact.' : 'NOT EXACT.'].join('\n');
}
