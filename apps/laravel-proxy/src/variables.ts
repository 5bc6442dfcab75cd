import type { LaravelStorefrontOptions } from '@genvoris/storefront/laravel';

type OptionName = keyof LaravelStorefrontOptions;

/** How the text of a variable is read, and what to call one that can be; `undefined` is one that cannot. */
const KINDS = {
  text: { says: 'a text', read: (text: string) => text },
  list: { says: 'a list', read: (text: string) => text.split(',').map((item) => item.trim()) },
  number: {
    says: 'a whole number',
    read: (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  },
  days: {
    says: 'a whole number of days, or never',
    read: (text: string) =>
      text === 'never' ? ('never' as const) : /^\d{1,9}$/.test(text) ? Number(text) : undefined,
  },
  flag: {
    says: 'true or false',
    read: (text: string) => (text === 'true' ? true : text === 'false' ? false : undefined),
  },
};

interface Variable {
  description: string;
  /** What it is without; a required variable has none. */
  fallback?: string;
  required?: true;
  kind: keyof typeof KINDS;
  /** The option of the storefront that it sets, whose rule it must keep; of a model's settings, `model.` and its name. */
  option?: OptionName | `model.${string}`;
}

/** Everything the side-car can be told, and the text of `--help`. */
export const VARIABLES = {
  GENVORIS_API_KEY: {
    kind: 'text',
    required: true,
    option: 'apiKey',
    description: 'The store’s key, gvk_live_… or gvk_test_…',
  },
  GENVORIS_SHOP_ORIGIN: {
    kind: 'list',
    required: true,
    option: 'shopOrigin',
    description: 'The shop’s own origin, such as https://shop.example; several are separated by commas',
  },
  GENVORIS_LARAVEL_URL: {
    kind: 'text',
    required: true,
    description: 'Where the Laravel application is reached from here, such as http://127.0.0.1:8000',
  },
  GENVORIS_LARAVEL_TIMEOUT_MS: {
    kind: 'number',
    fallback: '3000',
    description: 'Milliseconds for a call to the Laravel application',
  },
  GENVORIS_USER_PATH: {
    kind: 'text',
    fallback: '/api/user',
    description:
      'Where Laravel says who is signed in, as JSON with id and perhaps email: Sanctum’s route, or one of your own for its session',
  },
  GENVORIS_USER_CACHE_MS: {
    kind: 'number',
    fallback: '2000',
    description:
      'Milliseconds that its answer is kept for the same cookies, at most 60000; 0 keeps none. Of who may manage the shop none is kept',
  },
  GENVORIS_MANAGER_FIELD: {
    kind: 'text',
    description:
      'The field of that JSON which is true for whoever may manage the shop, such as is_admin; nobody may if it is not set',
  },
  GENVORIS_MOUNT: {
    kind: 'text',
    fallback: '/api/genvoris',
    option: 'basePath',
    description: 'The path below which the storefront answers',
  },
  GENVORIS_GUESTS: {
    kind: 'flag',
    fallback: 'false',
    option: 'guests',
    description: 'Whether guests may try on',
  },
  GENVORIS_SECRET: {
    kind: 'text',
    option: 'secret',
    description:
      'Signs CSRF tokens and finds guest orders again, at least 32 characters; made of GENVORIS_API_KEY if not set, and then lost with that key',
  },
  GENVORIS_MODEL: {
    kind: 'text',
    fallback: 'FREE_ALL',
    option: 'model',
    description:
      'How shoppers pay for try-ons: FREE_ALL, SUBSCRIPTION, CREDITS_WITH_PURCHASE, PAY_PER_USE or FREEMIUM',
  },
  GENVORIS_LEDGER_FILE: {
    kind: 'text',
    option: 'ledger',
    description:
      'A file of SQLite’s for what shoppers have, which every model but FREE_ALL needs, unless GENVORIS_LEDGER_URL is set',
  },
  GENVORIS_LEDGER_URL: {
    kind: 'text',
    description: 'A database for the same, postgres://… or mysql://…; the one that Laravel has will do',
  },
  GENVORIS_LEDGER_PREFIX: {
    kind: 'text',
    description: 'What the names of the ledger’s tables begin with, such as shop_',
  },
  GENVORIS_ORDER_SECRET: {
    kind: 'list',
    option: 'orderSecret',
    description:
      'What the order system signs POST /webhooks/orders with, at least 16 characters; while it is changed, the new one and the old one, separated by a comma',
  },
  GENVORIS_WEBHOOK_SECRET: {
    kind: 'list',
    option: 'webhookSecret',
    description: 'What Genvoris signs POST /webhook with; while it is rotated, both, separated by a comma',
  },
  GENVORIS_CTA_URL: {
    kind: 'text',
    description:
      'The page that the call to action leads to: subscribe, order, upgrade, or the checkout of PAY_PER_USE, which needs it',
  },
  GENVORIS_PRODUCTS: {
    kind: 'list',
    option: 'model.productIds',
    description:
      'The products that count as a subscription, or of which an order has to have one; any if not set',
  },
  GENVORIS_CREDITS_PER_ORDER: {
    kind: 'number',
    option: 'model.creditsPerOrder',
    description: 'Try-ons that an order grants under CREDITS_WITH_PURCHASE, 5 if not set',
  },
  GENVORIS_CREDITS_EXPIRE_DAYS: {
    kind: 'days',
    option: 'model.expiresInDays',
    description: 'Days that they may be used, 30 if not set',
  },
  GENVORIS_FREE_PER_MONTH: {
    kind: 'number',
    option: 'model.freePerMonth',
    description: 'Free try-ons of a calendar month under FREEMIUM, 3 if not set',
  },
  GENVORIS_SESSION_PRODUCTS: {
    kind: 'list',
    description: 'The products that open a try-on session under PAY_PER_USE, which needs one',
  },
  GENVORIS_SESSION_MINUTES: {
    kind: 'number',
    option: 'model.sessionMinutes',
    description: 'Minutes that such a session is open, 60 if not set',
  },
  GENVORIS_TRYONS_PER_SESSION: {
    kind: 'number',
    option: 'model.tryOnsPerSession',
    description: 'Try-ons that it is good for, 1 if not set',
  },
  GENVORIS_TRUSTED_PROXIES: {
    kind: 'number',
    fallback: '1',
    option: 'trustedProxies',
    description: 'How many reverse proxies stand in front and append to X-Forwarded-For',
  },
  GENVORIS_TIMEOUT_MS: {
    kind: 'number',
    option: 'timeoutMs',
    description: 'Milliseconds for a call to Genvoris, 10000 if not set',
  },
  GENVORIS_PROXY_TIMEOUT_MS: {
    kind: 'number',
    option: 'proxyTimeoutMs',
    description:
      'The same for analysis and generation, from the end of the upload; GENVORIS_TIMEOUT_MS if that is set, else 60000',
  },
  GENVORIS_UPLOAD_GRACE_MS: {
    kind: 'number',
    option: 'uploadGraceMs',
    description:
      'Milliseconds that a browser’s sending is waited for, beside a second for each 50 kB; 30000 if not set',
  },
  GENVORIS_GRACE_MS: {
    kind: 'number',
    fallback: '10000',
    option: 'graceMs',
    description: 'Milliseconds that requests in flight get after SIGTERM or SIGINT',
  },
  GENVORIS_BACKEND_URL: {
    kind: 'text',
    option: 'backendUrl',
    description: 'The try-on backend, if it is not https://api.genvoris.org',
  },
  GENVORIS_PORTAL_URL: {
    kind: 'text',
    option: 'portalUrl',
    description: 'The portal, if it is not https://genvoris.org',
  },
  HOST: { kind: 'text', fallback: '127.0.0.1', description: 'The address to listen at' },
  PORT: { kind: 'number', fallback: '8787', description: 'The port to listen at' },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;
type ValueOf<Kind extends Variable['kind']> = NonNullable<ReturnType<(typeof KINDS)[Kind]['read']>>;
type IsGiven<Name extends VariableName> = (typeof VARIABLES)[Name] extends
  | { required: true }
  | { fallback: string }
  ? true
  : false;

export type Configuration = {
  [Name in VariableName]: IsGiven<Name> extends true
    ? ValueOf<(typeof VARIABLES)[Name]['kind']>
    : ValueOf<(typeof VARIABLES)[Name]['kind']> | undefined;
};

/** A variable that cannot be used; the message names it and never quotes its value. */
export class ConfigurationError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigurationError';
  }
}

