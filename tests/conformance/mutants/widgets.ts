/** A widget broken by a few lines before or after the real script, and the rule that must notice. */
export interface WidgetMutant {
  name: string;
  rule: string;
  cells: readonly string[];
  before?: string;
  after?: string;
}

// The widget's own fetch, with a hand in it.
const onStatus = (then: string) => `{
  const real = window.fetch;
  window.fetch = async (input, init) => {
    const isStatus = new URL(String(input), location.href).pathname.endsWith('/status');
    ${then}
  };
}`;

export const WIDGET_MUTANTS: readonly WidgetMutant[] = [
  {
    name: 'takes an unknown access for ALLOWED',
    rule: 'ui-fork',
    cells: ['*/page/access/unknown'],
    before: onStatus(`
      const answer = await real(input, init);
      if (!isStatus) return answer;
      return new Response(JSON.stringify({ ...(await answer.json()), access: 'ALLOWED' }), { headers: { 'content-type': 'application/json' } });`),
  },
  {
    name: 'never takes the button away',
    rule: 'ui-visible',
    cells: ['*/page/access/LOCKED'],
    after: `setInterval(() => document.querySelector('.genvoris-tryon-btn').style.setProperty('display', 'inline-block', 'important'), 50);`,
  },
  {
    name: 'shows a reset notice without its date',
    rule: 'ui-visible',
    cells: ['*/page/access/EXHAUSTED'],
    after: `new MutationObserver(() => document.querySelectorAll('[data-genvoris-panel]').forEach((panel) => panel.shadowRoot?.querySelectorAll('time').forEach((time) => time.replaceWith('soon')))).observe(document, { subtree: true, childList: true });`,
  },
  {
    name: 'asks without end',
    rule: 'ui-retry',
    cells: ['*/page/access/unknown'],
    before: onStatus(
      `if (isStatus) setTimeout(() => real(input).catch(() => {}), 900); return real(input, init);`,
    ),
  },
  {
    name: 'asks for every button',
    rule: 'ui-page-view',
    cells: ['*/page/life/several-buttons'],
    before: onStatus(`if (isStatus) real(input).catch(() => {}); return real(input, init);`),
  },
  {
    name: 'throws at what it does not know',
    rule: 'ui-no-crash',
    cells: ['*/page/access/unknown'],
    after: `setTimeout(() => { throw new Error('unknown access'); }, 100);`,
  },
  {
    name: 'does not hear that a try-on was completed',
    rule: 'ui-refetch',
    cells: ['*/page/life/tryon-completed'],
    before: `window.addEventListener('genvoris:tryon-completed', (event) => event.stopImmediatePropagation(), true);`,
  },
];

export function broken({ before = '', after = '' }: WidgetMutant, script: string): string {
  return `${before}\n${script}\n${after}`;
}
