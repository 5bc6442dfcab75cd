#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { FAULTS, type Fault } from './faults.ts';
import { DATABASES, type DatabaseName } from './ledger-database.ts';
import { printShopReport } from './print-shop.ts';
import { holds, runShopCrash } from './shop-run.ts';

const HELP = `node tests/crash/shop/main.ts [options]

Kills shops, portals and the databases of both at random under try-ons and orders, then holds what shoppers and order
systems were told against the shop's ledger and the portal's. Exit code 0: exact. 1: not. 2: it could not be run.

  --seconds <n>      how long to kill (default 60)
  --database <name>  of the shop's ledger: ${DATABASES.join(', ')} (default postgres)
  --shops <n>        shop processes (default 3)
  --portals <n>      portal processes (default 2)
  --shoppers <n>     (default 12)
  --workers <n>      try-ons under way at a time (default 12)
  --seed <n>         of the kills and of everybody's choices (default: the time)
  --fault <name>     gives the ledger a fault that the checker must find: ${FAULTS.join(', ')}
`;

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    seconds: { ...text, default: '60' },
    database: { ...text, default: 'postgres' },
    shops: { ...text, default: '3' },
    portals: { ...text, default: '2' },
    shoppers: { ...text, default: '12' },
    workers: { ...text, default: '12' },
    seed: { ...text, default: String(Date.now() % 1_000_000) },
    fault: text,
    help: { type: 'boolean', default: false },
  },
});

// What was started ends with this process.
process.once('SIGINT', () => process.exit(130));

if (values.help) {
  process.stdout.write(HELP);
} else {
  const number = (option: 'seconds' | 'shops' | 'portals' | 'shoppers' | 'workers' | 'seed'): number => {
    const given = values[option];
    return /^\d{1,9}$/.test(given)
      ? Number(given)
      : refuse(`--${option} takes a whole number, not ${given}.`);
  };
  const oneOf = <Name extends string>(option: string, given: string, names: readonly Name[]): Name =>
    names.find((name) => name === given) ??
    refuse(`--${option} takes one of ${names.join(', ')}, not ${given}.`);
  const options = {
    seconds: number('seconds'),
    leastKills: 1,
    database: oneOf<DatabaseName>('database', values.database, DATABASES),
    shops: number('shops'),
    portals: number('portals'),
    shoppers: number('shoppers'),
    workers: number('workers'),
    pauseMs: 300,
    seed: number('seed'),
    fault: values.fault === undefined ? undefined : oneOf<Fault>('fault', values.fault, FAULTS),
  };
  process.stdout.write(`killing for ${options.seconds} s, --seed ${options.seed}\n`);
  try {
    const report = await runShopCrash(options);
    process.stdout.write(`${printShopReport(report)}\n`);
    process.exitCode = holds(report) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 2;
  }
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
