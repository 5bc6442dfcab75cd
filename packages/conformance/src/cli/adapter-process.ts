import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotRunError } from '../core/cells/errors.ts';
import type { StartedAdapter, UpstreamForAdapter } from '../subjects/adapter/harness/options.ts';

export interface AdapterCommand {
  command: string;
  /** Where the adapter mounts itself, such as `/api/genvoris`. */
  mount: string;
  /** How long it may take to listen, in milliseconds. */
  patienceMs: number;
  /** What its calls upstream may take, handed to it in `GENVORIS_TIMEOUT_MS` (and more of it for uploads). */
  timeoutMs: number;
  guests: 'allowed' | 'refused';
}

/** Starts an adapter, in any language; where that is needed once more, with an upstream that has no address. */
export async function startCommand(
  options: AdapterCommand,
  upstream: UpstreamForAdapter,
): Promise<StartedAdapter> {
  const started: Started[] = [];
  const close = async () => {
    await Promise.all(started.map(({ stop }) => stop()));
  };
  try {
    for (const url of [upstream.url, ...(upstream.needsTwin ? [upstream.unresolvableUrl] : [])])
      started.push(await startOne(options, upstream, url));
  } catch (error) {
    await close();
    throw error;
  }
  const [adapter, unresolvable] = started.map(({ url }) => url);
  return { target: adapter ?? '', unresolvable, close };
}

interface Started {
  url: string;
  stop: () => Promise<void>;
}

async function startOne(
  { command, mount, patienceMs, timeoutMs, guests }: AdapterCommand,
  { apiKey, internalSecret, origin, model, orderSecret, webhookSecret, allowances }: UpstreamForAdapter,
  upstreamUrl: string,
): Promise<Started> {
  const port = await freePort();
  const child = spawn(command, {
    shell: true,
    // A group of its own, so that what the shell starts ends with it.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      GENVORIS_API_KEY: apiKey,
      GENVORIS_INTERNAL_SECRET: internalSecret,
      GENVORIS_PORTAL_URL: upstreamUrl,
      GENVORIS_BACKEND_URL: upstreamUrl,
      GENVORIS_SHOP_ORIGIN: origin,
      GENVORIS_TIMEOUT_MS: String(timeoutMs),
      // An upload of the largest size has to fit in as well.
      GENVORIS_PROXY_TIMEOUT_MS: String(Math.round(timeoutMs * 2.5)),
      GENVORIS_TRUSTED_PROXIES: '1',
      GENVORIS_GUESTS: String(guests === 'allowed'),
      GENVORIS_MODEL: model,
      GENVORIS_ORDER_SECRET: orderSecret,
      GENVORIS_WEBHOOK_SECRET: webhookSecret,
      GENVORIS_CREDITS_PER_ORDER: String(allowances.creditsPerOrder),
      GENVORIS_CREDITS_EXPIRE_DAYS: String(allowances.creditsExpireDays),
      GENVORIS_FREE_PER_MONTH: String(allowances.freePerMonth),
      GENVORIS_TRYONS_PER_SESSION: String(allowances.tryOnsPerSession),
      GENVORIS_SESSION_MINUTES: String(allowances.sessionMinutes),
      GENVORIS_SESSION_PRODUCTS: allowances.sessionProducts.join(','),
      GENVORIS_CTA_URL: allowances.ctaUrl,
      // Each instance begins with an empty book of its own.
      GENVORIS_LEDGER_FILE: ':memory:',
    },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output.push(chunk.toString());
      if (output.length > 100) output.shift();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stop = () => end(child, ended);
  const until = Date.now() + patienceMs;
  while (!(await accepts(port))) {
    const code = await Promise.race([ended.then((status) => ({ status })), sleep(50)]);
    const over = Date.now() > until;
    if (!code && !over) continue;
    await stop();
    const why = code
      ? `ended with ${code.status}`
      : `did not listen at 127.0.0.1:${port} (PORT) within ${patienceMs} ms`;
    throw new CannotRunError(
      'command_failed',
      `--command '${command}' ${why}. It said:\n${output.join('').slice(-2000) || '(nothing)'}`,
    );
  }
  return { url: `http://127.0.0.1:${port}${mount}`, stop };
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const kill = (signal: NodeJS.Signals) => {
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-(child.pid ?? 0), signal);
    } catch {
      // It has ended meanwhile.
    }
  };
  kill('SIGTERM');
  const timer = setTimeout(() => kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
}
