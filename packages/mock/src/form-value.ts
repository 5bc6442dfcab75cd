import type { MockOperation } from './operations.ts';
import { deref } from './pointer.ts';
import { loadSpec } from './spec-document.ts';

interface FormSchema {
  properties?: Record<string, unknown>;
}

/**
 * The fields of a form as the values their schemas describe: a form has only text, and `4` in it is a
 * number where its schema asks for one.
 */
export async function formValue(
  operation: MockOperation,
  fields: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const { properties = {} } = await formSchema(operation);
  const document = await loadSpec(operation.spec);
  const values: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(fields)) {
    const { type } = deref<{ type?: unknown } | undefined>(document, properties[name]) ?? {};
    const isNumber =
      (type === 'integer' || type === 'number') && text.trim() !== '' && Number.isFinite(Number(text));
    values[name] = isNumber
      ? Number(text)
      : type === 'boolean' && /^(true|false)$/.test(text)
        ? text === 'true'
        : text;
  }
  return values;
}

async function formSchema({ spec, path, method }: MockOperation): Promise<FormSchema> {
  const document = await loadSpec(spec);
  const operation = document.paths?.[path]?.[method.toLowerCase()] as { requestBody?: unknown } | undefined;
  const body = deref<{ content?: Record<string, { schema?: unknown }> } | undefined>(
    document,
    operation?.requestBody,
  );
  const form = Object.entries(body?.content ?? {}).find(([mediaType]) => /form/.test(mediaType));
  return deref<FormSchema | undefined>(document, form?.[1].schema) ?? {};
}
