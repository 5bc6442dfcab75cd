import type { Answer } from './answer.ts';

interface Wrong {
  because: string;
  fields?: Readonly<Record<string, readonly string[]>>;
}

/** The documented `invalid_body` with the fields of this request in place of the example's. */
export function namingFields(answer: Answer, { because, fields = {} }: Wrong): Answer {
  const body = readObject(answer);
  if (body?.error !== 'invalid_body') return answer;
  const { detail: _detail, fieldErrors: _fields, ...rest } = body;
  const named = Object.keys(fields).find((pointer) => pointer !== '');
  const fieldErrors = Object.keys(fields).length > 0 ? { fieldErrors: fields } : {};
  const told = { ...rest, detail: (named ?? because).slice(0, 2000), ...fieldErrors };
  return { ...answer, body: Buffer.from(JSON.stringify(told)) };
}

function readObject({ body }: Answer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
