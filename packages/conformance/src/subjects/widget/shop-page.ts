import type { BrowserContext } from 'playwright-core';
import type { WidgetOperation } from './operations.ts';

export interface ShopPage {
  url: string;
  /** Tells a status question from the page's other requests. */
  isStatus: (url: URL) => boolean;
}

export interface ShopPageOptions {
  operationId: WidgetOperation;
  /** Where the page and its status come from. */
  origin: string;
  /** Where the adapter or the backend is said to be. */
  upstream: string;
  apiKey: string;
  buttons?: number;
}

/** Puts the script on a page of its own, at the upstream's origin; only page, script and picture are made up. */
export async function serveWidget(context: BrowserContext, script: string): Promise<void> {
  await context.route('**/p/*', async (route) => {
    const { searchParams } = new URL(route.request().url());
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html(searchParams) });
  });
  await context.route('**/widget-under-test.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await context.route('**/img/*', (route) => route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }));
  await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
}

export function shopPage({ operationId, origin, upstream, apiKey, buttons = 1 }: ShopPageOptions): ShopPage {
  const attributes: Record<string, string> =
    operationId === 'getStorefrontStatus'
      ? { 'data-proxy': `${upstream}/storefront` }
      : { 'data-api-key': apiKey, 'data-backend': upstream };
  const query = new URLSearchParams({ ...attributes, buttons: String(buttons) });
  return { url: `${origin}/p/dress-42?${query}`, isStatus: ({ pathname }) => pathname.endsWith('/status') };
}

function html(query: URLSearchParams): string {
  const attributes = [...query]
    .filter(([name]) => name.startsWith('data-'))
    .map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}"`)
    .join(' ');
  const button =
    '<div><button class="genvoris-tryon-btn" data-product-image="/img/dress.svg" data-product-id="dress-42">Virtual try-on</button></div>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Dress</title>
<main>${button.repeat(Number(query.get('buttons') ?? '1'))}</main>
<script src="/widget-under-test.js" defer ${attributes}></script></html>`;
}

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"><path d="M0 0h3v4H0z"/></svg>';
