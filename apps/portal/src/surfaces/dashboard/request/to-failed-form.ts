import { toErrorAnswer } from '../../../api/http/answer.ts';
import type { ApiError } from '../../../foundation/api-error.ts';
import type { Form } from './form.ts';
import type { FailedForm } from './page-context.ts';

const NO_FORM: Form = {
  name: '',
  text: () => '',
  optional: () => undefined,
  number: () => Number.NaN,
  checked: () => false,
  all: () => [],
};

/** A refusal, as the page that is shown again tells it. */
export function toFailedForm(form: Form | undefined, refusal: ApiError): FailedForm {
  const fields: Record<string, string> = {};
  let about = '';
  for (const [pointer, [said = '']] of Object.entries(refusal.more.fieldErrors ?? {})) {
    const sentence = toPlain(said);
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

/** A schema's words for what is wrong, as people say it. */
function toPlain(said: string): string {
  return said
    .replace('must NOT have fewer than 1 characters', 'must not be empty')
    .replace('must NOT have fewer than', 'must have at least')
    .replace('must NOT have more than', 'must have at most')
    .replace(/^must be >= /, 'must be at least ')
    .replace(/^must be <= /, 'must be at most ')
    .replace('must be integer', 'must be a whole number')
    .replace(/^must match format "email"$/, 'must be an email address')
    .replace('NOT', 'not');
}
