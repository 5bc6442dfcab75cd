import { Command } from 'commander';
import { ConfigError } from '../../runtime/config.ts';
import { DataFolderError } from '../../storage/data-folder.ts';

const CLOCK = [
  '--clock <time>',
  'run as if it were another time: 2026-12-24T18:00:00Z, or +31d, +2h, +90m',
] as const;

const KEY = ['--key <gvk_…>', "the store's API key (GENVORIS_API_KEY)"] as const;
const PORTAL = [
  '--portal <url>',
  'where the portal is (GENVORIS_PORTAL_URL); default http://127.0.0.1:8787',
] as const;

const CLOCK_HELP =
  '\nThe portal has to be started with a test clock: portal serve --clock\nIt goes forward only, but for reset. Every portal on the database goes by it, as soon as the command is done.';

/** The `portal` command. Each subcommand loads what it needs and nothing else. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('portal')
    .description('The Genvoris portal: plans, customers, sessions, status and track, with state.')
    .showHelpAfterError()
    .addHelpText('after', '\nSettings come from the environment; README.md lists the variables.');
  program
    .command('serve', { isDefault: true })
    .description('bring the database up to date and serve (the default)')
    .option('--port <port>', 'listen on this port (PORT)')
    .option('--host <host>', 'listen on this address (HOST)')
    .option(
      '--allow-private-receivers',
      'reach webhooks and product pictures at loopback and private addresses: for a laptop (GENVORIS_ALLOW_PRIVATE_RECEIVERS)',
    )
    .option(
      '--clock [time]',
      'go by a test clock that `portal clock` moves, of all portals on this database; it begins where it was last, or at 2026-12-24T18:00:00Z, or at +31d',
    )
    .action(async (options) => (await import('./serve.ts')).serve(options));
  program
    .command('migrate')
    .description('bring the database up to date and stop')
    .action(async () => (await import('./migrate.ts')).runMigrations());
  program
    .command('seed')
    .description('add a store with keys, plans, shoppers, webhook endpoints and a history of 60 days')
    .option('--name <name>', 'the name of the store', 'Seeded shop')
    .option('--key <key>', 'the API key to give it, instead of a made-up one')
    .option('--email <email>', 'who signs in to its dashboard', 'merchant@shop.example')
    .option('--credits <number>', 'credits in the pool', '1000')
    .option('--history <number>', 'try-ons that shoppers ask for in the last 60 days', '900')
    .option(...CLOCK)
    .action(async (options) => (await import('./seed.ts')).seed(options));
  program
    .command('listen')
    .description("stream a store's events to a receiver on this machine, signed")
    .requiredOption('--forward-to <url>', 'where to post each event')
    .option('--events <types>', 'only these event types, separated by commas')
    .option('--secret <whsec_…>', "sign with this secret instead of one made from the store's key")
    .option(...KEY)
    .option(...PORTAL)
    .action(async (options) => (await import('./listen.ts')).listen(options));
  program
    .command('trigger <event>')
    .description('make an event up, such as end_customer.quota_exhausted, and send it like any other')
    .option('--data <json>', "put this over the example's data")
    .option(...KEY)
    .option(...PORTAL)
    .action(async (event, options) => (await import('./trigger.ts')).trigger(event, options));
  program
    .command('replay')
    .description('deliver once more what an endpoint did not take: all dead deliveries, or one')
    .requiredOption('--endpoint <we_…>', 'the webhook endpoint')
    .option('--delivery <whd_…>', 'only this delivery, dead or not')
    .option(...KEY)
    .option(...PORTAL)
    .action(async (options) => (await import('./replay.ts')).replay(options));
  program
    .command('merchant')
    .description('let somebody sign in to the dashboard of a store, with a new password')
    .requiredOption('--email <email>', 'who; a merchant that is known gets the new password')
    .requiredOption('--store <id>', 'which store, as `portal seed` says it')
    .action(async (options) => (await import('./merchant.ts')).addSignIn(options));
  const clock = program
    .command('clock')
    .description('show the test clock of a running portal, or move it: periods, expiries, retries in seconds')
    .addHelpText('after', CLOCK_HELP);
  clock
    .command('show', { isDefault: true })
    .description('say what time it is for the portal (the default)')
    .option(...KEY)
    .option(...PORTAL)
    .action(async (options) => (await import('./clock.ts')).showClock(options));
  clock
    .command('advance <duration>')
    .description('move it forward, such as by 31d, 90m or 1d12h')
    .option(...KEY)
    .option(...PORTAL)
    .addHelpText('after', CLOCK_HELP)
    .action(async (duration, options) => (await import('./clock.ts')).advanceClock(duration, options));
  clock
    .command('set <time>')
    .description('move it forward to a time, such as 2026-12-24T10:00Z')
    .option(...KEY)
    .option(...PORTAL)
    .addHelpText('after', CLOCK_HELP)
    .action(async (time, options) => (await import('./clock.ts')).setClock(time, options));
  clock
    .command('reset')
    .description("put it back to the machine's time; what was made in the future stays there")
    .option(...KEY)
    .option(...PORTAL)
    .action(async (options) => (await import('./clock.ts')).resetClock(options));
  const keys = program.command('keys').description('the keys that sign session tokens');
  keys
    .command('rotate')
    .description('sign with the next key from now on; the old one still verifies what it signed')
    .option(...CLOCK)
    .action(async (options) => (await import('./keys-rotate.ts')).rotateKeys(options));
  const ledger = program.command('ledger').description('the ledger of credits');
  ledger
    .command('verify')
    .description('prove that entries cancel out and that every balance matches them')
    .action(async () => (await import('./ledger-verify.ts')).runLedgerVerify());
  const funnel = program.command('funnel').description('what shoppers did, from try-on to order');
  funnel
    .command('verify')
    .description('prove that the sums of orders, returns and visits match what they were counted from')
    .action(async () => (await import('./funnel-verify.ts')).runFunnelVerify());
  try {
    await program.parseAsync(argv);
  } catch (error) {
    const named = error instanceof ConfigError || error instanceof DataFolderError;
    process.stderr.write(`${named ? error.message : explain(error)}\n`);
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\n  ${error.cause.message}` : '';
  return process.env.LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : `${error.message}${cause}`;
}
