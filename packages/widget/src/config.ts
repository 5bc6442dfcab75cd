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
  /** The text of `data-messages`, still to be read. */
  messages?: string;
}

/** The attributes of the script tag, as `dataset` gives them. Read again on use where they may change. */
export type ScriptData = Readonly<Record<string, string | undefined>>;

/** Reads the script tag's attributes. Total: what makes no sense counts as absent. */
export function readConfig(data: ScriptData, page: { lang: string }): Config {
  const links: Config['links'] = {};
  if (data.loginUrl) links.sign_in = data.loginUrl;
  if (data.checkoutUrl) links.checkout = data.checkoutUrl;
  if (data.purchaseUrl) links.purchase = data.purchaseUrl;
  const upgrade = data.upgradeUrl;
  if (upgrade) links.upgrade = upgrade;
  const subscribe = data.subscribeUrl || upgrade;
  if (subscribe) links.subscribe = subscribe;

  const config: Config = { route: readRoute(data), locale: readLocale(data.locale, page.lang), links };
  if (data.productId) config.productId = data.productId;
  if (data.theme === 'light' || data.theme === 'dark') config.theme = data.theme;
  if (data.messages) config.messages = data.messages;
  return config;
}

function readRoute(data: ScriptData): Route {
  if (data.proxy === undefined && data.apiKey) {
    return {
      mode: 'direct',
      base: trimSlash(data.backend || DEFAULT_BACKEND),
      apiKey: data.apiKey,
      sessionToken: () => data.endCustomerToken || undefined,
    };
  }
  return { mode: 'proxy', base: trimSlash(data.proxy || DEFAULT_PROXY) };
}

function trimSlash(base: string): string {
  return base.replace(/\/+$/, '');
}

function readLocale(...candidates: (string | undefined)[]): string {
  for (const candidate of candidates) {
    try {
      if (candidate) return new Intl.Locale(candidate).toString();
    } catch {
      // Not a language tag; the next one may be.
    }
  }
  return 'en';
}
