import type { Answers } from './choices.ts';

/** What a kind of shop has in its program and in its `.env`. */
interface PlatformParts {
  readonly mount: string;
  readonly imports: string;
  /** The option `platform`; `withOrders`: the model learns of them. */
  option(withOrders: boolean): string;
  /** Whether it says who is signed in, so that the shop need not. */
  readonly identifies: boolean;
  /** Whether its own webhooks tell of orders, so that no order system of the shop's signs any. */
  readonly tellsOrders: boolean;
  /** The settings of its own; what is empty is for the shop's owner to fill in. */
  settings(shopOrigin: string, secret: () => string, withOrders: boolean): string;
}

const importing = (name: string) => `\nimport { ${name} } from '@genvoris/storefront/${name}';`;
const siteUrl = (shopOrigin: string) =>
  `# Where WordPress is reached from this server.\nWORDPRESS_URL=${shopOrigin}\n`;

/** One for each that `init` offers. */
export const PLATFORMS: Readonly<Record<Answers['platform'], PlatformParts>> = {
  external: {
    mount: '/api/genvoris',
    imports: '',
    option: () => `'external'`,
    identifies: false,
    tellsOrders: false,
    settings: () => '',
  },
  laravel: {
    mount: '/api/genvoris',
    imports: importing('laravel'),
    option: () => 'laravel()',
    identifies: false,
    tellsOrders: false,
    settings: () => '',
  },
  wordpress: {
    mount: '/genvoris-proxy',
    imports: importing('wordpress'),
    option: () => `wordpress({ siteUrl: setting('WORDPRESS_URL') })`,
    identifies: true,
    tellsOrders: false,
    settings: siteUrl,
  },
  woocommerce: {
    mount: '/wp-json/genvoris/v1',
    imports: importing('woocommerce'),
    option: (withOrders) =>
      `woocommerce({ siteUrl: setting('WORDPRESS_URL')${withOrders ? `, webhookSecret: setting('WC_WEBHOOK_SECRET')` : ''} })`,
    identifies: true,
    tellsOrders: true,
    settings: (shopOrigin, secret, withOrders) =>
      siteUrl(shopOrigin) +
      (withOrders
        ? `# The secret to give to each webhook in WooCommerce, to be delivered to <mount>/webhooks/woocommerce.\nWC_WEBHOOK_SECRET=${secret()}\n`
        : ''),
  },
  shopify: {
    mount: '/api/proxy',
    imports: importing('shopify'),
    option: () =>
      `shopify({ shop: setting('SHOPIFY_SHOP'), clientSecret: setting('SHOPIFY_CLIENT_SECRET') })`,
    identifies: true,
    tellsOrders: true,
    settings: () =>
      '# The domain at Shopify, such as my-shop.myshopify.com, and the client secret of your app there.\nSHOPIFY_SHOP=\nSHOPIFY_CLIENT_SECRET=\n',
  },
};
