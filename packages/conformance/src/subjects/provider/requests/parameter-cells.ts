import { violations } from '../../../core/contract/validator.ts';
import { operation, type ProviderOperationId } from '../calls/call.ts';
import type { ProviderCell } from '../cells/provider-cell.ts';
import type { SchemaNode } from '../schema/nodes.ts';
import { type Parameter, parametersOf } from '../schema/parameters.ts';
import { boundValues } from '../schema/values.ts';
import { assertInvalid, assertTaken, spoiltCell } from './spoilt-cell.ts';

/** What can be said in the query and in `Idempotency-Key`. */
export async function parameterCells(operationId: ProviderOperationId): Promise<ProviderCell[]> {
  const cells: ProviderCell[] = [];
  for (const parameter of parametersOf(operationId)) {
    if (parameter.in !== 'query' && parameter.in !== 'header') continue;
    if (parameter.in === 'header' && parameter.name !== 'Idempotency-Key') continue;
    for (const [name, text] of textsFor(parameter)) {
      const invalid = await breaks(operationId, parameter, text);
      cells.push(cellFor(operationId, parameter, name, text, invalid));
    }
  }
  return cells;
}

function cellFor(
  operationId: ProviderOperationId,
  parameter: Parameter,
  name: string,
  text: string | undefined,
  invalid: boolean,
): ProviderCell {
  const part = parameter.in === 'query' ? 'query' : 'headers';
  return spoiltCell(
    operationId,
    `${invalid ? 'invalid' : 'bounds'}.${parameter.name}.${name}`,
    `${parameter.name} is ${text === undefined ? 'missing' : JSON.stringify(shorten(text))}`,
    (valid) => {
      const { [parameter.name]: _was, ...others } = valid[part] ?? {};
      return { ...valid, [part]: text === undefined ? others : { ...others, [parameter.name]: text } };
    },
    invalid ? assertInvalid : assertTaken,
  );
}

/** Texts to try, by what the schema says; `undefined` leaves the parameter out. */
function textsFor({ required, schema: { node } }: Parameter): [name: string, text: string | undefined][] {
  const texts: [string, string | undefined][] = required ? [['missing', undefined]] : [];
  const { maximum, minimum, maxLength } = node;
  if (node.type === 'integer') {
    texts.push(
      ['empty', ''],
      ['a-word', 'many'],
      ['a-fraction', '1.5'],
      ['hexadecimal', '0x10'],
      ['negative', '-1'],
      ['exponent', '1e1'],
    );
    if (minimum !== undefined) texts.push(['below-minimum', String(minimum - 1)]);
    if (maximum !== undefined) texts.push(['above-maximum', String(maximum + 1)]);
  }
  if (node.type === 'boolean')
    texts.push(['a-word', 'maybe'], ['a-number', '2'], ['true', 'true'], ['false', 'false']);
  if (node.enum || node.const !== undefined)
    texts.push(['not-in-the-list', 'NO_SUCH_VALUE'], ['other-case', other(node)]);
  if (node.pattern !== undefined) texts.push(['off-pattern', '§']);
  if (node.format !== undefined) texts.push(['off-format', 'not of this format']);
  if (maxLength !== undefined) texts.push(['too-long', 'a'.repeat(maxLength + 1)]);
  if (node.minLength !== undefined) texts.push(['empty', '']);
  const bounds = boundValues(node).filter(
    ({ value, name }) => value !== null && name !== 'longest-beyond-latin',
  );
  return [...texts, ...bounds.map(({ name, value }): [string, string] => [name, String(value)])];
}

function other({ enum: values, const: constant }: SchemaNode): string {
  const [first = constant] = values ?? [];
  const text = String(first);
  return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
}

async function breaks(
  operationId: ProviderOperationId,
  { schema, required, name }: Parameter,
  text: string | undefined,
): Promise<boolean> {
  if (text === undefined) return required;
  // Of a cursor the schema says only how long it is; one that was never handed out is invalid all the same.
  if (name === 'cursor') return true;
  return (await violations(operation(operationId).spec, schema.pointer, typed(schema.node, text))).length > 0;
}

function typed({ type }: SchemaNode, text: string): unknown {
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}… (${text.length})` : text;
}
