import type { Answer } from './answer.ts';
import { jsonObject } from './json-object.ts';

interface Wrong {
  because: string;
  fields?: Readonly<Record<string, readonly string[]>>;
}

/** The documented `invalid_body` with the fields of this request in place of the example's. */
export function namingFields(answer: Answer, { because, fields = {} }: Wrong): Answer {
  const body = jsonObject(answer);
  if (body?.error !== 'invalid_body') return answer;
  const { detail: _detail, fieldErrors: _fields, ...rest } = body;
  const named = Object.keys(fields).find((pointer) => pointer !== '');
  const fieldErrors = Object.keys(fields).length > 0 ? { fieldErrors: fields } : {};
  const told = { ...rest, detail: (named ?? because).slice(0, 2000), ...fieldErrors };
  return { ...answer, body: Buffer.from(JSON.stringify(told)) };
}
