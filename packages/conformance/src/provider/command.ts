import { deliver, deliverListing, requireWritable } from '../cli/deliver.ts';
import { showProgress } from '../cli/progress.ts';
import { CannotRunError } from '../run/options.ts';
import { selectCells } from '../run/select.ts';
import { PROVIDER_SPECS, type ProviderSpec } from './call.ts';
import { type ProviderFlags, readProviderConfig } from './config-file.ts';
import { createProviderMatrix } from './matrix.ts';
import { printExceptions } from './print-exceptions.ts';
import { PROVIDER_RULES } from './rules.ts';
import { runProvider } from './run-provider.ts';
import { openSetup } from './setup/open-setup.ts';

/** @returns the exit code: 0 conforms, 1 does not. */
export async function providerCommand(
  typed: ProviderFlags & { config?: string; list?: boolean },
): Promise<number> {
  const { config, list, ...given } = typed;
  const flags: ProviderFlags = { ...readProviderConfig(config), ...given };
  const specs = parseSpecs(flags.specs);
  if (list) {
    const cells = selectCells(await createProviderMatrix(specs), flags.only ?? []);
    deliverListing(cells, flags, PROVIDER_RULES);
    return 0;
  }
  requireWritable(flags);
  const target = needed(
    '--target',
    flags.target,
    'Give where the provider runs, such as http://127.0.0.1:8787.',
  );
  const apiKey = needed('--api-key', flags.apiKey, 'Give the key of a store that the run may fill.');
  if (!/^https?:$/.test(URL.parse(target)?.protocol ?? ''))
    throw new CannotRunError('bad_option', `--target: ${target} is not an http or https URL.`);
  const opened = flags.setup === undefined ? undefined : openSetup(flags.setup, target);
  const progress = showProgress(process.stderr);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    const { setup: _text, patience, junit: _junit, json: _json, ...rest } = flags;
    const report = await runProvider({
      ...rest,
      target,
      apiKey,
      specs,
      ...(patience !== undefined && { patienceMs: patience }),
      ...(opened && { setup: opened.setup }),
      onCell: progress.cell,
      signal: stop.signal,
    });
    progress.end();
    process.stdout.write(printExceptions(report));
    return deliver(report, flags);
  } finally {
    progress.end();
    await opened?.close();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

function needed(option: string, value: string | undefined, sentence: string): string {
  if (value === undefined) throw new CannotRunError('bad_option', `${option}: ${sentence}`);
  return value;
}

function parseSpecs(names: readonly string[] | undefined): ProviderSpec[] {
  const wanted = (names ?? [])
    .flatMap((name) => name.split(','))
    .map((name) => name.trim())
    .filter(Boolean);
  for (const name of wanted) {
    if ((PROVIDER_SPECS as readonly string[]).includes(name)) continue;
    throw new CannotRunError(
      'bad_option',
      `--specs: there is no ${name}. There are ${PROVIDER_SPECS.join(', ')}.`,
    );
  }
  return wanted.length === 0 ? [...PROVIDER_SPECS] : (wanted as ProviderSpec[]);
}
