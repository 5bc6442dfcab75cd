import type { WidgetEventType } from '@genvoris/contract';
import type { WidgetEvent } from '@genvoris/contract/types/storefront';
import { exchange } from '../gateway/answer.ts';
import { TIMEOUT_MS } from '../gateway/gateway.ts';
import { siteBase } from '../safe-url.ts';
import { EVENTS_MAX, STATUS_MAX_BYTES } from '../tables.ts';
import { sessionId } from './session-id.ts';

const DELAY_MS = 5_000;
const MAX_URL = 2048;

/**
 * Tells the shop's adapter what happened, several things at a time. Nothing waits for it and nothing is sent twice: a
 * funnel can do without an event.
 *
 * @param endpoint where events go by now; `undefined` where nothing is to be told
 */
export function createReporter(endpoint: () => string | undefined) {
  let waiting: WidgetEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  // An older adapter has no such path.
  let missing = false;

  function url(): URL | undefined {
    const given = missing ? undefined : endpoint();
    const found = given === undefined ? undefined : new URL(given, siteBase());
    // The adapter takes events of the shop's own pages only.
    return found?.origin === window.origin ? found : undefined;
  }

  /** Sends what waits; `leaving`: in a way that outlives the page. */
  function send(leaving: boolean): void {
    clearTimeout(timer);
    timer = undefined;
    const to = url();
    const events = waiting;
    waiting = [];
    if (!to || events.length === 0) return;
    const body = JSON.stringify({ events });
    const type = 'application/json';
    // A beacon outlives the page, but says nothing of the answer.
    if (leaving && navigator.sendBeacon?.(to, new Blob([body], { type }))) return;
    void exchange(
      to.href,
      {
        method: 'POST',
        keepalive: true,
        credentials: 'same-origin',
        headers: { 'content-type': type },
        body,
      },
      { maxBytes: STATUS_MAX_BYTES, timeoutMs: TIMEOUT_MS.short },
    ).then(({ status }) => {
      missing ||= status === 404;
    });
  }

  /** Tells one thing of a product: never the shopper, the photo or the picture. */
  function tell(eventType: WidgetEventType, productId?: string, productTitle?: string): void {
    if (!url()) return;
    const event: WidgetEvent = { sessionId: sessionId(), eventType };
    if (productId) event.productId = productId;
    if (productTitle) event.productTitle = productTitle;
    // Without what follows the path, and without the site where it has none (a srcdoc frame).
    const page = location.origin + location.pathname;
    if (page.startsWith('http') && page.length <= MAX_URL) event.pageUrl = page;
    waiting.push(event);
    timer ??= setTimeout(send, DELAY_MS, false);
    if (waiting.length >= EVENTS_MAX) send(false);
  }

  return { tell, send };
}
