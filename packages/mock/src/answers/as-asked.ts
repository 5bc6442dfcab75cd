import type { MockOperation, NamedExample } from '../spec/operations.ts';
import { placeOf } from '../spec/operations.ts';
import { deref, find } from '../spec/pointer.ts';
import type { PrismRequest } from '../spec/prism.ts';
import { loadSpec } from '../spec/spec-document.ts';
import type { Answer } from './answer.ts';
import { jsonObject } from './json-object.ts';

type Fields = Record<string, unknown>;

/**
 * The default answer with what follows from the request in place of the example's: a list without what its filters
 * leave out, and a number that counts what was sent (`x-counts`).
 */
export async function asAsked(
  answer: Answer,
  operation: MockOperation,
  at: NamedExample,
  { query, body }: Pick<PrismRequest, 'query' | 'body'>,
): Promise<Answer> {
  const said = jsonObject(answer);
  if (!said) return answer;
  const told = { ...filtered(said, query), ...(await counted(operation, at, body)) };
  return { ...answer, body: Buffer.from(JSON.stringify(told)) };
}

/** A parameter filters by the field that it is named for; `limit` cuts what is left. */
function filtered(said: Fields, query: URLSearchParams): Fields {
  const { data } = said;
  if (!Array.isArray(data)) return said;
  const kept = data.filter((item: Fields) =>
    [...query].every(([name, value]) => !Object.hasOwn(item, name) || String(item[name]) === value),
  );
  if (kept.length < data.length) return { ...said, data: kept, next_cursor: null };
  return { ...said, data: data.slice(0, Number(query.get('limit') ?? data.length)) };
}

async function counted(operation: MockOperation, { status }: NamedExample, body: unknown): Promise<Fields> {
  const document = await loadSpec(operation.spec);
  const place = [...placeOf(operation), 'responses', String(status), 'content', 'application/json', 'schema'];
  const properties = find<Fields>(document, ...place, 'properties') ?? {};
  const counts = Object.entries(properties).flatMap(([name, property]) => {
    const counted = deref<{ 'x-counts'?: string }>(document, property)['x-counts'];
    const items = counted === undefined ? undefined : (body as Fields | undefined)?.[counted];
    return counted === undefined ? [] : [[name, Array.isArray(items) ? items.length : 1] as const];
  });
  return Object.fromEntries(counts);
}