/** @throws ConfigurationError that names every variable that is missing or malformed. */
export function readVariables(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries<Variable>(VARIABLES)) {
    const text = environment[name]?.trim() || variable.fallback;
    if (text === undefined) {
      if (variable.required) problems.push(`${name} is missing. ${variable.description}.`);
      continue;
    }
    const { says, read } = KINDS[variable.kind];
    const value = read(text);
    if (value === undefined) problems.push(`${name} must be ${says}. ${variable.description}.`);
    values[name] = value;
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return values as Configuration;
}

/** Names the variable where the storefront names its option. */
export function toConfigurationError(error: unknown): unknown {
  if (!(error instanceof TypeError)) return error;
  // What the page of a call to action must be, the settings say under a name for each model.
  const message = error.message.replace(/options\.model\.(?:ctaUrl|checkoutUrl) /, 'GENVORIS_CTA_URL ');
  if (message !== error.message)
    return new ConfigurationError([message.replace(/^.*(?=GENVORIS_CTA_URL)/, '')]);
  for (const [name, { option }] of Object.entries<Variable>(VARIABLES)) {
    if (option !== undefined && error.message.includes(`options.${option} `))
      return new ConfigurationError([error.message.replace(/^.*options\.[\w.]+/, name)]);
  }
  return error;
}
