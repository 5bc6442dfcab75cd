import { html } from 'hono/html';
import type { Markup, Visit } from '../visit.ts';
import { formStart } from './field.ts';

/** A button that does something harmless at once. */
export function act(visit: Visit, action: string, label: string, about = ''): Markup {
  return html`<form method="post" action="${action}">${formStart(visit, 'act')}<button${about && html` aria-label="${label} ${about}"`}>${label}</button></form>`;
}

/** A button for what cannot be undone: it opens the question first, without a script. */
export function confirm(
  visit: Visit,
  {
    action,
    label,
    about,
    question,
    fields = '',
  }: { action: string; label: string; about: string; question: Markup; fields?: Markup },
): Markup {
  return html`<details class="confirm"><summary aria-label="${label} ${about}">${label}…</summary>
<form method="post" action="${action}">${formStart(visit, 'confirm')}${fields}<p>${question}</p>
<button class="danger" aria-label="${label} ${about}">${label}</button></form></details>`;
}
