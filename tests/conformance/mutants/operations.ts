/** The operations of the reference adapters today, by what a mutant can break in them. */
export const STATUS = ['getStorefrontStatus'] as const;
export const SESSION = ['createStorefrontSession'] as const;
export const PROXIES = ['proxyAnalyze', 'proxyTryon'] as const;
export const TRYON = ['proxyTryon'] as const;
export const EVENTS = ['sendStorefrontEvents'] as const;
/** Those that take a CSRF token. */
export const MUTATIONS = [...SESSION, ...PROXIES, 'useCredits', 'createCheckout'] as const;
/** Those that the models which count offer. */
export const MONEY = ['useCredits', 'createCheckout', 'getShopperAccount'] as const;
/** Those that servers call, and sign. */
export const SERVERS = ['receiveShopEvent', 'receiveWebhook'] as const;
/** Those that a page of the shop sends. */
export const FROM_PAGE = [...MUTATIONS, ...EVENTS] as const;
/** Those that call upstream. */
export const CALLING = [...STATUS, ...SESSION, ...PROXIES, ...EVENTS] as const;
export const TO_BROWSERS = [...CALLING, ...MONEY, 'getNonce'] as const;
export const ALL = [...TO_BROWSERS, ...SERVERS] as const;
/** Those that name the shopper to the portal. */
export const NAMING = [...STATUS, ...SESSION, ...TRYON] as const;

export const GOOD_DAY = '*/browser/answer/good-day';
/** A documented refusal of the key, in each family. */
export const KEY_REFUSED = '*/error/invalid_*key';
