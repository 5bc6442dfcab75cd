import type { WidgetEventType } from '@genvoris/contract';
import { type Config, readConfig } from './config.ts';
import { type OpenDialog, openDialog } from './dialog/dialog.ts';
import { adopt } from './element.ts';
import { COMPLETED_EVENT, CTA_EVENT, type CtaDetail, TRACK_EVENT } from './events.ts';
import { readFailure } from './failure.ts';
import { isSuccess, member } from './gateway/answer.ts';
import { directGateway } from './gateway/direct-gateway.ts';
import type { Gateway } from './gateway/gateway.ts';
import { proxyGateway } from './gateway/proxy-gateway.ts';
import { mergeMessages, parseMessages, type WidgetMessages } from './messages.ts';
import { ownTags, pageOptions } from './options.ts';
import { readProduct, readProductId } from './product.ts';
import { siteBase, webUrl } from './safe-url.ts';
import { refuse, settingId, settingOn, settingTitle } from './setting.ts';
import { createStatusStore } from './status/status-store.ts';
import { beginStay, checkStays, currentPage, endStays } from './stay.ts';
import { EVENT_TYPES } from './tables.ts';
import { createButtons } from './view/buttons.ts';
import pageCss from './view/page.css';
import { type LinkCta, viewOf } from './view/view.ts';
import { createReporter } from './visit/reporter.ts';
import { fillSessionField } from './visit/session-id.ts';

const HIDDEN_TOO_LONG_MS = 5 * 60_000;

/**
 * Starts the widget for the life of the window.
 *
 * @param tag the script tag that runs, if it is known
 * @param file the address the script came from, or an empty text
 * @returns takes over the tag of a copy that runs later, on a page that came without a reload
 */
