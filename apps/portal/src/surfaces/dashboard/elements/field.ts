import { html } from 'hono/html';
import type { Markup, PageContext } from '../request/page-context.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string | number | null;
  readonly hint?: string;
  readonly type?: 'text' | 'number' | 'email' | 'url' | 'password' | 'date' | 'search';
  readonly required?: boolean;
  readonly min?: number | string;
  readonly max?: number;
  readonly maxlength?: number;
  readonly minlength?: number;
  readonly autocomplete?: string;
  /** Several lines. */
  readonly rows?: number;
  /** A choice instead of a text: value and what is shown. */
  readonly choices?: readonly (readonly [value: string, label: string])[];
}

type From = Pick<PageContext, 'failed'> | undefined;

/** The hidden fields of every form: which one it is, and the token of the sign-in. */
export function formStart(context: PageContext, form: string): Markup {
  return html`<input type="hidden" name="csrf" value="${context.csrf}"><input type="hidden" name="form" value="${form}">`;
}

/** A labelled input; after a refusal with what was entered, and what is wrong with it. */
export function field(from: From, form: string, wanted: Field): Markup {
  const failed = from?.failed?.form.name === form ? from.failed : undefined;
  const value = failed && wanted.type !== 'password' ? failed.form.text(wanted.name) : (wanted.value ?? '');
  const error = failed?.fields[wanted.name];
  const id = `${form}-${wanted.name}`.replace(/[^A-Za-z0-9_-]/g, '-');
  const described = [error && `${id}-error`, wanted.hint && `${id}-hint`].filter(Boolean).join(' ');
  const shared = html`id="${id}" name="${wanted.name}"${flag('required', wanted.required)}${described && html` aria-describedby="${described}"`}${error && html` aria-invalid="true"`}`;
  const attributes = (['min', 'max', 'minlength', 'maxlength', 'autocomplete'] as const).map((name) =>
    wanted[name] === undefined ? '' : html` ${name}="${wanted[name]}"`,
  );
  return html`<div class="field"><label for="${id}">${wanted.label}</label>
${control()}${error && html`<p class="error" id="${id}-error">${error}</p>`}${wanted.hint && html`<p class="hint" id="${id}-hint">${wanted.hint}</p>`}</div>`;

  function control(): Markup {
    if (wanted.choices) {
      return html`<select ${shared}>${wanted.choices.map(
        ([each, label]) =>
          html`<option value="${each}"${flag('selected', each === String(value))}>${label}</option>`,
      )}</select>`;
    }
    if (wanted.rows) return html`<textarea ${shared} rows="${wanted.rows}"${attributes}>${value}</textarea>`;
    return html`<input ${shared} type="${wanted.type ?? 'text'}" value="${value}"${attributes}>`;
  }
}

export function checkbox(name: string, id: string, label: Markup, checked: boolean, value = 'on'): Markup {
  return html`<label class="check" for="${id}"><input type="checkbox" id="${id}" name="${name}" value="${value}"${flag('checked', checked)}><span>${label}</span></label>`;
}

function flag(name: string, on: boolean | undefined): Markup {
  return on ? html` ${name}` : '';
}
