import { connect } from 'node:net';
import type { StorefrontModel } from '@genvoris/contract';
import { UNRESOLVABLE_URL } from '@genvoris/mock';
import { CannotRunError } from '../../../core/cells/errors.ts';
import { orderedProducts } from '../browser/shop-events.ts';
import type { SigningSecrets } from '../browser/signatures.ts';
import { ALLOWANCES, ctaUrlOf } from '../oracle/model-plan.ts';
import type { Canaries } from '../upstream/canaries.ts';
import { ScriptedUpstream } from '../upstream/scripted-upstream.ts';
import { AdapterHarness } from './harness.ts';
import type { ConformanceOptions, StartedAdapter } from './options.ts';

export const DEFAULT_ORIGIN = 'https://shop.example';

/** One upstream with one adapter on it: a cell has it to itself while it runs. */
export interface AdapterWorker {
  harness: AdapterHarness;
  target: URL;
  close: () => Promise<void>;
}

/** What one instance is started for. */
export interface WorkerPart {
  model: StorefrontModel;
  needsTwin: boolean;
  canaries: Canaries;
  secrets: SigningSecrets;
}

export async function openWorker(options: ConformanceOptions, part: WorkerPart): Promise<AdapterWorker> {
  const { model, canaries, secrets } = part;
  // A user who mistyped the address need not wait for the upstream to load.
  if (!options.start && options.target !== undefined) await reach(toUrl('--target', options.target));
  const upstream = await openUpstream(options, canaries);
  let adapter: StartedAdapter | undefined;
  let harness: AdapterHarness | undefined;
  const close = async () => {
    harness?.connections.close();
    await adapter?.close?.();
    await upstream.close();
  };
  try {
    adapter = await startAdapter(options, upstream.url, part);
    const target = toUrl('--target', adapter.target);
    const { unresolvable } = adapter;
    const {
      origin = DEFAULT_ORIGIN,
      externalId,
      forwardedFor = true,
      guests = 'allowed',
      patienceMs = 10_000,
    } = options;
    const shopperHeaders = options.shopperHeaders ?? [['Cookie', 'shop_session={shopper}'] as const];
    harness = new AdapterHarness(
      {
        target,
        unresolvable: unresolvable === undefined ? undefined : toUrl('--fault-target', unresolvable),
        origin,
        shopperHeaders: shopperHeaders.map(([name, value]) => [name, value]),
        externalId,
        forwardedFor,
        guests,
        patienceMs,
        model,
        ctaUrl: ctaUrlOf(model, origin),
        secrets,
      },
      upstream,
      canaries,
    );
    if (options.start) await reach(target);
    return { harness: harness, target, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openUpstream(options: ConformanceOptions, canaries: Canaries): Promise<ScriptedUpstream> {
  const { upstreamPort: port, upstreamHost: host } = options;
  try {
    return await ScriptedUpstream.open({ port, host, canaries });
  } catch (cause) {
    const message = `--upstream-port ${port ?? 0}: ${(cause as Error).message}`;
    throw new CannotRunError('upstream_not_listening', message, { cause });
  }
}

async function startAdapter(
  options: ConformanceOptions,
  url: string,
  { model, needsTwin, canaries, secrets }: WorkerPart,
): Promise<StartedAdapter> {
  const { start, target, unresolvable, origin = DEFAULT_ORIGIN } = options;
  const { apiKey, internalSecret = '' } = canaries;
  if (start) {
    return start({
      ...{ url, unresolvableUrl: UNRESOLVABLE_URL, needsTwin, apiKey, internalSecret, origin, model },
      orderSecret: secrets.order,
      webhookSecret: secrets.webhook,
      allowances: { ...ALLOWANCES, sessionProducts: orderedProducts(), ctaUrl: ctaUrlOf(model, origin) },
    });
  }
  if (target === undefined) {
    throw new CannotRunError('no_target', 'Give --target URL, or --command to start the adapter.');
  }
  return { target, unresolvable };
}

function toUrl(option: string, value: string | URL): URL {
  try {
    const url = new URL(value);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  } catch {
    // Said below, with the option's name.
  }
  throw new CannotRunError(
    'bad_url',
    `${option}: ${value} is not an http or https URL. Give the adapter's mount, such as http://127.0.0.1:3000/api/genvoris.`,
  );
}

async function reach(target: URL): Promise<void> {
  const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
  const failure = await new Promise<string | undefined>((resolve) => {
    const socket = connect({ host: target.hostname.replace(/^\[|\]$/g, ''), port, timeout: 5000 });
    socket.once('connect', () => resolve(undefined));
    socket.once('timeout', () => resolve('no connection within 5 seconds'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(`no connection (${error.code})`));
    socket.once('connect', () => socket.end()).once('timeout', () => socket.destroy());
  });
  if (failure === undefined) return;
  throw new CannotRunError(
    'target_unreachable',
    `--target ${target.href}: ${failure}. Start the adapter there, or let --command start it.`,
  );
}
