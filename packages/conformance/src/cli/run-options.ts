import { STOREFRONT_OPERATIONS, type StorefrontOperationId } from '../contract/storefront.ts';
import { CannotRunError, type ConformanceOptions } from '../run/options.ts';
import { startCommand } from './adapter-process.ts';

/** What the command line and the configuration file may say. */
export interface RunFlags {
  name?: string;
  target?: string;
  command?: string;
  mount?: string;
  upstreamPort?: number;
  upstreamHost?: string;
  apiKey?: string;
  internalSecret?: string;
  origin?: string;
  shopperHeader?: string[];
  externalId?: string;
  forwardedFor?: boolean;
  guests?: 'allowed' | 'refused';
  unsupported?: string[];
  faultTarget?: string[];
  only?: string[];
  bail?: boolean;
  patience?: number;
  adapterTimeout?: number;
  startTimeout?: number;
  junit?: string;
  json?: string;
}

export const FLAG_NAMES: Record<keyof RunFlags, true> = {
  name: true,
  target: true,
  command: true,
  mount: true,
  upstreamPort: true,
  upstreamHost: true,
  apiKey: true,
  internalSecret: true,
  origin: true,
  shopperHeader: true,
  externalId: true,
  forwardedFor: true,
  guests: true,
  unsupported: true,
  faultTarget: true,
  only: true,
  bail: true,
  patience: true,
  adapterTimeout: true,
  startTimeout: true,
  junit: true,
  json: true,
};

/** @throws {CannotRunError} that names the option and the way out. */
export function toConformanceOptions(flags: RunFlags): ConformanceOptions {
  const { target, command, apiKey, patience, upstreamPort = command ? 0 : 4020 } = flags;
  if (target === undefined && command === undefined) {
    throw refuse(
      '--target',
      'Give the adapter’s mount, such as http://127.0.0.1:3000/api/genvoris, or let --command start it.',
    );
  }
  if (target !== undefined && command !== undefined) {
    throw refuse(
      '--target',
      'It cannot go with --command, which is told its port in PORT. Give --mount for the path.',
    );
  }
  if (target !== undefined && apiKey === undefined) {
    throw refuse(
      '--api-key',
      'Give the key the adapter is configured with: the run searches every answer for it.',
    );
  }
  const { name, upstreamHost, internalSecret, origin, externalId, forwardedFor, guests, only, bail } = flags;
  const mount = flags.mount ?? '/api/genvoris';
  if (!mount.startsWith('/')) throw refuse('--mount', `${mount} does not begin with a slash.`);
  return defined({
    name,
    target,
    upstreamPort,
    upstreamHost,
    apiKey,
    internalSecret,
    origin: origin === undefined ? undefined : parseOrigin(origin),
    shopperHeaders: flags.shopperHeader?.map(parseHeader),
    externalId,
    forwardedFor,
    guests,
    unsupported: parseOperations(flags.unsupported ?? []),
    unresolvable: parseFaultTargets(flags.faultTarget ?? []),
    only,
    bail,
    patienceMs: patience,
    ...(command !== undefined && {
      start: (upstream) =>
        startCommand(
          {
            command,
            mount,
            patienceMs: flags.startTimeout ?? 30_000,
            timeoutMs: flags.adapterTimeout ?? 1000,
            guests: guests ?? 'allowed',
          },
          upstream,
        ),
    }),
  } satisfies Loose<ConformanceOptions>);
}

type Loose<T> = { [key in keyof T]: T[key] | undefined };

function defined(options: Loose<ConformanceOptions>): ConformanceOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

export function parseOperations(names: readonly string[]): StorefrontOperationId[] {
  const ids = names
    .flatMap((name) => name.split(','))
    .map((name) => name.trim())
    .filter(Boolean);
  for (const id of ids) {
    if (STOREFRONT_OPERATIONS.some((known) => known === id)) continue;
    throw refuse(
      '--unsupported',
      `${id} is no storefront operation. There are ${STOREFRONT_OPERATIONS.join(', ')}.`,
    );
  }
  return ids as StorefrontOperationId[];
}

function parseHeader(text: string): [string, string] {
  const at = text.indexOf(':');
  const name = text.slice(0, at).trim();
  const value = text.slice(at + 1).trim();
  if (at < 1 || !/^[A-Za-z0-9-]+$/.test(name) || !value.includes('{shopper}')) {
    throw refuse(
      '--shopper-header',
      `"${text}" is not 'Name: value' with {shopper} in the value, such as 'Cookie: shop_session={shopper}'.`,
    );
  }
  return [name, value];
}

function parseFaultTargets(texts: readonly string[]): string | undefined {
  let unresolvable: string | undefined;
  for (const text of texts) {
    const [name, ...rest] = text.split('=');
    if (name !== 'unresolvable') throw refuse('--fault-target', `"${text}" is not unresolvable=URL.`);
    unresolvable = rest.join('=');
  }
  return unresolvable;
}

function parseOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw refuse('--origin', `${text} is not an origin. Give it without a path, such as https://shop.example.`);
}

function refuse(option: string, sentence: string): CannotRunError {
  return new CannotRunError('bad_option', `${option}: ${sentence}`);
}
