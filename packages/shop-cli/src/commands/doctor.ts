import { ERRORS, type ErrorCode, parseStatus } from '@genvoris/contract';
import { getStatus } from '@genvoris/contract/operations/status';
import { receiveWebhook } from '@genvoris/contract/operations/storefront';
import { getJwks } from '@genvoris/contract/operations/v1';
import { readConnection } from '@genvoris/storefront';
import { openLedger } from '../settings/open-ledger.ts';
import type { Settings } from '../settings/settings.ts';

/** What one check found, and what to do about it. */
export interface Finding {
  check: 'key' | 'portal' | 'clock' | 'database' | 'webhook';
  ok: boolean;
  says: string;
  /** The way out; absent where all is well. */
  todo?: string;
}

const TIMEOUT_MS = 10_000;
/** Signatures are good for five minutes; half of that leaves time for the delivery. */
const MOST_SKEW_SECONDS = 150;

/** Looks at everything that a shop's side needs; none of the checks ends the others. */
export async function examine(settings: Settings): Promise<Finding[]> {
  const [key, [portal, clock], database, webhook] = await Promise.all([
    checkKey(settings),
    checkPortal(settings),
    checkDatabase(settings),
    checkWebhook(settings),
  ]);
  return [key, portal, clock, database, webhook];
}

async function checkKey({ apiKey, vault, backendUrl }: Settings): Promise<Finding> {
  const good = (says: string): Finding => ({ check: 'key', ok: true, says });
  const bad = (says: string, todo: string): Finding => ({ check: 'key', ok: false, says, todo });
  let key = apiKey;
  if (key === undefined && vault !== undefined) {
    const kept = (await readConnection(vault)).apiKey;
    if (kept.kind === 'unreadable')
      return bad(
        `the vault's key cannot be opened (${kept.why})`,
        'put the earlier secret into GENVORIS_PREVIOUS_SECRETS, or run genvoris-shop connect',
      );
    if (kept.kind === 'secret') key = kept.secret;
  }
  if (key === undefined)
    return bad('there is no API key', 'put it into GENVORIS_API_KEY, or run genvoris-shop connect');
  const answer = await ask(backendUrl + getStatus.path, { headers: { authorization: `Bearer ${key}` } });
  if (typeof answer === 'string')
    return bad(
      `the try-on backend cannot be reached: ${answer}`,
      'check GENVORIS_BACKEND_URL and the network',
    );
  if (answer.status === 401 || answer.status === 403)
    return bad(
      `Genvoris does not take the key ${mask(key)}`,
      'take a new one from the dashboard, or run genvoris-shop connect',
    );
  if (answer.status !== 200) return bad(`the try-on backend answered ${answer.status}`, 'try again later');
  return good(`${mask(key)} works: access ${parseStatus(answer.body).access}`);
}

async function checkPortal({ portalUrl }: Settings): Promise<[Finding, Finding]> {
  const began = Date.now();
  const answer = await ask(portalUrl + getJwks.path);
  if (typeof answer === 'string') {
    const todo = 'check GENVORIS_PORTAL_URL and the network';
    return [
      { check: 'portal', ok: false, says: `${portalUrl} cannot be reached: ${answer}`, todo },
      { check: 'clock', ok: false, says: 'not known without the portal', todo },
    ];
  }
  const ok = answer.status === 200;
  const portal: Finding = {
    check: 'portal',
    ok,
    says: `${portalUrl} answered ${answer.status}`,
    ...(!ok && { todo: 'check GENVORIS_PORTAL_URL: is it a portal of Genvoris?' }),
  };
  const theirs = Date.parse(answer.date ?? '');
  // `Date` has whole seconds, of some moment between question and answer.
  const skew = Math.round(((began + Date.now()) / 2 - theirs - 500) / 1000);
  if (Number.isNaN(skew))
    return [
      portal,
      { check: 'clock', ok: false, says: 'the portal sent no Date', todo: 'check GENVORIS_PORTAL_URL' },
    ];
  const near = Math.abs(skew) <= MOST_SKEW_SECONDS;
  const says =
    Math.abs(skew) < 2
      ? 'this clock is right'
      : `this clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}`;
  return [
    portal,
    {
      check: 'clock',
      ok: near,
      says,
      ...(!near && { todo: 'set the clock (NTP): webhooks are refused at five minutes' }),
    },
  ];
}

async function checkDatabase(settings: Settings): Promise<Finding> {
  const found = (ok: boolean, says: string, todo?: string): Finding => ({
    check: 'database',
    ok,
    says,
    ...(todo && { todo }),
  });
  if (settings.ledger === undefined)
    return found(true, 'no ledger is set (GENVORIS_LEDGER); FREE_ALL needs none');
  try {
    const opened = await openLedger(settings);
    try {
      await opened.open();
      const { accounts, entries, problems } = await opened.verify();
      if (problems.length === 0) return found(true, `${accounts} accounts and ${entries} entries add up`);
      return found(
        false,
        `${problems.length} things do not add up`,
        'run genvoris-shop ledger verify to see them',
      );
    } finally {
      await opened.close();
    }
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'UsageError') return found(false, message, 'correct it in .env');
    // What a driver says may hold the address, and that the password.
    return found(
      false,
      'the database of GENVORIS_LEDGER cannot be opened',
      `is it running, and are name and password right? (${(error as NodeJS.ErrnoException).code ?? name})`,
    );
  }
}

async function checkWebhook({ mountUrl }: Settings): Promise<Finding> {
  const url = mountUrl + receiveWebhook.path;
  const answer = await ask(url, { method: 'POST', body: '{}' });
  const found = (ok: boolean, says: string, todo?: string): Finding => ({
    check: 'webhook',
    ok,
    says,
    ...(todo && { todo }),
  });
  if (typeof answer === 'string')
    return found(
      false,
      `${url} cannot be reached: ${answer}`,
      'start the shop, and check SHOP_ORIGIN and GENVORIS_MOUNT',
    );
  const { code } = (answer.body ?? {}) as { code?: unknown };
  const says = (word: ErrorCode) => answer.status === ERRORS[word].status && code === word;
  if (says('invalid_signature')) return found(true, `${url} refuses what is not signed, as it should`);
  if (says('path_not_allowed'))
    return found(
      false,
      'the shop takes no events',
      'set GENVORIS_WEBHOOK_SECRET, or run genvoris-shop connect',
    );
  return found(
    false,
    `${url} answered ${answer.status}`,
    'is the storefront mounted there? check SHOP_ORIGIN and GENVORIS_MOUNT',
  );
}

interface Answer {
  status: number;
  date: string | null;
  body: unknown;
}

async function ask(url: string, init: RequestInit = {}): Promise<Answer | string> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = (await answer.text()).slice(0, 65_536);
    return { status: answer.status, date: answer.headers.get('date'), body: parse(text) };
  } catch (error) {
    const { cause, name } = error as Error & { cause?: NodeJS.ErrnoException };
    return cause?.code ?? (name === 'TimeoutError' ? `no answer in ${TIMEOUT_MS / 1000} s` : name);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As much of a key as tells one from another. */
export function mask(key: string): string {
  return `${/^gvk_[a-z]+_/.exec(key)?.[0] ?? ''}…${key.length > 16 ? key.slice(-4) : ''}`;
}
