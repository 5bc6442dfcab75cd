import { joinStore } from '../../src/domain/merchants/merchant.ts';
import { startMerchantSession } from '../../src/domain/merchants/merchant-session.ts';
import { hashPassword } from '../../src/domain/merchants/password.ts';
import type { TestPortal, TestStore } from '../kit/test-portal.ts';

export const PASSWORD = 'correct horse battery';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

/** A browser without a script: cookies, an Origin, and the token of the page it is on. */
export interface Browsing {
  readonly cookies: Map<string, string>;
  readonly origin: string;
  readonly csrf: string;
  get(path: string): Promise<Answer>;
  /** Sends a form as a page of the portal would. `headers` replaces what the browser says of itself. */
  post(
    path: string,
    fields?: Readonly<Record<string, string>> | [string, string][],
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** `post`, and the page it leads to. */
  submit(path: string, fields?: Readonly<Record<string, string>> | [string, string][]): Promise<Answer>;
}

export function browse({ server }: TestPortal): Browsing {
  const cookies = new Map<string, string>();
  let csrf = '';
  async function send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${server.url}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    return {
      status: response.status,
      text,
      location: response.headers.get('location'),
      headers: response.headers,
    };
  }
  const browsing: Browsing = {
    cookies,
    origin: server.url,
    get csrf() {
      return csrf;
    },
    get: (path) => send(path, {}),
    post: (path, fields = {}, headers = { origin: server.url, 'sec-fetch-site': 'same-origin' }) => {
      const body = new URLSearchParams(fields as Record<string, string>);
      if (!body.has('csrf')) body.set('csrf', csrf);
      return send(path, { method: 'POST', body, headers });
    },
    async submit(path, fields) {
      const { location, ...answer } = await browsing.post(path, fields);
      return location === null ? { location, ...answer } : browsing.get(location);
    },
  };
  return browsing;
}

let merchants = 0;
// One for all: hashing takes its time on purpose.
const hash = hashPassword(PASSWORD);

export async function addSignIn({ portal, clock }: TestPortal, ...stores: TestStore[]): Promise<string> {
  merchants += 1;
  const email = `merchant${merchants}-${process.pid}@shop.example`;
  const now = clock.now();
  await portal.db
    .insertInto('merchants')
    .values({ email, password_hash: await hash, created_at: now, updated_at: now })
    .execute();
  for (const { storeId } of stores) await joinStore(portal.db, storeId, email);
  return email;
}

/** A merchant of the stores, signed in to the first of them, on the overview. */
export async function signIn(running: TestPortal, ...stores: [TestStore, ...TestStore[]]): Promise<Browsing> {
  const email = await addSignIn(running, ...stores);
  const who = { storeId: stores[0].storeId, merchant: email };
  const { token } = await startMerchantSession(running.portal.db, who, running.clock.now());
  const browsing = browse(running);
  browsing.cookies.set('genvoris_session', token);
  await browsing.get('/dashboard');
  return browsing;
}
