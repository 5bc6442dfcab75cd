import { toErrorAnswer } from '../http/answer.ts';
import type { Refusal } from '../http/refusal.ts';
import type { Form } from './form.ts';
import type { FailedForm } from './visit.ts';

const NO_FORM: Form = {
  name: '',
  text: () => '',
  optional: () => undefined,
  number: () => Number.NaN,
  checked: () => false,
  all: () => [],
};

/** A refusal, as the page that is shown again tells it. */
export function toFailedForm(form: Form | undefined, refusal: Refusal): FailedForm {
  const fields: Record<string, string> = {};
  let about = '';
  for (const [pointer, [sentence = '']] of Object.entries(refusal.more.fieldErrors ?? {})) {
    const [, name = ''] = pointer.split('/');
    if (name === '') about = sentence;
    else fields[name] ??= sentence;
  }
  const { message } = toErrorAnswer('error', refusal).body as { message: string };
  const sentence = refusal.more.detail ?? (about || Object.keys(fields).length > 0 ? undefined : message);
  return {
    form: form ?? NO_FORM,
    sentence: sentence ?? `Nothing was changed${about ? `: ${about}.` : '. See what is marked below.'}`,
    fields,
  };
}
