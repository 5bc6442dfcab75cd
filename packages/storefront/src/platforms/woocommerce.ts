import { readWooCommerceWebhook } from '@genvoris/node/orders';
import { WebhookVerificationError } from '@genvoris/node/webhooks';
import type { Platform } from '../core/platform.ts';
import { oneOf, refuse } from '../exchange/option-rules.ts';
import type { ShopEventReading, ShopEventSource } from '../shop-events/reading.ts';
import { toWooCommerceEvents } from './woocommerce-events.ts';
import { wordPressConventions } from './wordpress-conventions.ts';
import type { WordPressOptions } from './wordpress-site.ts';

export type { WordPressOptions } from './wordpress-site.ts';

/** Options of `woocommerce`. */
export type WooCommerceOptions = WordPressOptions & {
  /** What the shop's webhooks are signed with: one secret, or one of each webhook. Without it webhooks are refused. */
  webhookSecret?: string | readonly string[] | undefined;
  /**
   * Whose ids shoppers have: `woocommerce_<id>`, or `wp_<id>` in a shop that came from the WordPress plugin. Default
   * `woocommerce`.
   */
  shopperIds?: 'woocommerce' | 'wordpress' | undefined;
};

/**
 * Returns the platform for a shop on WooCommerce: mounted at `/wp-json/genvoris/v1` (or asked as
 * `?rest_route=/genvoris/v1/…`), told of orders by WooCommerce's own webhooks at `/webhooks/woocommerce`, and otherwise as
 * `wordpress`, with `woocommerce_<id>` for shoppers.
 *
 * @throws TypeError that names the option that is wrong
 * @example const platform = woocommerce({ siteUrl: 'https://shop.example', webhookSecret });
 */
export function woocommerce<Host = unknown>({
  webhookSecret,
  shopperIds = 'woocommerce',
  ...site
}: WooCommerceOptions = {}): Platform<Host> {
  oneOf('shopperIds', shopperIds, ['woocommerce', 'wordpress']);
  return {
    name: shopperIds,
    ...wordPressConventions<Host>(site, '/wp-json/genvoris/v1'),
    ...(webhookSecret !== undefined && { shopEvents: createWooCommerceEvents(secretsOf(webhookSecret)) }),
  };
}

function secretsOf(given: unknown): readonly string[] {
  const secrets: unknown[] = [given].flat();
  if (secrets.length > 0 && secrets.every((one) => typeof one === 'string' && one.trim().length >= 8))
    return secrets as string[];
  return refuse('webhookSecret', 'must have at least 8 characters, or be a list of such secrets');
}

function createWooCommerceEvents(secrets: readonly string[], now: () => number = Date.now): ShopEventSource {
  return {
    operationId: 'receiveWooCommerceWebhook',
    read(bytes, header): ShopEventReading {
      try {
        const webhook = readWooCommerceWebhook(bytes, { get: header }, secrets);
        const events = toWooCommerceEvents(webhook, now);
        return events.length === 0 ? { kind: 'ignored' } : { kind: 'events', events };
      } catch (error) {
        if (!(error instanceof WebhookVerificationError)) throw error;
        if (error.code !== 'malformed_payload') return { kind: 'invalid_signature', why: error.message };
        return { kind: 'invalid_request', detail: error.message };
      }
    },
  };
}
