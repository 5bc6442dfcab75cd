import { createPanel, isPanelView, type PanelContext } from './panel.ts';
import type { View } from './view.ts';

const CLASS = 'genvoris-tryon-btn';
const STATE = 'data-genvoris-state';

export interface ButtonsOptions {
  panel: PanelContext;
  /** Whether the button names something that can be tried on. */
  isUsable(button: Element): boolean;
  press(button: HTMLElement): void;
  /** Called when the page has a button, at first and whenever one is added. */
  found(): void;
}

/** Keeps every `.genvoris-tryon-btn` of the page, now or later, showing the view. */
export function createButtons(page: Document, { panel, isUsable, press, found }: ButtonsOptions) {
  const bound = new Map<HTMLElement, { shown?: View; panel?: HTMLElement }>();
  // Outlives `bound`: a button may leave the page and come back.
  const listening = new WeakSet<HTMLElement>();
  let view: View = { state: 'pending' };

  function render(button: HTMLElement): void {
    const binding = bound.get(button);
    if (!binding) return;
    // Only the trigger needs a picture: the cards stand for the shop, not for the product.
    const wanted: View = view.state === 'trigger' && !isUsable(button) ? { state: 'hidden' } : view;
    if (binding.shown === wanted || (binding.shown?.state === 'hidden' && wanted.state === 'hidden')) return;
    binding.shown = wanted;

    const hadFocus = page.activeElement === button || page.activeElement === binding.panel;
    binding.panel?.remove();
    delete binding.panel;
    button.setAttribute(STATE, wanted.state);
    button.hidden = wanted.state !== 'trigger';
    if (isPanelView(wanted)) {
      binding.panel = createPanel(wanted, panel);
      button.after(binding.panel);
    }
    // Focus that sat on what has gone stays in its place instead of falling back to the top of the page.
    if (hadFocus) {
      const next = binding.panel?.shadowRoot?.querySelector<HTMLElement>('.cta') ?? button;
      next.focus();
    }
  }

  function listen(button: HTMLElement): void {
    if (listening.has(button)) return;
    listening.add(button);
    button.setAttribute('aria-haspopup', 'dialog');
    button.addEventListener('click', (event) => {
      // In a form it would submit, as a link it would leave.
      event.preventDefault();
      if (view.state === 'trigger') press(button);
    });
  }

  function scan(): void {
    for (const [button, { panel }] of bound) {
      if (!button.isConnected) {
        panel?.remove();
        bound.delete(button);
      } else if (panel?.isConnected && panel.parentNode !== button.parentNode) {
        button.after(panel);
      }
    }
    for (const button of page.getElementsByClassName(CLASS)) {
      if (!(button instanceof HTMLElement)) continue;
      if (!bound.has(button)) bound.set(button, {});
      listen(button);
      render(button);
    }
    if (bound.size > 0) found();
  }

  return {
    show(next: View): void {
      view = next;
      for (const button of bound.keys()) render(button);
    },
    /** Binds the buttons there are and those to come. */
    watch(): void {
      scan();
      new MutationObserver(scan).observe(page, {
        subtree: true,
        childList: true,
        attributeFilter: ['class', 'data-product-image'],
      });
    },
    /** What may take the focus in a button's place. */
    focusPlace(button: HTMLElement): void {
      const cta = bound.get(button)?.panel?.shadowRoot?.querySelector<HTMLElement>('.cta');
      (cta ?? button).focus();
    },
    all: (): HTMLElement[] => [...bound.keys()],
  };
}
