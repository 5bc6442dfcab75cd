import { SPECS } from '@genvoris/contract';
import { validateRequestWith } from '@genvoris/contract/validation';
import { exchangeConnectCode as validators } from '@genvoris/contract/validators/connect';

/** What the merchant sees of the shop on the consent page. */
export interface ConnectOptions {
  /** The shop's name, at most 200 characters. */
  siteName: string;
  /**
   * The shop's home address, without a slash at the end: events go to `/wp-json/genvoris/v1/webhook` below it, so that is where
   * the storefront has to be mounted. Default: `shopOrigin`, the first of several.
   */
  siteUrl?: string | undefined;
  /** The page of the shop's administration that takes `code` and `state`. Default: `<siteUrl>/wp-admin/admin.php?page=genvoris`. */
  returnUrl?: string | undefined;
  /** Prefills the merchant's sign-in. Default: the email that `identify` gives of the administrator. */
  adminEmail?: string | undefined;
  /** The version of what the shop runs, such as `1.4.2`. Default: the contract's. */
  pluginVersion?: string | undefined;
}

export interface ConnectSettings extends Omit<ConnectOptions, 'siteUrl' | 'returnUrl' | 'pluginVersion'> {
  readonly siteUrl: string;
  readonly returnUrl: string;
  readonly pluginVersion: string;
}

const VERSION = /^[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}(?:-[0-9A-Za-z.-]{1,40})?$/;
const EMAIL = /^(?=.{3,254}$)[^\s@<>"]{1,64}@[^\s@<>"]{1,252}$/;
const CONTRACT_VERSION = SPECS.connect.version;

/** The options with their defaults, or the rule that one of them breaks. */
export function parseConnect(options: ConnectOptions, home: string): ConnectSettings | string {
  if (typeof options !== 'object' || options === null)
    return 'must be what the consent page says of the shop';
  const { siteName, siteUrl = home, adminEmail, pluginVersion = CONTRACT_VERSION } = options;
  const { returnUrl = `${siteUrl}/wp-admin/admin.php?page=genvoris` } = options;
  if (typeof siteName !== 'string' || siteName.trim() === '' || siteName.length > 200)
    return 'must have siteName, the name of the shop in 1 to 200 characters';
  if (!isConnectUrl(siteUrl) || siteUrl.endsWith('/'))
    return 'must have for siteUrl an https address without a slash at the end, or http on this machine';
  if (!isConnectUrl(returnUrl) || new URL(returnUrl).origin !== new URL(siteUrl).origin)
    return 'must have for returnUrl an address with the origin of siteUrl';
  if (['code', 'state', 'error'].some((name) => new URL(returnUrl).searchParams.has(name)))
    return 'must have no code, state or error in the query of returnUrl';
  if (adminEmail !== undefined && !EMAIL.test(adminEmail)) return 'must have an email address for adminEmail';
  if (!VERSION.test(pluginVersion)) return 'must have for pluginVersion a version such as 1.4.2';
  return { siteName, siteUrl, returnUrl, adminEmail, pluginVersion };
}

/** The portal takes an address that the exchange takes, which repeats it. */
function isConnectUrl(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 1000 || !URL.canParse(value)) return false;
  const exchange = { code: 'a-code-of-some-length', state: 'a-state-of-some-length', return_url: value };
  return validateRequestWith({ exchangeConnectCode: validators }, 'exchangeConnectCode', exchange).ok;
}
