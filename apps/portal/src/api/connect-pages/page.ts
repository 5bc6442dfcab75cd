import { createHash } from 'node:crypto';
import { type Markup, toDocument } from '@genvoris/design';
import { html, raw } from 'hono/html';
import { STYLE } from './style.ts';

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * A page of the connect flow: one style of its own, no script, no image, never in a frame, and its address is
 * passed on to no other site. Its form comes from the portal by the browser's own word: to tell nobody at all
 * would make that `Origin: null`. `formTo` is where the form may lead beside the portal itself: browsers hold
 * a form's redirects to the policy too.
 */
export async function renderPage(title: string, content: Markup, formTo = ''): Promise<Page> {
  const page = await toDocument({
    title: `${title} - Genvoris`,
    head: html`<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<style>${raw(STYLE)}</style>`,
    body: html`<body>
<main>${content}</main>
</body>`,
  });
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action 'self'${formTo === '' ? '' : ` ${formTo}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    html: page.toString(),
    headers: {
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  };
}
