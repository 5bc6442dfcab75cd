import type { Options } from './options.ts';
import { OFF, ON, refuse, settingId, settingText, settingUrl } from './setting.ts';
import type { LinkCta } from './view/view.ts';

const DEFAULT_PROXY = '/api/genvoris';
const DEFAULT_BACKEND = 'https://api.genvoris.org';

/** Where the widget's requests go: the shop's adapter, or (legacy) the try-on backend itself. */
export type Route =
  | { mode: 'proxy'; base: string }
  | { mode: 'direct'; base: string; apiKey: string; sessionToken: () => string | undefined };

export interface Config {
  route: Route;
  locale: string;
  /** Where each call to action leads; without an address it raises `genvoris:cta`. */
  links: Partial<Record<LinkCta, string>>;
  productId?: string;
  theme?: 'light' | 'dark';
  /** `data-messages`, still to be read. */
  messages?: unknown;
}

/** Reads the options. Total: what makes no sense counts as absent, and is named on the console. */
export function readConfig(data: Options, page: { lang: string }): Config {
  const links: Config['links'] = {};
  const link = (cta: LinkCta, url: string | undefined) => {
    if (url) links[cta] = url;
  };
  const upgrade = settingUrl('data-upgrade-url', data.upgradeUrl);
  link('sign_in', settingUrl('data-login-url', data.loginUrl));
  link('checkout', settingUrl('data-checkout-url', data.checkoutUrl));
  link('purchase', settingUrl('data-purchase-url', data.purchaseUrl));
  link('upgrade', upgrade);
  link('subscribe', settingUrl('data-subscribe-url', data.subscribeUrl) ?? upgrade);

  const config: Config = { route: readRoute(data), locale: readLocale(data.locale, page.lang), links };
  const productId = settingId('data-product-id', data.productId);
  if (productId) config.productId = productId;
  const theme = settingText('data-theme', data.theme).toLowerCase();
  if (theme === 'light' || theme === 'dark') config.theme = theme;
  else if (theme && theme !== 'auto') refuse('data-theme', theme, 'light, dark or auto');
  if (data.messages) config.messages = data.messages;
  return config;
}

function readRoute(data: Options): Route {
  const proxy = settingText('data-proxy', data.proxy);
  let apiKey = settingText('data-api-key', data.apiKey);
  if (apiKey && !/^gvk_[ -~]+$/.test(apiKey)) {
    // Its text may be somebody else's secret.
    refuse('data-api-key', '…', 'a key of Genvoris (gvk_…)');
    apiKey = '';
  }
  if (apiKey && (data.proxy == null || OFF.test(proxy))) {
    return {
      mode: 'direct',
      base: readBase('data-backend', data.backend, DEFAULT_BACKEND, 'https://'),
      apiKey,
      sessionToken: () => settingText('data-end-customer-token', data.endCustomerToken) || undefined,
    };
  }
  const base = ON.test(proxy) ? '' : proxy;
  return { mode: 'proxy', base: readBase('data-proxy', base, DEFAULT_PROXY) };
}

/** @param start what belongs before an address that has neither scheme nor slash */
function readBase(name: string, value: unknown, usual: string, start = ''): string {
  const text = settingUrl(name, value);
  if (!text) return usual;
  const whole = /^([a-z]+:)?[\\/]/i.test(text) ? text : start + text;
  return whole.replace(/#.*/, '').replace(/[\\/]+$/, '');
}

function readLocale(given: unknown, lang: string): string {
  const locale = knownLocale(settingText('data-locale', given));
  if (locale === undefined) refuse('data-locale', String(given), 'a language such as de-AT');
  return locale || knownLocale(lang) || 'en';
}

/** The tag that the browser knows a locale by; `''` for none, `undefined` where there is no such locale. */
function knownLocale(text: string): string | undefined {
  // Servers write de_DE.UTF-8, and browsers de-AT,de;q=0.8.
  const [tag = ''] = text.replaceAll('_', '-').split(/[\s,;.@]/);
  try {
    return tag && Intl.DateTimeFormat.supportedLocalesOf(tag)[0];
  } catch {
    return undefined;
  }
}
