#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NO_POSTGRES } from '@genvoris/testing/postgres-server';
import { runCrash } from './crash-run.ts';
import { conforms, printCrashReport } from './print.ts';

const HELP = `node tests/crash/main.ts [options]

Kills portals and PostgreSQL at random under concurrent debits, then holds what clients were told against the
ledger. Exit code 0: exact. 1: not. 2: no PostgreSQL found.

  --seconds <n>   how long to kill (default 60)
  --portals <n>   portal processes (default 2)
  --clients <n>   client processes (default 3)
  --workers <n>   reports under way at a time, per client (default 8)
  --seed <n>      of the kills and the clients' choices (default: the time)
  --without-keys  send no Idempotency-Key: the checker must then find double debits
  --json <file>   write the report, every operation in it, as JSON
`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    portals: { type: 'string', default: '2' },
    clients: { type: 'string', default: '3' },
    workers: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'without-keys': { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

// What was started ends with this process.
process.once('SIGINT', () => process.exit(130));

if (values.help) {
  process.stdout.write(HELP);
} else {
  const number = (text: string, option: string): number => {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    process.stderr.write(`--${option} takes a whole number, not ${text}.\n`);
    process.exit(2);
  };
  const report = await runCrash({
    seconds: number(values.seconds, 'seconds'),
    portals: number(values.portals, 'portals'),
    clients: number(values.clients, 'clients'),
    workers: number(values.workers, 'workers'),
    seed: number(values.seed, 'seed'),
    keys: !values['without-keys'],
  });
  if (!report) {
    process.stderr.write(`Nothing to kill: ${NO_POSTGRES}.\n`);
    process.exitCode = 2;
  } else {
    if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(report, null, 2));
    process.stdout.write(`${printCrashReport(report)}\n`);
    process.exitCode = conforms(report) ? 0 : 1;
  }
}
