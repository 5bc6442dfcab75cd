import { type Config, readConfig } from './config.ts';
import { openDialog } from './dialog/dialog.ts';
import { adopt } from './element.ts';
import { COMPLETED_EVENT, CTA_EVENT, type CtaDetail } from './events.ts';
import { readFailure } from './failure.ts';
import { isSuccess, member } from './gateway/answer.ts';
import { directGateway } from './gateway/direct-gateway.ts';
import { proxyGateway } from './gateway/proxy-gateway.ts';
import { mergeMessages, parseMessages } from './messages.ts';
import { readProduct } from './product.ts';
import { webUrl } from './safe-url.ts';
import { createStatusStore } from './status/status-store.ts';
import { createButtons } from './view/buttons.ts';
import pageCss from './view/page.css';
import { type LinkCta, viewOf } from './view/view.ts';

const HIDDEN_TOO_LONG_MS = 5 * 60_000;

export function startWidget(script: HTMLElement): void {
  const config = readConfig(script.dataset, { lang: document.documentElement.lang });
  const { route } = config;
  const gateway = route.mode === 'proxy' ? proxyGateway(route.base) : directGateway(route);
  const messages = mergeMessages(
    parseMessages(config.messages),
    (window as { genvorisMessages?: unknown }).genvorisMessages,
  );

  const store = createStatusStore({
    ask: (abort) => gateway.status(productId(config, buttons.all()), abort),
    show: (reading) => buttons.show(viewOf(reading)),
  });

  async function act(cta: LinkCta): Promise<string | undefined> {
    const event = new CustomEvent<CtaDetail>(CTA_EVENT, { detail: { ctaType: cta }, cancelable: true });
    if (!window.dispatchEvent(event)) return undefined;
    if (cta !== 'checkout') return messages.ui.ctaUnavailable;
    const answer = await gateway.checkout(productId(config, buttons.all()), new AbortController().signal);
    const url = isSuccess(answer)
      ? webUrl(asText(member(answer.body, 'checkoutUrl')), document.baseURI)
      : undefined;
    if (!url) return readFailure(isSuccess(answer) ? { ...answer, status: 502 } : answer, messages).message;
    window.location.assign(url);
    return undefined;
  }

  const buttons = createButtons(document, {
    panel: { messages, locale: config.locale, links: config.links, act },
    isUsable: (button) => readProduct(button, document) !== undefined,
    found: () => store.start(),
    press(button) {
      const product = readProduct(button, document);
      if (!product) return;
      openDialog({
        product,
        gateway,
        messages,
        ...(config.theme && { theme: config.theme }),
        ...(config.links.sign_in && { signInUrl: config.links.sign_in }),
        completed: (detail) => window.dispatchEvent(new CustomEvent(COMPLETED_EVENT, { detail })),
        refused: () => void store.refresh(),
        closed: () => buttons.focusPlace(button),
      });
    },
  });

  const refresh = () => {
    if (store.started) void store.refresh();
  };
  adopt(document, pageCss);
  buttons.watch();
  window.addEventListener(COMPLETED_EVENT, refresh);
  // A page out of the back/forward cache may belong to another session by now.
  window.addEventListener('pageshow', (event) => event.persisted && refresh());
  watchAbsence(refresh);
}

function watchAbsence(refresh: () => void): void {
  let hiddenSince = document.visibilityState === 'hidden' ? Date.now() : undefined;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      hiddenSince ??= Date.now();
      return;
    }
    const away = hiddenSince === undefined ? 0 : Date.now() - hiddenSince;
    hiddenSince = undefined;
    if (away > HIDDEN_TOO_LONG_MS) refresh();
  });
}

/** The one product of the page; a page that lists several has none. */
function productId(config: Config, buttons: HTMLElement[]): string | undefined {
  const ids = new Set(buttons.map((button) => button.dataset.productId));
  return config.productId ?? (ids.size === 1 ? [...ids][0] : undefined) ?? undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
