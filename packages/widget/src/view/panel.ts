import { adopt, element } from '../element.ts';
import type { WidgetMessages } from '../messages.ts';
import { webUrl } from '../safe-url.ts';
import css from './panel.css';
import type { LinkCta, View } from './view.ts';

export interface PanelContext {
  messages: WidgetMessages;
  locale: string;
  links: Partial<Record<LinkCta, string>>;
  /** Does what the call to action says where it has no address; resolves to a note for the shopper, if any. */
  act(cta: LinkCta): Promise<string | undefined>;
}

type PanelView = Extract<View, { cta: string }>;

/** Whether a view shows something in the button's place. */
export function isPanelView(view: View): view is PanelView {
  return 'cta' in view;
}

/** Builds what stands in the button's place when there is no trigger. */
export function createPanel(view: PanelView, context: PanelContext): HTMLElement {
  const host = element('div', { 'data-genvoris-panel': view.state });
  const root = host.attachShadow({ mode: 'open' });
  adopt(root, css);
  const panel = element('div', { class: view.state === 'link' ? 'panel' : 'panel framed' });
  const text = sentences(view, context);
  if (text.length > 0) panel.append(element('p', {}, ...text));
  if (view.state !== 'notice') panel.append(...callToAction(view, context));
  root.append(panel);
  return host;
}

function sentences(view: PanelView, { messages, locale }: PanelContext): (Node | string)[] {
  switch (view.state) {
    case 'upsell':
      return [messages.ui.upsell];
    case 'notice':
      return [messages.ctas[view.cta]];
    case 'link':
      return [];
    case 'reset_notice': {
      const reason = Object.entries(messages.reasons).find(([name]) => name === view.reason)?.[1];
      const said = reason ?? messages.ui.exhausted;
      return view.resetsAt ? [said, resetLine(view.resetsAt, messages, locale)] : [said];
    }
  }
}

function resetLine(resetsAt: Date, { ui }: WidgetMessages, locale: string): HTMLElement {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(resetsAt);
  const time = element('time', { datetime: resetsAt.toISOString() }, date);
  // Past, when the upstream is late with the new period.
  const sentence = resetsAt.getTime() > Date.now() ? ui.resetsOn : ui.resetWasDue;
  const [before = '', after = ''] = sentence.split('{date}');
  return element('span', { class: 'date' }, before, time, after);
}

type LinkView = Exclude<PanelView, { state: 'notice' }>;

function callToAction(view: LinkView, { messages, links, act }: PanelContext): Node[] {
  const { cta } = view;
  const label = messages.ctas[cta];
  // What the page says of itself goes before what the model says for all pages.
  const href = webUrl(links[cta] ?? ('url' in view ? view.url : undefined), document.baseURI);
  const marks = { class: 'cta', 'data-genvoris-cta': cta };
  if (href) return [element('a', { ...marks, href }, label)];

  const note = element('p', { class: 'note', role: 'status' });
  const press = element('button', { type: 'button', ...marks }, label);
  press.addEventListener('click', async (event) => {
    // In a card that is a link as a whole it would leave.
    event.preventDefault();
    if (press.getAttribute('aria-disabled') === 'true') return;
    press.setAttribute('aria-disabled', 'true');
    note.textContent = '';
    const said = await act(cta);
    press.removeAttribute('aria-disabled');
    note.textContent = said ?? '';
  });
  return [press, note];
}
