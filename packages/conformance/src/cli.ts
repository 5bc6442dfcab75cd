#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { Command, InvalidArgumentError, Option } from 'commander';
import { runCommand } from './cli/run-command.ts';
import { upstreamCommand } from './cli/upstream-command.ts';
import { widgetCommand } from './cli/widget-command.ts';
import { providerCommand } from './provider/command.ts';
import { CannotRunError } from './run/options.ts';

enableCompileCache();
// As any tool ends whose reader has seen enough: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141);
});

const EXIT_CODES = '\nExit codes: 0 conforms, 1 does not conform, 2 could not run.';

const program = new Command('genvoris-conformance')
  .description('Holds a Genvoris consumer, in any language, to the contracts.')
  .addHelpText('after', EXIT_CODES)
  .configureOutput({
    outputError: (text, write) => write(`genvoris-conformance: ${text.replace(/^error: /, '')}`),
  });

program
  .command('run')
  .description('hold a storefront adapter to the whole matrix, from both of its sides')
  .option('-t, --target <url>', 'the adapter’s mount, where it runs already')
  .option(
    '-c, --command <line>',
    'start the adapter, several times; it gets PORT and GENVORIS_* and must listen at 127.0.0.1:$PORT',
  )
  .option('--mount <path>', 'where --command’s adapter mounts itself (default /api/genvoris)')
  .option('--upstream-port <number>', 'port of the scripted upstream (default 4020 with --target)', parsePort)
  .option('--upstream-host <address>', 'address the scripted upstream listens at (default 127.0.0.1)')
  .addOption(new Option('--api-key <key>', 'the key the adapter is configured with').env('GENVORIS_API_KEY'))
  .addOption(
    new Option('--internal-secret <text>', 'the internal secret, if the adapter has one').env(
      'GENVORIS_INTERNAL_SECRET',
    ),
  )
  .option('--origin <origin>', 'the shop’s own origin (default https://shop.example)')
  .option(
    '--shopper-header <header>',
    'signs a shopper in (default "Cookie: shop_session={shopper}"); repeatable',
    append,
  )
  .option(
    '--external-id <text>',
    'what the portal is told, such as laravel_{shopper} (default: any canonical prefix)',
  )
  .option('--no-forwarded-for', 'do not send X-Forwarded-For; the adapter’s rate limits must then be raised')
  .addOption(new Option('--guests <mode>', 'whether guests may try on').choices(['allowed', 'refused']))
  .option(
    '--unsupported <operations>',
    'operations the adapter does not offer; their cells must find nothing',
    append,
  )
  .option(
    '--fault-target <name=url>',
    'unresolvable=URL: a second instance whose upstream host does not resolve',
    append,
  )
  .option('--only <pattern>', 'cells or checks by id, * for anything; repeatable', append)
  .option('--bail', 'stop at the first cell that does not conform')
  .option(
    '--patience <ms>',
    'longest wait for an answer (default 10000; more than the adapter’s own timeout)',
    parseCount,
  )
  .option('--adapter-timeout <ms>', 'GENVORIS_TIMEOUT_MS for --command (default 1000)', parseCount)
  .option('--start-timeout <ms>', 'how long --command may take to listen (default 30000)', parseCount)
  .option('--name <text>', 'what to call the adapter in reports')
  .option('--junit <file>', 'write JUnit XML')
  .option('--json <file>', 'write the whole report as JSON')
  .option('--config <file>', 'options as JSON (default genvoris-conformance.config.json, if there is one)')
  .option('--list', 'print every check and cell and run nothing')
  .addHelpText(
    'after',
    `
Examples:
  $ genvoris-conformance run --command 'node server.js' --unsupported useCredits,createCheckout
  $ genvoris-conformance run --target http://127.0.0.1:8000/api/genvoris --api-key gvk_test_canary42 \\
      --fault-target unresolvable=http://127.0.0.1:8001/api/genvoris --external-id 'laravel_{shopper}'
  $ genvoris-conformance run --list --only '*.retry-after'
  $ genvoris-conformance run --command 'php artisan serve --port $PORT' --junit report.xml

An adapter given by --target must use http://127.0.0.1:4020 as portal and backend, a timeout of
under a second, and trust one proxy's X-Forwarded-For.
${EXIT_CODES}`,
  )
  .action(finish(runCommand));