export function startWidget(tag: HTMLElement | undefined, file: string): (later?: HTMLElement) => void {
  let running = tag;
  const options = pageOptions(() => ownTags(running, file));
  let config: Config;
  let known: string | undefined;
  let gateway: Gateway;
  let messages: WidgetMessages;
  let asked: { page: string; productId: string | undefined; of: WeakSet<HTMLElement> } | undefined;
  let dialog: OpenDialog | undefined;
  let allowance: number | undefined;
  let isSettled = false;

  /** Reads the options as they are by now, and tells whether they have changed. */
  function configure(): boolean {
    config = readConfig(options, { lang: document.documentElement.lang });
    const own = (window as { genvorisMessages?: unknown }).genvorisMessages;
    const text = textOf([config, own]);
    if (text === known) return false;
    known = text;
    const { route } = config;
    gateway = route.mode === 'proxy' ? proxyGateway(route.base) : directGateway(route);
    messages = mergeMessages(parseMessages(config.messages), parseMessages(own));
    return true;
  }

  const store = createStatusStore({
    ask: (abort) => gateway.status(asked?.productId, abort),
    show(reading) {
      allowance = reading.remaining;
      buttons.show(viewOf(reading));
    },
  });

  function ask(): void {
    asked = { page: currentPage(), productId: pageProductId(), of: new WeakSet(buttons.all()) };
    void store.refresh();
  }

  const refresh = () => {
    if (asked) ask();
  };

  /** The one product of the page; a page that lists several has none. */
  function pageProductId(): string | undefined {
    const ids = new Set(buttons.all().map((button) => readProductId(button) ?? config.productId));
    return ids.size === 1 ? [...ids][0] : config.productId;
  }

  function reconfigure(): void {
    const before = asked;
    if (!configure()) return;
    buttons.redraw();
    // Unless it has asked just now.
    if (before && before === asked) ask();
  }

  async function act(cta: LinkCta): Promise<string | undefined> {
    const event = new CustomEvent<CtaDetail>(CTA_EVENT, { detail: { ctaType: cta }, cancelable: true });
    if (!window.dispatchEvent(event)) return undefined;
    if (cta !== 'checkout') return messages.ui.ctaUnavailable;
    const stay = beginStay(() => true);
    const answer = await gateway.checkout(pageProductId(), stay.signal);
    checkStays();
    stay.end();
    if (stay.signal.aborted) return undefined;
    const url = isSuccess(answer)
      ? webUrl(asText(member(answer.body, 'checkoutUrl')), siteBase())
      : undefined;
    if (!url) return readFailure(isSuccess(answer) ? { ...answer, status: 502 } : answer, messages).message;
    window.location.assign(url);
    return undefined;
  }

  function press(button: HTMLElement): void {
    dialog?.check();
    const product = readProduct(button, document, config.productId);
    if (dialog || !product) return;
    const stay = beginStay(() => button.isConnected);
    const reached = (eventType: WidgetEventType) => tell(eventType, product.id, product.title);
    dialog = openDialog({
      product,
      gateway,
      messages,
      ...(config.theme && { theme: config.theme }),
      ...(config.links.sign_in && { signInUrl: config.links.sign_in }),
      allowance: () => allowance,
      left: stay.signal,
      check: checkStays,
      reached,
      completed: (detail) => window.dispatchEvent(new CustomEvent(COMPLETED_EVENT, { detail })),
      refused: refresh,
      closed() {
        reached('CLOSED');
        stay.end();
        dialog = undefined;
        if (!stay.signal.aborted) buttons.focusPlace(button);
      },
    });
    reached('WIDGET_OPENED');
  }

  const buttons = createButtons(document, {
    listen() {
      for (const [target, type, listener] of listeners) target?.addEventListener(type, listener, true);
    },
    panel: () => ({ messages, locale: config.locale, links: config.links, act }),
    isUsable: (button) => readProduct(button, document) !== undefined,
    press,
    touched: checkStays,
    changed(all) {
      checkStays();
      dialog?.check();
      if (all.length === 0) return;
      if (!asked) {
        if (canAsk()) ask();
        return;
      }
      // An address often changes before the page does.
      const moved = asked.page !== currentPage() && !all.some((button) => asked?.of.has(button));
      const redraw = moved && configure();
      const productId = pageProductId();
      if (moved || (productId && productId !== asked.productId)) ask();
      if (redraw) buttons.redraw();
    },
  });

  // Without a word from its tag, the script waits for what the rest of its file and of the page may say.
  const canAsk = () =>
    (isSettled && document.readyState !== 'loading') || !!options.proxy || !!options.apiKey;

  function settle(): void {
    isSettled = true;
    reconfigure();
    buttons.look();
  }

  const isTold = () => settingOn('data-analytics', options.analytics);
  const { tell, send } = createReporter(() =>
    config.route.mode === 'proxy' && isTold() ? `${config.route.base}/events` : undefined,
  );

  function track(event: Event): void {
    const { eventType, productId, productTitle } = Object((event as CustomEvent<unknown>).detail);
    const type = EVENT_TYPES.find((one) => one === eventType);
    const id = settingId('productId', asPlain(productId)) ?? pageProductId();
    if (type) tell(type, id, settingTitle(asPlain(productTitle)));
    else refuse(`${TRACK_EVENT} eventType`, String(asPlain(eventType)), `one of ${EVENT_TYPES.join(', ')}`);
  }

  const look = () => buttons.look();
  const keepKey = keyKeeper(() => dialog?.host);
  const listeners: [EventTarget | undefined, string, (event: Event) => void][] = [
    [document, 'DOMContentLoaded', settle],
    [window, 'load', settle],
    [window, COMPLETED_EVENT, refresh],
    // A page out of the back/forward cache may belong to another session by now.
    [window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && refresh()],
    [document, 'visibilitychange', absenceWatch(refresh)],
    [window, 'pagehide', endStays],
    // After what closes the dialog, so that its end is told too.
    [window, 'pagehide', () => send(true)],
    [document, 'visibilitychange', () => document.visibilityState === 'hidden' && send(true)],
    [window, TRACK_EVENT, track],
    [window, 'formdata', (event) => isTold() && fillSessionField((event as FormDataEvent).formData)],
    [window, 'popstate', look],
    [window, 'hashchange', look],
    [(window as { navigation?: EventTarget }).navigation, 'currententrychange', look],
    [window, 'click', (event) => buttons.onClick(event)],
    [window, 'keydown', (event) => buttons.onKey(event)],
    [window, 'keydown', keepKey],
    [window, 'keypress', keepKey],
    [window, 'keyup', keepKey],
  ];

  configure();
  adopt(document, pageCss);
  buttons.watch();
  setTimeout(settle);

  return (later) => {
    if (later && (!running?.isConnected || asked?.page !== currentPage())) running = later;
    reconfigure();
  };
}

/** Keeps keys pressed in the dialog from the page's own shortcuts; what they do by themselves they still do. */
function keyKeeper(host: () => Element | undefined): (event: Event) => void {
  let pressed: string | undefined;
  return (event) => {
    const { code } = event as KeyboardEvent;
    const open = host();
    const isOurs = open && (event.composedPath().includes(open) || event.target === document.body);
    // The key that closed the dialog is let go of on the page.
    if (isOurs || (event.type === 'keyup' && code === pressed)) event.stopImmediatePropagation();
    pressed = isOurs ? code : undefined;
  };
}

function absenceWatch(refresh: () => void): () => void {
  let hiddenSince = document.visibilityState === 'hidden' ? Date.now() : undefined;
  return () => {
    if (document.visibilityState === 'hidden') {
      hiddenSince ??= Date.now();
      return;
    }
    const away = hiddenSince === undefined ? 0 : Date.now() - hiddenSince;
    hiddenSince = undefined;
    if (away > HIDDEN_TOO_LONG_MS) refresh();
  };
}

/** What a value looks like in JSON, to compare it by; the page may hold what JSON has no words for. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}

/** What has a text: turning an object into one may throw. */
function asPlain(value: unknown): unknown {
  return typeof value === 'object' ? undefined : value;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
