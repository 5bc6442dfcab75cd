import type { TransportResponse, TransportResult } from '@genvoris/node';

/** Who a WordPress site says sent a cookie and a nonce. */
export type WordPressVisitor =
  /** `renewed` is the nonce to go on with, where the site gives one. */
  | {
      kind: 'user';
      id: number;
      email: string | undefined;
      managesStore: boolean;
      renewed: string | undefined;
    }
  /** Nobody is signed in. `accepted`: the nonce is a good one of a guest. */
  | { kind: 'guest'; accepted: boolean; renewed: string | undefined }
  | { kind: 'bad_nonce' };

/** Either may manage a shop: WooCommerce's shop managers, WordPress's administrators. */
const MANAGING = ['manage_woocommerce', 'manage_options'];

/** Reads what `/wp/v2/users/me?context=edit` answered. @throws Error that says what is wrong with it */
export function readVisitor(answer: TransportResult): WordPressVisitor {
  if (!answer.ok)
    throw new Error(`WordPress's users/me failed: ${answer.failure.kind} (${answer.failure.phase})`);
  const { status } = answer;
  if (refusesNonce(answer)) return { kind: 'bad_nonce' };
  const given = answer.headers['x-wp-nonce'];
  const renewed = given !== undefined && /^[\w.-]{6,64}$/.test(given) ? given : undefined;
  if (status === 401) return { kind: 'guest', accepted: renewed !== undefined, renewed };
  const body = parseObject(answer.body);
  if (status !== 200)
    throw new Error(`WordPress's users/me answered ${status}${wordOf(body)}${wayOut(status)}`);
  // A cache in between may hold somebody else's answer.
  if (Number(answer.headers.age ?? 0) > 0)
    throw new Error("WordPress's users/me came from a cache: let nothing keep what /wp-json answers");
  const { id, email, capabilities } = body;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 1)
    throw new Error("WordPress's users/me answered 200 without the user's id");
  const may = typeof capabilities === 'object' && capabilities !== null ? capabilities : {};
  const managesStore = MANAGING.some((name) => Object.hasOwn(may, name) && isGranted(may[name as never]));
  // Whether it is an email is for the storefront to say, which leaves out and reports what is none.
  return { kind: 'user', id, email: typeof email === 'string' ? email : undefined, managesStore, renewed };
}

export function refusesNonce({ status, body }: TransportResponse): boolean {
  return status === 403 && parseObject(body).code === 'rest_cookie_invalid_nonce';
}

/** As PHP keeps it: plugins write 1 for true. */
function isGranted(value: unknown): boolean {
  return value === true || value === 1 || value === '1';
}

function wordOf({ code }: Record<string, unknown>): string {
  return typeof code === 'string' && /^\w{1,64}$/.test(code) ? ` ${code}` : '';
}

function wayOut(status: number): string {
  if (status === 404) return ': with plain permalinks, set restUrl to "<siteUrl>/?rest_route="';
  return status >= 300 && status < 400 ? ': set siteUrl to the address that it redirects to' : '';
}

function parseObject(body: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
