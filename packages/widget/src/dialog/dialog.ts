import type { WidgetEventType } from '@genvoris/contract';
import { adopt, button, element } from '../element.ts';
import type { CompletedDetail } from '../events.ts';
import type { Failure } from '../failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { fill, type WidgetMessages } from '../messages.ts';
import { type Product, tryonForm } from '../product.ts';
import { webUrl } from '../safe-url.ts';
import css from './dialog.css';
import { type Outcome, runTryon } from './flow.ts';
import { createPhotoField, type Photo } from './photo-field.ts';
import { createResult } from './result.ts';

const LOOKS = ['direction', 'font-family', '--genvoris-accent', '--genvoris-on-accent', '--genvoris-radius'];

const OWN_EVENTS = [
  'click',
  'mousedown',
  'pointerdown',
  'touchstart',
  'focusin',
  'focusout',
  'input',
  'paste',
  'dragover',
  'drop',
];

export interface DialogOptions {
  product: Product;
  gateway: Gateway;
  messages: WidgetMessages;
  theme?: 'light' | 'dark';
  signInUrl?: string;
  /** What the shopper has by the shop's model, as far as it sets a limit. */
  allowance(): number | undefined;
  /** Aborted when the shopper leaves the page. */
  left: AbortSignal;
  /** Looks whether the page is still there, before what costs or cannot be taken back. */
  check(): void;
  completed(detail: CompletedDetail): void;
  /** Told what the shopper has got to. */
  reached(step: WidgetEventType): void;
  refused(): void;
  closed(): void;
}

export interface OpenDialog {
  host: HTMLElement;
  /** Closes a dialog that somebody has taken off the page, or out of the way of what lies behind it. */
  check(): void;
}