program
  .command('widget')
  .description('hold a widget to the matrix in a real browser: what the page shows for every answer')
  .option('-w, --widget <file>', 'the script, which is put on a page of the run’s own')
  .option(
    '-p, --page <url>',
    'a shop page that is served already; its status question is answered by the run',
  )
  .addOption(
    new Option('--operation <id>', 'what --page asks (default getStorefrontStatus)').choices([
      'getStorefrontStatus',
      'getStatus',
    ]),
  )
  .option('--only <pattern>', 'cells or checks by id, * for anything; repeatable', append)
  .option('--bail', 'stop at the first cell that does not conform')
  .option('--name <text>', 'what to call the widget in reports')
  .option('--junit <file>', 'write JUnit XML')
  .option('--json <file>', 'write the whole report as JSON')
  .option('--list', 'print every check and cell and run nothing')
  .addHelpText(
    'after',
    `
Examples:
  $ genvoris-conformance widget --widget dist/widget.js
  $ genvoris-conformance widget --page http://127.0.0.1:3000/products/dress --only '*.ui-fork'

The browser is the one GENVORIS_CHROMIUM or CHROME_PATH names, an installed one, or the one of the npm
package @sparticuz/chromium. What the page shows is read off data-genvoris-state and data-genvoris-panel.
${EXIT_CODES}`,
  )
  .action(finish(widgetCommand));

program
  .command('provider')
  .description(
    'hold a running server of the Genvoris side to the specs: every operation, status, header and error',
  )
  .option('-t, --target <url>', 'where the server runs')
  .option('--specs <names>', 'of status, v1, tryon-track, tryon and connect (default all)', append)
  .addOption(new Option('--api-key <key>', 'of a store the run may fill').env('GENVORIS_API_KEY'))
  .addOption(new Option('--second-api-key <key>', 'of another store').env('GENVORIS_SECOND_API_KEY'))
  .addOption(
    new Option('--internal-secret <text>', 'the secret between backend and portal').env(
      'GENVORIS_INTERNAL_SECRET',
    ),
  )
  .option('--product-image <url>', 'a picture of a product that the server can fetch')
  .option('--setup <hook>', 'brings states about: a URL, a command, or "mock" for @genvoris/mock')
  .option('--only <pattern>', 'cells or checks by id, * for anything; repeatable', append)
  .option('--bail', 'stop at the first cell that does not conform')
  .option('--patience <ms>', 'longest wait for an answer (default 20000)', parseCount)
  .option('--name <text>', 'what to call the server in reports')
  .option('--junit <file>', 'write JUnit XML')
  .option('--json <file>', 'write the whole report as JSON')
  .option('--config <file>', 'options as JSON (default genvoris-provider.config.json, if there is one)')
  .option('--list', 'print every check and cell and run nothing')
  .addHelpText(
    'after',
    `
Examples:
  $ genvoris-conformance provider --target http://127.0.0.1:8787 --api-key gvk_test_one --second-api-key gvk_test_two \\
      --internal-secret "$SECRET" --setup http://127.0.0.1:9000/
  $ genvoris-conformance provider --target http://127.0.0.1:4010 --api-key gvk_live_any --setup mock

The server's rate limits must be raised for the run. What it cannot do is listed in the configuration file, with
a reason each: "unreachable" for answers, "excused" for checks. An entry that is of no use fails the run.
${EXIT_CODES}`,
  )
  .action(finish(providerCommand));

program
  .command('upstream')
  .description('host the run’s upstream on a good day, for trying an adapter by hand')
  .option('-p, --port <number>', 'port to listen on; 0 picks a free one', parsePort, 4020)
  .option('--host <address>', 'address to listen at', '127.0.0.1')
  .action(finish(upstreamCommand));

for (const command of [program, ...program.commands]) {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2)).showSuggestionAfterError();
}

await program.parseAsync();

function finish<Flags>(command: (flags: Flags) => Promise<number>): (flags: Flags) => Promise<void> {
  return async (flags) => {
    try {
      process.exitCode = await command(flags);
    } catch (error) {
      process.exitCode = 2;
      const said =
        error instanceof CannotRunError ? error.message : `a fault of its own: ${(error as Error).stack}`;
      process.stderr.write(`genvoris-conformance: ${said}\n`);
    }
  };
}

function append(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError('It takes a whole number of milliseconds.');
  return Number(text);
}
