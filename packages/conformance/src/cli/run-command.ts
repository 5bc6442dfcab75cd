import { type Command, Option } from 'commander';
import { createAdapterMatrix } from '../subjects/adapter/matrix/matrix.ts';
import { ADAPTER_RULES } from '../subjects/adapter/rules/rules.ts';
import { runConformance } from '../subjects/adapter/run-conformance.ts';
import { readConfigFile } from './config-file.ts';
import { finish, hold } from './frame.ts';
import { addCommonOptions, append, EXIT_CODES, parseCount, parsePort } from './options.ts';
import {
  parseModels,
  parseOperations,
  RUN_FLAGS,
  type RunFlags,
  toConformanceOptions,
} from './run-options.ts';

const CONFIG_FILE = 'genvoris-conformance.config.json';

export function addRunCommand(program: Command): void {
  const command = program
    .command('run')
    .description('hold a storefront adapter to the whole matrix, from both of its sides')
    .option('-t, --target <url>', 'the adapter’s mount, where it runs already')
    .option(
      '-c, --command <line>',
      'start the adapter, several times; it gets PORT and GENVORIS_* and must listen at 127.0.0.1:$PORT',
    )
    .option('--mount <path>', 'where --command’s adapter mounts itself (default /api/genvoris)')
    .option(
      '--upstream-port <number>',
      'port of the scripted upstream (default 4020 with --target)',
      parsePort,
    )
    .option('--upstream-host <address>', 'address the scripted upstream listens at (default 127.0.0.1)')
    .addOption(
      new Option('--api-key <key>', 'the key the adapter is configured with').env('GENVORIS_API_KEY'),
    )
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
    .option(
      '--no-forwarded-for',
      'do not send X-Forwarded-For; the adapter’s rate limits must then be raised',
    )
    .addOption(new Option('--guests <mode>', 'whether guests may try on').choices(['allowed', 'refused']))
    .option(
      '--models <models>',
      'storefront models to judge it under, such as FREE_ALL,FREEMIUM; it is started for each (default FREE_ALL)',
      append,
    )
    .addOption(
      new Option(
        '--order-secret <text>',
        'what signs POST /webhooks/orders, where the adapter runs already',
      ).env('GENVORIS_ORDER_SECRET'),
    )
    .addOption(
      new Option('--webhook-secret <text>', 'what signs POST /webhook, where the adapter runs already').env(
        'GENVORIS_WEBHOOK_SECRET',
      ),
    )
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
    .option(
      '--patience <ms>',
      'longest wait for an answer (default 10000; more than the adapter’s own timeout)',
      parseCount,
    )
    .option('--adapter-timeout <ms>', 'GENVORIS_TIMEOUT_MS for --command (default 1000)', parseCount)
    .option('--start-timeout <ms>', 'how long --command may take to listen (default 30000)', parseCount)
    .option('--config <file>', `options as JSON (default ${CONFIG_FILE}, if there is one)`);
  addCommonOptions(command, 'adapter')
    .addHelpText(
      'after',
      `
Examples:
  $ genvoris-conformance run --command 'node server.js' --unsupported useCredits,createCheckout
  $ genvoris-conformance run --command 'node server.js' --models FREE_ALL,CREDITS_WITH_PURCHASE
  $ genvoris-conformance run --target http://127.0.0.1:8000/api/genvoris --api-key gvk_test_canary42 \\
      --fault-target unresolvable=http://127.0.0.1:8001/api/genvoris --external-id 'laravel_{shopper}'
  $ genvoris-conformance run --list --only '*.retry-after'
  $ genvoris-conformance run --command 'php artisan serve --port $PORT' --junit report.xml

With --command the adapter is started once per model and told which in GENVORIS_MODEL, with what its merchant has set
in GENVORIS_CREDITS_PER_ORDER, GENVORIS_CREDITS_EXPIRE_DAYS, GENVORIS_FREE_PER_MONTH, GENVORIS_TRYONS_PER_SESSION,
GENVORIS_SESSION_MINUTES, GENVORIS_SESSION_PRODUCTS and GENVORIS_CTA_URL, and the secrets of what is signed to it in
GENVORIS_ORDER_SECRET and GENVORIS_WEBHOOK_SECRET. What shoppers have is brought about by POST /webhooks/orders.

An adapter given by --target must use http://127.0.0.1:4020 as portal and backend, a timeout of
under a second, and trust one proxy's X-Forwarded-For.
${EXIT_CODES}`,
    )
    .action(finish(run));
}

async function run({ config, list, ...given }: RunFlags & { config?: string; list?: boolean }) {
  // The command line can only say no; its "true" is nobody's word and must not outdo the file's "false".
  if (given.forwardedFor) delete given.forwardedFor;
  const flags = { ...readConfigFile(config, CONFIG_FILE, RUN_FLAGS), ...given };
  return hold(list, flags, {
    rules: ADAPTER_RULES,
    matrix: () =>
      createAdapterMatrix({
        ...flags,
        unsupported: parseOperations(flags.unsupported),
        models: parseModels(flags.models),
      }),
    run: (watch) => runConformance({ ...toConformanceOptions(flags), ...watch }),
  });
}
