import { type MockOperation, placeOf } from './operations.ts';
import { find } from './pointer.ts';
import { loadSpec } from './spec-document.ts';

/**
 * The fields of a form as the values their schemas describe: a form has only text, and `4` in it is a
 * number where its schema asks for one.
 */
export async function formValue(
  operation: MockOperation,
  fields: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const document = await loadSpec(operation.spec);
  const content = [...placeOf(operation), 'requestBody', 'content'];
  const form = Object.keys(find<object>(document, ...content) ?? {}).find((type) => /form/.test(type)) ?? '';
  const values: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(fields)) {
    const type = find(document, ...content, form, 'schema', 'properties', name, 'type');
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