/** Opens the try-on dialog: choose a photo, wait, look. */
export function openDialog(options: DialogOptions): OpenDialog {
  const { product, gateway, messages } = options;
  const { ui } = messages;
  let running: AbortController | undefined;
  let photo: Photo | undefined;
  let closed = false;

  const title = element('h2', { id: 'title', tabindex: '-1' }, ui.title);
  const cross = button('close', '', close);
  cross.setAttribute('aria-label', ui.close);
  const body = element('div', { class: 'body' });
  const actions = element('div', { class: 'actions' });
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'title' },
    element('header', {}, title, cross),
    body,
    actions,
  );
  const host = element('div', { 'data-genvoris-dialog': options.theme ?? 'auto' });
  const root = host.attachShadow({ mode: 'open' });
  adopt(root, css);
  root.append(dialog);

  function stage(name: string, heading: string, content: Node[], buttons: Node[]): void {
    dialog.dataset.stage = name;
    title.textContent = heading;
    body.replaceChildren(...content);
    actions.replaceChildren(...buttons);
  }

  function choose(problem = ''): void {
    const alert = element('p', { class: 'problem', role: 'alert' });
    const field = createPhotoField(messages, photo, (found) => {
      alert.textContent = found;
    });
    const submit = button('primary', ui.submit, async () => {
      const chosen = await field.read();
      // Pressed twice, or too late.
      if (!submit.isConnected) return;
      if (typeof chosen === 'string') {
        alert.textContent = chosen;
        field.focus();
        return;
      }
      photo = chosen;
      void run(chosen);
    });
    const consent = element('p', { class: 'muted' }, ui.consent);
    stage(
      'choose',
      ui.title,
      [productLine(product), field.element, alert, consent],
      [button('secondary', ui.cancel, close), submit],
    );
    alert.textContent = problem;
    field.focus();
  }

  async function run(chosen: Photo): Promise<void> {
    const mine = new AbortController();
    running = mine;
    const step = element('p', { class: 'step', role: 'status' });
    const hints = element('ul', { class: 'muted hints' });
    const bar = element('progress', { 'aria-label': ui.checking });
    const cancel = button('secondary', ui.cancel, () => {
      mine.abort();
      choose();
    });
    stage('progress', ui.title, [productLine(product), bar, step, hints], [cancel]);
    // Filled once it is on the page, so that it is announced.
    step.textContent = ui.checking;
    cancel.focus();
    const outcome = await runTryon({
      gateway,
      form: tryonForm(chosen.bytes, product, document),
      messages,
      abort: mine.signal,
      generating(found) {
        options.reached('PHOTO_UPLOADED');
        step.textContent = ui.generating;
        bar.setAttribute('aria-label', ui.generating);
        hints.replaceChildren(...found.map((hint) => element('li', {}, hint)));
        check();
      },
      refused: options.refused,
    });
    check();
    if (running === mine) finish(outcome);
  }

  function finish(outcome: Outcome): void {
    if (outcome.kind === 'cancelled') return;
    if (outcome.kind === 'failure') {
      showFailure(outcome.failure);
      return;
    }
    const { pictures, variationCount } = outcome;
    const remaining = afterThis(outcome.remaining, options.allowance());
    options.reached('TRYON_GENERATED');
    const left =
      remaining === undefined
        ? []
        : [element('p', { class: 'muted' }, fill(ui.remaining, { count: remaining }))];
    stage(
      'result',
      ui.resultTitle,
      [createResult(pictures, product, messages, options.reached), ...left],
      [button('secondary', ui.again, () => choose()), button('primary', ui.close, close)],
    );
    title.focus();
    options.completed({
      ...(product.id && { productId: product.id }),
      productImage: product.imageUrl,
      variationCount,
      ...(remaining !== undefined && { remaining }),
    });
  }

  function showFailure(failure: Failure): void {
    if (failure.recovery === 'choose_photo') {
      photo = undefined;
      choose(failure.message);
      return;
    }
    const alert = element('p', { class: 'problem', role: 'alert' });
    stage(
      'failure',
      ui.title,
      [productLine(product), alert],
      [button('secondary', ui.close, close), ...recover(failure)],
    );
    alert.textContent = failure.message;
    const controls = actions.querySelectorAll<HTMLElement>('button, a');
    controls[controls.length - 1]?.focus();
  }

  function recover({ recovery }: Failure): Node[] {
    const signIn = webUrl(options.signInUrl, document.baseURI);
    if (recovery === 'sign_in' && signIn) {
      return [element('a', { class: 'primary', href: signIn }, messages.ctas.sign_in)];
    }
    return recovery === 'retry'
      ? [button('primary', ui.retry, () => (photo ? void run(photo) : choose()))]
      : [];
  }

  function close(): void {
    if (closed) return;
    closed = true;
    running?.abort();
    running = undefined;
    host.remove();
    options.closed();
  }

  function check(): void {
    options.check();
    if (!host.isConnected || !dialog.matches(':modal')) close();
  }

  options.left.addEventListener('abort', close);
  dialog.addEventListener('close', close);
  dialog.addEventListener('cancel', (event) => {
    // The file chooser's own bubbles up here.
    if (event.target === dialog) close();
  });
  // What is done in here is none of the shop's business: a menu that closes on a click elsewhere, a focus trap.
  for (const type of OWN_EVENTS) {
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
  // Dropped beside the field, a file would be opened in the place of the page.
  for (const type of ['dragover', 'drop']) {
    root.addEventListener(
      type,
      (event) => event.target instanceof HTMLInputElement || event.preventDefault(),
    );
  }
  // Beside the body, which a framework may replace, empty or morph at any time, and with its looks all the same.
  const looks = getComputedStyle(document.body);
  for (const name of LOOKS) {
    const place = name.startsWith('--') ? host : dialog;
    place.style.setProperty(name, looks.getPropertyValue(name));
  }
  document.documentElement.append(host);
  dialog.showModal();
  choose();
  return { host, check };
}

/** What is left: the shop's own allowance and the portal's both bound it. */
function afterThis(ofPortal: number | undefined, before: number | undefined): number | undefined {
  if (before === undefined) return ofPortal;
  return Math.max(0, Math.min(before - 1, ofPortal ?? before));
}

function productLine({ imageUrl, title }: Product): HTMLElement {
  const picture = element('img', { src: imageUrl, alt: '' });
  picture.addEventListener('error', () => picture.remove());
  return element('div', { class: 'product' }, picture, element('span', {}, title));
}
