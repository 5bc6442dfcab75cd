import { keepOutOfForms } from './form-owner.ts';
import { createPanel, isPanelView, type PanelContext } from './panel.ts';
import type { View } from './view.ts';

const CLASS = 'genvoris-tryon-btn';
const STATE = 'data-genvoris-state';
const HOSTS = '[data-genvoris-panel], [data-genvoris-dialog]';
const OURS = `.${CLASS}, [${STATE}], ${HOSTS}, meta`;
const HIDDEN: View = { state: 'hidden' };

/** How often the page is looked at in one task: another script may undo each time what this one does. */
const LOOKS = { most: 20, pauseMs: 250 };

export interface ButtonsOptions {
  panel(): PanelContext;
  /** Called where the document may have been written anew, which takes the listeners away. */
  listen(): void;
  /** Whether the button names something that can be tried on. */
  isUsable(button: Element): boolean;
  press(button: HTMLElement): void;
  /** Called at a change of the page that is none of the buttons'. */
  touched(): void;
  /** Called at each other change. */
  changed(buttons: HTMLElement[]): void;
}

/** Keeps every `.genvoris-tryon-btn` of the page showing the view, however the page changes around it. */
export function createButtons(page: Document, options: ButtonsOptions) {
  const panels = new Map<HTMLElement, { view: View; host: HTMLElement }>();
  let view: View = { state: 'pending' };
  let looks = 0;
  let root: Element | undefined;

  const all = () => [...page.querySelectorAll<HTMLElement>(`.${CLASS}`)];

  /** What a button's place shows: only the trigger needs a picture, cards stand for the shop. */
  const viewAt = (button: Element) => (view.state === 'trigger' && !options.isUsable(button) ? HIDDEN : view);

  function render(button: HTMLElement): void {
    const wanted = viewAt(button);
    const had = panels.get(button);
    const hadFocus = page.activeElement === button || (had && page.activeElement === had.host);
    keepOutOfForms(button);
    setAttribute(button, 'aria-haspopup', 'dialog');
    setAttribute(button, STATE, wanted.state);
    if (button.hasAttribute('hidden') === (wanted.state === 'trigger')) {
      button.hidden = wanted.state !== 'trigger';
    }
    if (had?.view !== wanted) {
      had?.host.remove();
      panels.delete(button);
      if (isPanelView(wanted)) {
        panels.set(button, { view: wanted, host: createPanel(wanted, options.panel()) });
      }
    }
    const host = panels.get(button)?.host;
    if (host && button.nextElementSibling !== host) {
      host.slot = button.slot;
      button.after(host);
    }
    // Focus that sat on what has gone stays in its place instead of falling back to the top of the page.
    if (hadFocus && had?.view !== wanted) focusPlace(button);
  }

  function focusPlace(button: HTMLElement): void {
    const cta = panels.get(button)?.host.shadowRoot?.querySelector<HTMLElement>('.cta');
    (cta ?? button).focus();
  }

  function look(): void {
    if (root !== page.documentElement) {
      root = page.documentElement;
      options.listen();
    }
    const buttons = all();
    for (const [button, { host }] of panels) {
      if (buttons.includes(button)) continue;
      host.remove();
      panels.delete(button);
    }
    for (const button of buttons) render(button);
    // What a clone or a kept snapshot of the page brings along has no shadow root and does nothing.
    for (const host of page.querySelectorAll(HOSTS)) {
      if (!host.shadowRoot) host.remove();
    }
    options.changed(buttons);
  }

  function lookAgain(): void {
    looks += 1;
    if (looks === 1) setTimeout(endTask, 0);
    if (looks <= LOOKS.most) look();
  }

  function endTask(): void {
    if (looks > LOOKS.most) setTimeout(startOver, LOOKS.pauseMs);
    else looks = 0;
  }

  function startOver(): void {
    looks = 0;
    lookAgain();
  }

  /** Before a key does anything: also where no look goes, in a shadow root or amid a burst of changes. */
  function onKey(event: Event): void {
    for (const node of event.composedPath()) {
      if (node !== page && !(node instanceof ShadowRoot)) continue;
      for (const button of (node as ParentNode).querySelectorAll<HTMLElement>(`.${CLASS}`)) {
        keepOutOfForms(button);
      }
    }
  }

  // First of all listeners, so that none of the page's keeps a click in a form or a link from being ours.
  function onClick(event: Event): void {
    const isButton = (node: unknown) => node instanceof Element && node.classList.contains(CLASS);
    const button = event.composedPath().find(isButton) as HTMLElement | undefined;
    if (!button) {
      // The words of a label around the button are not a press of it.
      const label = (event.target as Element).closest?.<HTMLLabelElement>('label:not([for])');
      if (isButton(label?.control)) event.preventDefault();
      return;
    }
    // In a form it would submit, as a link it would leave.
    event.preventDefault();
    if (!button.matches(':disabled') && viewAt(button).state === 'trigger') options.press(button);
  }

  return {
    show(next: View): void {
      view = next;
      look();
    },
    /** Builds what is shown once more, as the options are by now. */
    redraw(): void {
      view = { ...view };
      look();
    },
    /** Binds the buttons there are and those to come. */
    watch(): void {
      look();
      new MutationObserver((changes) => {
        if (changes.some(matters)) lookAgain();
        else options.touched();
      }).observe(page, {
        subtree: true,
        childList: true,
        attributeFilter: [
          'class',
          'hidden',
          'type',
          'form',
          'content',
          'aria-haspopup',
          STATE,
          'data-product-image',
          'data-product-id',
        ],
      });
    },
    /** Gives the focus to a button, to what took its place, or to the one the page has put there since. */
    focusPlace(button: HTMLElement): void {
      const same = ({ dataset }: HTMLElement) => dataset.productId === button.dataset.productId;
      focusPlace(button.isConnected ? button : (all().find(same) ?? button));
    },
    all,
    look,
    onKey,
    onClick,
  };
}

// Pages change all the time, and most of it is far from any button.
function matters(change: MutationRecord): boolean {
  const { target, addedNodes, removedNodes, previousSibling, nextSibling } = change;
  return (
    isOurs(target) ||
    (target instanceof Element && target.closest(`.${CLASS}`) !== null) ||
    [previousSibling, nextSibling].some(isOurs) ||
    [...addedNodes, ...removedNodes].some(
      (node) => isOurs(node) || (node instanceof Element && node.querySelector(OURS) !== null),
    )
  );
}

function isOurs(node: Node | null): boolean {
  return node instanceof Element && node.matches(OURS);
}

function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
