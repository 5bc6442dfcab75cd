import { isDeepStrictEqual } from 'node:util';
import { type MockOperation, type NamedExample, placeOf } from '../spec/operations.ts';
import { descend, type Place, root } from '../spec/pointer.ts';
import type { HeaderObject, MediaTypeObject, SpecDocument } from '../spec/spec-document.ts';
import type { IndependentValidator } from './independent-validator.ts';

export interface ReceivedAnswer {
  status: number;
  headers: Headers;
  body: Uint8Array;
}

/** Everything that is wrong with an answer by the spec; empty where nothing is. */
export async function judge(
  operation: MockOperation,
  expected: NamedExample,
  answer: ReceivedAnswer,
  document: SpecDocument,
  validator: IndependentValidator,
): Promise<string[]> {
  if (answer.status !== expected.status) return [`status ${answer.status} instead of ${expected.status}`];
  const place = [...placeOf(operation), 'responses', String(expected.status)];
  const response = descend(document, root(document), ...place);
  if (!response) return [`status ${expected.status} is not documented`];
  return [
    ...(await headerFaults(answer, document, response, validator)),
    ...(await bodyFaults(expected, answer, document, response, validator)),
  ];
}

async function headerFaults(
  answer: ReceivedAnswer,
  document: SpecDocument,
  response: Place,
  validator: IndependentValidator,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, value] of answer.headers)
    if (value === 'null') faults.push(`header ${name} is the word null`);
  const documented = descend<Record<string, unknown>>(document, response, 'headers');
  for (const name of Object.keys(documented?.value ?? {})) {
    const header = descend<HeaderObject>(document, response, 'headers', name);
    const value = answer.headers.get(name);
    if (value === null) {
      if (header?.value.required) faults.push(`required header ${name} is missing`);
      continue;
    }
    const schema = header && descend<{ type?: unknown }>(document, header, 'schema');
    if (!schema) continue;
    const violations = await validator.violations(schema.pointer, typed(value, schema.value.type));
    faults.push(...violations.map((violation) => `header ${name}: ${value} ${violation}`));
  }
  return faults;
}

// A header is text; its schema may say that the text is a number.
function typed(value: string, type: unknown): unknown {
  return (type === 'integer' || type === 'number') && value.trim() !== '' ? Number(value) : value;
}

async function bodyFaults(
  expected: NamedExample,
  answer: ReceivedAnswer,
  document: SpecDocument,
  response: Place,
  validator: IndependentValidator,
): Promise<string[]> {
  const content = descend<Record<string, MediaTypeObject>>(document, response, 'content');
  const received = answer.headers.get('content-type');
  if (!content) {
    const faults = received === null ? [] : [`content type ${received} where no body is documented`];
    return answer.body.length === 0
      ? faults
      : [...faults, `${answer.body.length} bytes where no body is documented`];
  }
  const mediaType = received?.split(';')[0]?.trim().toLowerCase() ?? '';
  const media = descend<MediaTypeObject>(document, content, mediaType);
  if (!media)
    return [`content type ${received ?? 'missing'} instead of ${Object.keys(content.value).join(' or ')}`];
  const text = new TextDecoder().decode(answer.body);
  const value = /[/+]json$/.test(mediaType) ? parse(text) : { ok: true as const, value: text as unknown };
  if (!value.ok) return [`the body is not JSON: ${value.reason}`];
  const schema = descend(document, media, 'schema');
  const faults = schema ? await validator.violations(schema.pointer, value.value) : [];
  const example = descend<{ value: unknown }>(document, media, 'examples', expected.example ?? '')?.value;
  if (example && !isDeepStrictEqual(value.value, example.value)) {
    return [...faults, `the body is not the example ${expected.example}`];
  }
  return faults;
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'unreadable' };
  }
}
