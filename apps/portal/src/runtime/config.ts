import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FAILURE_LIMIT } from '@genvoris/contract';
import type { HttpEngineOptions } from '../images/engine/http-engine.ts';
import { DataFolderError, makeDataFolder, withinFolder } from '../storage/data-folder.ts';
import type { DatabaseLocation } from '../storage/database.ts';
import { readTracing, type TracingSettings } from './tracing/settings.ts';

/** How a portal is set up. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly database: DatabaseLocation;
  readonly secret: string;
  readonly previousSecrets: readonly string[];
  /** The text of `x-internal-secret`; undefined derives one from `secret`. */
  readonly internalSecret: string | undefined;
  readonly issuer: string;
  /** How many proxies in front of the portal may name the client's address. */
  readonly trustedProxies: number;
  /** Multiplies every documented rate limit; 0 switches them off. */
  readonly rateLimitScale: number;
  /** How often an address may fail to authenticate in five minutes; 0 is as often as it likes. */
  readonly failedAuthentications: number;
  /** How long the widget's events and sessions are kept (days); their counts stay. */
  readonly eventsKeptDays: number;
  /** By how many products of a store a day's events and orders are split; the others are counted together. */
  readonly productsPerDay: number;
  readonly logLevel: LogLevel;
  /** The model server; undefined for the built-in preview compositor. */
  readonly engine: HttpEngineOptions | undefined;
  /** Where the portal is reached from outside, without a trailing slash; undefined takes each request's word. */
  readonly publicUrl: string | undefined;
  /** Whether webhooks and product pictures may be at loopback and private addresses: for a laptop. */
  readonly allowPrivateReceivers: boolean;
  /** What a collector presents at `/metrics`; undefined counts nothing and answers 404. */
  readonly metricsToken: string | undefined;
  /** How spans are told to a collector; undefined tells nobody, and loads nothing for it. */
  readonly tracing: TracingSettings | undefined;
}

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Settings that cannot be used; each problem names its variable. */
export class ConfigError extends Error {
  readonly code = 'invalid_configuration';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const LEAST_SECRET = 32;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from the environment (README.md lists the variables).
 *
 * Embedded storage needs none: the secret is made on the first start and kept in the data folder.
 *
 * @throws ConfigError naming every variable that is wrong; DataFolderError
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  function given(name: string): string | undefined {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  }
  function number(name: string, fallback: number, [least, most]: [number, number], whole = true): number {
    const text = given(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value)))
      return value;
    problems.push(
      `${name} must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not ${JSON.stringify(text)}.`,
    );
    return fallback;
  }
  function secretOf(name: string, least: number): string | undefined {
    const value = given(name);
    if (value !== undefined && Buffer.byteLength(value) < least) {
      problems.push(`${name} must have at least ${least} bytes. Make one with: openssl rand -base64 32`);
    }
    return value;
  }

  function yesOrNo(name: string, fallback: boolean): boolean {
    const value = given(name)?.toLowerCase();
    if (value === undefined) return fallback;
    if (['1', 'true', 'yes'].includes(value)) return true;
    if (!['0', 'false', 'no'].includes(value)) problems.push(`${name} must be true or false.`);
    return false;
  }

  /** What is not http or https would only be found out when it is first needed. */
  function address(name: string): string | undefined {
    const value = given(name);
    const protocol = value === undefined ? 'http:' : URL.parse(value)?.protocol;
    if (protocol !== 'http:' && protocol !== 'https:') {
      problems.push(`${name} must be a URL that starts with http:// or https://.`);
    }
    return value;
  }

  const url = given('DATABASE_URL');
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) {
    problems.push('DATABASE_URL must start with postgres:// (leave it out for embedded storage).');
  } else if (url !== undefined && !URL.canParse(url)) {
    problems.push(
      'DATABASE_URL must be a URL such as postgres://user:password@host/database, with %-escapes for what is special in a password.',
    );
  }
  const data = given('GENVORIS_DATA') ?? '.genvoris/portal';
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(data)) {
    problems.push('GENVORIS_DATA must be the path of a folder, not a URL (DATABASE_URL names a server).');
  }
  const folder = resolve(data);
  let secret = secretOf('GENVORIS_SECRET', LEAST_SECRET);
  if (secret === undefined && url !== undefined) {
    problems.push(
      'GENVORIS_SECRET is required with DATABASE_URL: it seals the keys kept there, and every process needs the same. Make one with: openssl rand -base64 32',
    );
  }
  const previousSecrets = (given('GENVORIS_PREVIOUS_SECRETS') ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (previousSecrets.some((each) => Buffer.byteLength(each) < LEAST_SECRET)) {
    problems.push(
      `GENVORIS_PREVIOUS_SECRETS must be earlier secrets, of at least ${LEAST_SECRET} bytes each, separated by commas.`,
    );
  }
  const internalSecret = secretOf('GENVORIS_INTERNAL_SECRET', 16);
  const metricsToken = secretOf('GENVORIS_METRICS_TOKEN', 16);
  if (metricsToken !== undefined && /\s/.test(metricsToken)) {
    problems.push('GENVORIS_METRICS_TOKEN must be without spaces.');
  }
  const issuer = given('GENVORIS_ISSUER') ?? 'https://genvoris.org';
  if (!URL.canParse(issuer)) problems.push('GENVORIS_ISSUER must be a URL, such as https://genvoris.org.');
  const publicUrl = address('GENVORIS_PUBLIC_URL');
  // Paths are put behind it, and shops are told it.
  if (/[?#]|\/\/[^/]*@/.test(publicUrl ?? '')) {
    problems.push('GENVORIS_PUBLIC_URL must be without a password, a query and a fragment.');
  }
  const engineUrl = address('GENVORIS_ENGINE_URL');
  const engineToken = given('GENVORIS_ENGINE_TOKEN');
  if (/[^\x20-\x7e]/.test(engineToken ?? '')) {
    problems.push('GENVORIS_ENGINE_TOKEN must be a line of ASCII: it goes in a header.');
  }
  const level = given('LOG_LEVEL') ?? 'info';
  const logLevel = LOG_LEVELS.find((each) => each === level);
  if (!logLevel)
    problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not ${JSON.stringify(level)}.`);
  const config = {
    host: given('HOST') ?? '127.0.0.1',
    port: number('PORT', 8787, [0, 65_535]),
    previousSecrets,
    internalSecret,
    issuer,
    trustedProxies: number('GENVORIS_TRUSTED_PROXIES', 0, [0, 10]),
    rateLimitScale: number('GENVORIS_RATE_LIMIT_SCALE', 1, [0, 1_000_000], false),
    failedAuthentications: number('GENVORIS_FAILED_AUTHENTICATIONS', FAILURE_LIMIT.limit, [0, 1_000_000]),
    eventsKeptDays: number('GENVORIS_EVENTS_KEPT_DAYS', 30, [1, 400]),
    productsPerDay: number('GENVORIS_PRODUCTS_PER_DAY', 1_000, [1, 100_000]),
    logLevel: logLevel ?? 'info',
    engine:
      engineUrl === undefined
        ? undefined
        : {
            url: engineUrl,
            token: engineToken,
            timeoutMs: number('GENVORIS_ENGINE_TIMEOUT_MS', 60_000, [100, 600_000]),
          },
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    metricsToken,
    tracing: readTracing({ given, number, problems }),
    allowPrivateReceivers: yesOrNo('GENVORIS_ALLOW_PRIVATE_RECEIVERS', false),
    database:
      url === undefined
        ? ({ kind: 'pglite', folder } as const)
        : ({ kind: 'postgres', url, connections: number('DATABASE_CONNECTIONS', 10, [1, 500]) } as const),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  secret ??= keptSecret(folder);
  return { ...config, secret };
}

/** @throws DataFolderError */
function keptSecret(folder: string): string {
  const file = join(folder, 'secret');
  makeDataFolder(folder);
  return withinFolder(folder, () => {
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // What was begun, on a disk that is full, would be a secret that everybody can guess.
      if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(file, { force: true });
      if (code !== 'EEXIST') throw error;
    }
    const secret = readFileSync(file, 'utf8').trim();
    if (Buffer.byteLength(secret) >= LEAST_SECRET) return secret;
    throw new DataFolderError(folder, `${file} is no secret of at least ${LEAST_SECRET} bytes`);
  });
}
