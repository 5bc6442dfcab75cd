#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander';
import { CHOICES, type Question } from './init/choices.ts';
import type { Settings } from './settings/settings.ts';
import { UsageError } from './usage-error.ts';

// As any tool ends whose reader has seen enough: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141);
});

const program = new Command('genvoris-shop')
  .description("Sets up a shop's side of Genvoris, connects it, and says what is wrong with it.")
  .option('--env <file>', 'the settings to go by, beside those of the environment', '.env')
  .addHelpText(
    'after',
    '\nExit codes: 0 all is well, 1 something is wrong with the shop, 2 the command could not do it.',
  )
  .configureOutput({ outputError: (text, write) => write(`genvoris-shop: ${text.replace(/^error: /, '')}`) })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const start = program
  .command('init')
  .description('write the code and the .env file of a shop; what is not given is asked at a terminal')
  .option('--dir <folder>', 'where to write them', '.')
  .option('--shop-origin <origin>', 'where the shop is', 'http://127.0.0.1:3000')
  .option('--json', 'print the files as JSON');
for (const name of Object.keys(CHOICES) as Question[])
  start.addOption(new Option(`--${name} <name>`, `default ${CHOICES[name][0]}`).choices(CHOICES[name]));
start.action(async (options) => {
  const { init } = await import('./commands/init.ts');
  const { files, packages, empty } = await init(options);
  if (options.json) return print(JSON.stringify({ files, packages, empty }));
  print(
    [
      `Written: ${files.join(', ')}`,
      'Next:',
      `  npm install ${packages.join(' ')}`,
      '  put the key into .env, or run genvoris-shop connect',
      ...(empty.length > 0 ? [`  put ${empty.join(' and ')} into .env`] : []),
      '  node --env-file=.env genvoris.mts',
      '  genvoris-shop doctor',
    ].join('\n'),
  );
});

program
  .command('doctor')
  .description('check the key, the portal, the clock, the database and the way of webhooks')
  .option('--json', 'print the findings as JSON')
  .action(async ({ json }) => {
    const { examine } = await import('./commands/doctor.ts');
    const findings = await examine(await settings());
    print(
      json
        ? JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }, null, 2)
        : findings
            .map(
              ({ check, ok, says, todo }) =>
                `${ok ? 'ok   ' : 'WRONG'} ${check.padEnd(8)} ${says}${todo ? `\n               ${todo}` : ''}`,
            )
            .join('\n'),
    );
    if (!findings.every(({ ok }) => ok)) process.exitCode = 1;
  });

program
  .command('connect')
  .description('connect the shop with Genvoris; the key and the webhook secret go into the vault')
  .requiredOption('--email <address>', 'prefills the sign-in')
  .option('--site-name <name>', "the shop's name", 'My shop')
  .option('--port <number>', 'where to receive the answer on this machine; by default any', port)
  .action(async (options) => {
    const { connect } = await import('./commands/connect.ts');
    const store = await connect(await settings(), options, (text) => process.stderr.write(`${text}\n`));
    print(
      `Connected with ${store}. The key and the webhook secret are in the vault; running shops use them within seconds.`,
    );
  });

program
  .command('ledger')
  .description("work on the shop's ledger")
  .command('verify')
  .description('add all entries up again: 0 all is well, 1 something does not add up')
  .option('--json', 'print the result as JSON')
  .action(async ({ json }) => {
    const { openLedger } = await import('./settings/open-ledger.ts');
    const read = await settings();
    if (read.ledger === undefined)
      throw new UsageError('GENVORIS_LEDGER: there is none; set it, such as sqlite:.genvoris/ledger.sqlite');
    const opened = await openLedger(read);
    try {
      await opened.open();
      const result = await opened.verify();
      print(
        json
          ? JSON.stringify(result, null, 2)
          : [
              `${result.accounts} accounts, ${result.entries} entries, ${result.overdue} holds overdue`,
              ...result.problems,
            ].join('\n'),
      );
      if (result.problems.length > 0) process.exitCode = 1;
    } finally {
      await opened.close();
    }
  });

program
  .command('uninstall')
  .description("drop the ledger's tables and the vault; running it twice is fine")
  .option('--yes', 'do not ask')
  .action(async (options) => {
    const { uninstall } = await import('./commands/uninstall.ts');
    print(`Gone: ${(await uninstall(await settings(), options)).join(' and ')}`);
  });

try {
  await program.parseAsync();
} catch (error) {
  // Nothing that a driver or the network says is repeated: it may hold an address with its password.
  const said =
    error instanceof UsageError
      ? error.message
      : `it failed (${(error as NodeJS.ErrnoException).code ?? (error as Error).name}); genvoris-shop doctor says more`;
  process.stderr.write(`genvoris-shop: ${said}\n`);
  process.exitCode = 2;
}

// Loaded where they are needed: `--help` should not wait for a storefront.
async function settings(): Promise<Settings> {
  const { readSettings } = await import('./settings/settings.ts');
  const { env } = program.opts<{ env: string }>();
  try {
    process.loadEnvFile(env);
  } catch (error) {
    const isDefault = program.getOptionValueSource('env') === 'default';
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || !isDefault)
      throw new UsageError(`--env ${env}: it cannot be read; genvoris-shop init writes one`);
  }
  return readSettings(process.env);
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return number;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
