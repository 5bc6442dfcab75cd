import { STOREFRONT_MODELS, type StorefrontModel } from '@genvoris/contract';
import {
  OPEN_MODELS,
  STOREFRONT_OPERATIONS,
  type StorefrontOperationId,
} from '../core/contract/storefront.ts';
import type { ConformanceOptions } from '../subjects/adapter/harness/options.ts';
import { startCommand } from './adapter-process.ts';
import type { FlagsOf } from './config-file.ts';
import { badOption, COMMON_FLAGS, namesOf, needed } from './options.ts';

/** What the command line and the configuration file may say of a run. */
export const RUN_FLAGS = {
  ...COMMON_FLAGS,
  target: 'text',
  command: 'text',
  mount: 'text',
  upstreamPort: 'number',
  upstreamHost: 'text',
  apiKey: 'text',
  internalSecret: 'text',
  origin: 'text',
  shopperHeader: 'list',
  externalId: 'text',
  forwardedFor: 'flag',
  guests: 'guests',
  models: 'list',
  orderSecret: 'text',
  webhookSecret: 'text',
  unsupported: 'list',
  faultTarget: 'list',
  patience: 'number',
  adapterTimeout: 'number',
  startTimeout: 'number',
} as const;

export type RunFlags = FlagsOf<typeof RUN_FLAGS>;

/** @throws CannotRunError that names the option and the way out. */
export function toConformanceOptions({
  command,
  mount = '/api/genvoris',
  shopperHeader,
  unsupported,
  models,
  faultTarget,
  patience,
  adapterTimeout = 1000,
  startTimeout = 30_000,
  junit: _junit,
  json: _json,
  ...flags
}: RunFlags): ConformanceOptions {
  const { target, apiKey, origin, guests = 'allowed', upstreamPort = command ? 0 : 4020 } = flags;
  if (command === undefined) {
    const mounted =
      'Give the adapter’s mount, such as http://127.0.0.1:3000/api/genvoris, or let --command start it.';
    needed('--target', target, mounted);
    needed(
      '--api-key',
      apiKey,
      'Give the key the adapter is configured with: the run searches every answer for it.',
    );
  } else if (target !== undefined) {
    throw badOption(
      '--target',
      'It cannot go with --command, which is told its port in PORT. Give --mount for the path.',
    );
  }
  if (!mount.startsWith('/')) throw badOption('--mount', `${mount} does not begin with a slash.`);
  const signs = parseModels(models)?.some((model) => !OPEN_MODELS.includes(model)) === true;
  if (command === undefined && signs)
    needed(
      '--order-secret',
      flags.orderSecret,
      'Give what the adapter’s order system signs with: orders are told by the run.',
    );
  const adapter = { mount, patienceMs: startTimeout, timeoutMs: adapterTimeout, guests };
  return {
    ...flags,
    upstreamPort,
    unsupported: parseOperations(unsupported),
    models: parseModels(models),
    unresolvable: faultTarget?.map(parseFaultTarget).at(-1),
    ...(origin !== undefined && { origin: parseOrigin(origin) }),
    ...(shopperHeader && { shopperHeaders: shopperHeader.map(parseHeader) }),
    ...(patience !== undefined && { patienceMs: patience }),
    ...(command !== undefined && { start: (upstream) => startCommand({ command, ...adapter }, upstream) }),
  };
}

export function parseOperations(given: readonly string[] | undefined): StorefrontOperationId[] {
  return namesOf(given, STOREFRONT_OPERATIONS, (name) =>
    badOption(
      '--unsupported',
      `${name} is no storefront operation. There are ${STOREFRONT_OPERATIONS.join(', ')}.`,
    ),
  );
}

export function parseModels(given: readonly string[] | undefined): StorefrontModel[] | undefined {
  const models = namesOf(given, STOREFRONT_MODELS, (name) =>
    badOption('--models', `${name} is no storefront model. There are ${STOREFRONT_MODELS.join(', ')}.`),
  );
  return models.length === 0 ? undefined : [...new Set(models)];
}

function parseHeader(text: string): [string, string] {
  const at = text.indexOf(':');
  const name = text.slice(0, at).trim();
  const value = text.slice(at + 1).trim();
  if (at < 1 || !/^[A-Za-z0-9-]+$/.test(name) || !value.includes('{shopper}')) {
    throw badOption(
      '--shopper-header',
      `"${text}" is not 'Name: value' with {shopper} in the value, such as 'Cookie: shop_session={shopper}'.`,
    );
  }
  return [name, value];
}

function parseFaultTarget(text: string): string {
  const [name, ...rest] = text.split('=');
  if (name !== 'unresolvable') throw badOption('--fault-target', `"${text}" is not unresolvable=URL.`);
  return rest.join('=');
}

function parseOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw badOption(
    '--origin',
    `${text} is not an origin. Give it without a path, such as https://shop.example.`,
  );
}
