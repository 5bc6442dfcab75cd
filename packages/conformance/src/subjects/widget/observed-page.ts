import type { Page, Request } from 'playwright-core';
import type { ShopPage } from './shop-page.ts';

/** What can be seen of a button's place. */
export interface Sight {
  state: string | null;
  buttonVisible: boolean;
  panelVisible: boolean;
  panelText: string;
  callsToAction: string[];
  dates: string[];
}

/** How much of the page's own time a widget gets to make up its mind, in milliseconds. */
const LONGEST_MS = 60_000;
const STEP_MS = 500;
const LATEST_START_MS = 5000;

/** A page under a clock of ours, with its status questions and its complaints written down. */
export class ObservedPage {
  readonly #page: Page;
  #isStatus: ShopPage['isStatus'] = () => false;
  #open = new Set<Request>();
  requests = 0;
  complaints: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => {
      if (!this.#isStatus(new URL(request.url()))) return;
      this.requests += 1;
      this.#open.add(request);
    });
    const closed = (request: Request) => void this.#open.delete(request);
    page.on('requestfinished', closed);
    page.on('requestfailed', closed);
    page.on('pageerror', (error) => this.complaints.push(`thrown: ${error.message}`));
    page.on('crash', () => this.complaints.push('the page crashed'));
    page.on('console', (message) => {
      // Chromium itself reports what could not be loaded; what the widget says itself is what counts.
      const own = message.type() === 'error' && !message.text().startsWith('Failed to load resource');
      if (own) this.complaints.push(`console: ${message.text()}`);
    });
  }

  get page(): Page {
    return this.#page;
  }

  /** Leaves the page that is open, which may still be asking: its questions are not the next one's. */
  async leave(): Promise<void> {
    await this.#page.goto('about:blank');
  }

  async visit({ url, isStatus }: ShopPage): Promise<void> {
    this.#isStatus = isStatus;
    this.#open = new Set();
    this.requests = 0;
    this.complaints = [];
    await this.#page.goto(url, { waitUntil: 'domcontentloaded' });
    await this.settle();
  }

  /** Lets the page's time pass until it shows something and asks no more. */
  async settle(): Promise<Sight> {
    for (let passed = 0; passed < LONGEST_MS; passed += STEP_MS) {
      await this.#quiet();
      const sight = await this.look();
      const undecided = sight.state === null || sight.state === 'pending';
      if (!undecided && this.#open.size === 0) break;
      // A page that has not asked by now is not going to.
      if (this.requests === 0 && passed > LATEST_START_MS) break;
      await this.#page.clock.runFor(STEP_MS);
    }
    // A page that would ask a third time gets the time to.
    await this.#page.clock.runFor(10_000);
    await this.#quiet();
    return this.look();
  }

  async look(): Promise<Sight> {
    return this.#page.evaluate(LOOK);
  }

  // Answers come in real time whatever the page's clock says; one that never comes is not waited for.
  async #quiet(): Promise<void> {
    const until = performance.now() + 60;
    await new Promise((resolve) => setTimeout(resolve, 5));
    while (this.#open.size > 0 && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 3));
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}

// As text, for it runs in the page, whose types are not ours.
const LOOK = `(() => {
  const button = document.querySelector('.genvoris-tryon-btn');
  const seen = (element) => {
    if (!element || !element.isConnected) return false;
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 0 && box.height > 0;
  };
  const panel = document.querySelector('[data-genvoris-panel]');
  const inside = panel ? (panel.shadowRoot || panel) : null;
  const all = (selector) => inside ? [...inside.querySelectorAll(selector)].filter(seen) : [];
  return {
    state: button ? button.getAttribute('data-genvoris-state') : null,
    buttonVisible: seen(button),
    panelVisible: seen(panel),
    panelText: inside ? [...inside.children].filter((child) => child.tagName !== 'STYLE').map((child) => child.innerText || '').join(' ').trim() : '',
    callsToAction: all('[data-genvoris-cta]').map((element) => element.getAttribute('data-genvoris-cta')),
    dates: all('time').map((element) => element.getAttribute('datetime')),
  };
})()`;

/**
 * For the page, after the clock is installed: the clock keeps what timers throw to itself, a real page does not.
 */
export const REPORT_TIMER_ERRORS = `(() => {
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const real = window[name];
    window[name] = (callback, ...rest) => real(typeof callback !== 'function' ? callback : (...args) => {
      try { return callback(...args); } catch (error) { reportError(error); }
    }, ...rest);
  }
})()`;
