import type { Platform } from '../core/platform.ts';
import { wordPressConventions } from './wordpress-conventions.ts';
import type { WordPressOptions } from './wordpress-site.ts';

export type { WordPressOptions } from './wordpress-site.ts';

/**
 * Returns the platform for a site on WordPress: mounted at `/genvoris-proxy`, the shopper by the site's own sign-in cookie
 * and `X-WP-Nonce`, errors as WordPress's REST API has them, and `wp_<id>` for shoppers.
 *
 * @throws TypeError that names the option that is wrong
 * @example const platform = wordpress({ siteUrl: 'https://shop.example' });
 */
export function wordpress<Host = unknown>(options: WordPressOptions = {}): Platform<Host> {
  return { name: 'wordpress', ...wordPressConventions<Host>(options, '/genvoris-proxy') };
}
