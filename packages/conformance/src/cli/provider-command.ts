import { type Command, Option } from 'commander';
import { PROVIDER_SPECS } from '../subjects/provider/calls/call.ts';
import { PROVIDER_RULES } from '../subjects/provider/cells/rules.ts';
import { createProviderMatrix } from '../subjects/provider/matrix.ts';
import { runProvider } from '../subjects/provider/run-provider.ts';
import { openStateHandler } from '../subjects/provider/states/open-state-handler.ts';
import { type FlagsOf, readConfigFile } from './config-file.ts';
import { finish, hold } from './frame.ts';
import {
  addCommonOptions,
  append,
  badOption,
  COMMON_FLAGS,
  EXIT_CODES,
  namesOf,
  needed,
  parseCount,
} from './options.ts';

const CONFIG_FILE = 'genvoris-provider.config.json';

/** What the command line and the configuration file may say; the exceptions only the file. */
const PROVIDER_FLAGS = {
  ...COMMON_FLAGS,
  target: 'text',
  specs: 'list',
  apiKey: 'text',
  secondApiKey: 'text',
  internalSecret: 'text',
  productImage: 'text',
  setup: 'text',
  patience: 'number',
  unreachable: 'reasons',
  excused: 'reasons',
} as const;

type ProviderFlags = FlagsOf<typeof PROVIDER_FLAGS>;

export function addProviderCommand(program: Command): void {
  const command = program
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
    .option('--patience <ms>', 'longest wait for an answer (default 20000)', parseCount)
    .option('--config <file>', `options as JSON (default ${CONFIG_FILE}, if there is one)`);
  addCommonOptions(command, 'server')
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
    .action(finish(run));
}

async function run({ config, list, ...given }: ProviderFlags & { config?: string; list?: boolean }) {
  const flags = { ...readConfigFile(config, CONFIG_FILE, PROVIDER_FLAGS), ...given };
  const { junit: _junit, json: _json, setup, patience, ...rest } = flags;
  const specs = namesOf(flags.specs, PROVIDER_SPECS, (name) =>
    badOption('--specs', `there is no ${name}. There are ${PROVIDER_SPECS.join(', ')}.`),
  );
  const options = { ...rest, specs: specs.length === 0 ? PROVIDER_SPECS : specs };
  return hold(list, flags, {
    rules: PROVIDER_RULES,
    matrix: () => createProviderMatrix(options.specs),
    async run(watch) {
      const target = needed(
        '--target',
        flags.target,
        'Give where the provider runs, such as http://127.0.0.1:8787.',
      );
      const apiKey = needed('--api-key', flags.apiKey, 'Give the key of a store that the run may fill.');
      if (!/^https?:$/.test(URL.parse(target)?.protocol ?? ''))
        throw badOption('--target', `${target} is not an http or https URL.`);
      const opened = setup === undefined ? undefined : openStateHandler(setup, target);
      try {
        return await runProvider({
          ...options,
          target,
          apiKey,
          ...(patience !== undefined && { patienceMs: patience }),
          ...(opened && { setup: opened.setup }),
          ...watch,
        });
      } finally {
        await opened?.close();
      }
    },
  });
}
