import { html } from 'hono/html';
import type { Markup, PageContext } from '../request/page-context.ts';
import { formStart } from './field.ts';

/** A button that does something harmless at once. */
export function act(
  context: PageContext,
  action: string,
  label: string,
  about = '',
  fields: Readonly<Record<string, string>> = {},
): Markup {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="${action}">${formStart(context, 'act')}${hidden}<button${about && html` aria-label="${label} ${about}"`}>${label}</button></form>`;
}

/** A button for what cannot be undone, or is much at once: it opens the question first, without a script. */
export function confirm(
  context: PageContext,
  {
    action,
    label,
    about,
    question,
    fields = '',
    harmless = false,
  }: {
    action: string;
    label: string;
    about: string;
    question: Markup;
    fields?: Markup;
    harmless?: boolean;
  },
): Markup {
  return html`<details class="confirm${harmless && ' harmless'}" name="open"><summary aria-label="${label} ${about}">${label}…</summary>
<form method="post" action="${action}">${formStart(context, 'confirm')}${fields}<p>${question}</p>
<button class="${harmless ? 'main' : 'danger'}" aria-label="${label} ${about}">${label}</button></form></details>`;
}
