import { isStorable } from '@genvoris/contract';
import { validateRequest } from '@genvoris/contract/validators/connect';
import { ApiError } from '../../foundation/api-error.ts';

/** What a shop asks for, as its link says (openapi/connect.yaml, startConnect). */
export interface ConnectRequest {
  readonly siteUrl: string;
  readonly siteName: string;
  readonly adminEmail: string;
  readonly returnUrl: string;
  readonly pluginVersion: string;
  readonly state: string;
}

const PARAMETERS = [
  'site_url',
  'site_name',
  'admin_email',
  'return_url',
  'platform',
  'plugin_version',
  'state',
] as const;
type Parameter = (typeof PARAMETERS)[number];

const EMAIL = /^(?=.{3,254}$)[^\s@<>"]{1,64}@[^\s@<>"]{1,252}$/;
const VERSION = /^[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}(-[0-9A-Za-z.-]{1,40})?$/;

/** Reads the link's parameters, each there once. @throws ApiError `invalid_body` naming all that are wrong */
export function readConnectRequest(query: URLSearchParams): ConnectRequest {
  const errors: Record<string, string[]> = {};
  const value = (name: Parameter): string => {
    const [first, ...more] = query.getAll(name);
    if (first === undefined || more.length > 0) errors[`/${name}`] = ['must be there once'];
    return first ?? '';
  };
  const given = Object.fromEntries(PARAMETERS.map((name) => [name, value(name)])) as Record<
    Parameter,
    string
  >;
  const check = (name: Parameter, ok: boolean, sentence: string) => {
    if (!ok) errors[`/${name}`] ??= [sentence];
  };
  check(
    'site_name',
    given.site_name.trim() !== '' && given.site_name.length <= 200 && isStorable(given.site_name),
    'must have 1 to 200 characters',
  );
  check('admin_email', EMAIL.test(given.admin_email), 'must be an email address');
  check('platform', given.platform === 'wordpress', 'must be "wordpress"');
  check('plugin_version', VERSION.test(given.plugin_version), 'must be a version such as 1.4.2');
  check(
    'state',
    isExchangeField('state', given.state),
    'must be 16 to 512 letters, digits or one of . _ ~ -',
  );
  const site = readConnectUrl(given.site_url);
  const back = readConnectUrl(given.return_url);
  check('site_url', site !== undefined, 'must be an https address without user, password or fragment');
  check('return_url', back !== undefined, 'must be an https address without user, password or fragment');
  check('return_url', !site || back?.origin === site.origin, 'must have the origin of site_url');
  const ours = ['code', 'state', 'error'].some((name) => back?.searchParams.has(name));
  check('return_url', !ours, 'must not have code, state or error in its query');
  if (Object.keys(errors).length > 0) {
    throw new ApiError('invalid_body', {
      detail: 'The link of the shop is not complete.',
      fieldErrors: errors,
    });
  }
  return {
    siteUrl: given.site_url,
    siteName: given.site_name.trim(),
    adminEmail: given.admin_email,
    returnUrl: given.return_url,
    pluginVersion: given.plugin_version,
    state: given.state,
  };
}

/**
 * A name or address as the web has them. A URL's host may also have `*`, `,` and `;` in it, which mean something
 * in a list of allowed domains and in a Content-Security-Policy.
 */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d+)?$/;

/** The URL as browsers will read it, or undefined if it is not one that we send somebody to. */
function readConnectUrl(text: string): URL | undefined {
  // White space and backslashes are read in as many ways as there are parsers.
  if (!/^[!-[\]-~]+$/.test(text) || !isExchangeField('return_url', text)) return undefined;
  const url = URL.parse(text);
  return url && url.username === '' && url.password === '' && HOST.test(url.host) ? url : undefined;
}

/** The schemas of `state` and of addresses are those of the exchange, which has to repeat them. */
function isExchangeField(field: 'state' | 'return_url', value: string): boolean {
  const result = validateRequest('exchangeConnectCode', {
    code: 'a-code-of-some-length',
    state: 'a-state-of-some-length',
    return_url: 'https://shop.example',
    [field]: value,
  });
  return result.ok;
}

/** `return_url` with more in its query; what it had is kept. */
export function returnTo(returnUrl: string, added: Readonly<Record<string, string>>): string {
  const url = new URL(returnUrl);
  const query = new URLSearchParams(added).toString();
  return `${url.origin}${url.pathname}${url.search === '' ? '?' : `${url.search}&`}${query}`;
}

/** The shop's home address, as the key of its connection: origin and path, without a slash at the end. */
export function siteOf(siteUrl: string): string {
  const { origin, pathname } = new URL(siteUrl);
  return origin + pathname.replace(/\/+$/, '');
}
