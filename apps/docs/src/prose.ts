import type { Markup } from '@genvoris/design';
import { html, raw } from 'hono/html';

/** Plain text with `code` in backticks, as the descriptions in the specs write it. */
export function prose(text: string): Markup {
  return raw(html`${text}`.toString().replace(/`([^`]+)`/g, '<code>$1</code>'));
}
