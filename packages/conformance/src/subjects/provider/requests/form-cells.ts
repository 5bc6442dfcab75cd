import { type Call, operation, type ProviderOperationId } from '../calls/call.ts';
import { describe } from '../calls/reply.ts';
import type { ProviderCell } from '../cells/provider-cell.ts';
import { bodySchema, propertiesOf, type SchemaNode, typesOf } from '../schema/nodes.ts';
import { awkwardValues, badValues } from '../schema/values.ts';
import { assertInvalid, assertNoFailure, INVALID_WORDS, type Spoil, spoiltCell } from './spoilt-cell.ts';

type Change = (fields: Record<string, string>) => Record<string, string>;

/** What can be sent in a form, as its schema says; every value of a form is a text. */
export function formCells(operationId: ProviderOperationId): ProviderCell[] {
  const { spec, request } = operation(operationId);
  const schema = bodySchema(operationId);
  if (!schema || !request || request.mediaTypes.includes('application/json')) return [];
  const cells: ProviderCell[] = [];
  const add = (rule: 'invalid' | 'hostile' | 'encoding', value: string, title: string, spoil: Spoil) => {
    const judge = rule === 'hostile' ? assertNoFailure : assertInvalid;
    cells.push(spoiltCell(operationId, `${rule}.${value}`, title, spoil, judge));
  };
  for (const name of schema.node.required ?? [])
    add('invalid', `${name}.missing`, `the form has no ${name}`, (call) => withFields(call, without(name)));
  for (const [name, { node }] of propertiesOf(spec, schema)) {
    if (name === 'photo') continue;
    for (const [value, text] of badTexts(node))
      add('invalid', `${name}.${value}`, `${name} breaks its schema`, (call) =>
        withFields(call, put(name, text)),
      );
    for (const { name: value, value: text } of awkwardValues(node))
      add('hostile', `${name}.${value}`, `${name} is allowed and awkward`, (call) =>
        withFields(call, put(name, String(text))),
      );
  }
  const broken: [string, string, Call['body']][] = [
    ['nothing', 'no body where a form is required', undefined],
    ['json', 'JSON in place of a form', { json: {} }],
    ['no-type', 'a form that does not say it is one', { bytes: Buffer.from('decision=allow') }],
    [
      'cut',
      'a multipart form that ends in the middle',
      {
        bytes: Buffer.from('--x\r\nContent-Disposition: form-data; name="photo"'),
        contentType: 'multipart/form-data; boundary=x',
      },
    ],
    [
      'no-boundary',
      'a multipart form without a boundary',
      { bytes: Buffer.from('--x--'), contentType: 'multipart/form-data' },
    ],
  ];
  for (const [value, title, body] of broken) add('encoding', value, title, (call) => ({ ...call, body }));
  const { bodyLimit } = operation(operationId);
  return bodyLimit === undefined ? cells : [...cells, ...limitCells(operationId, bodyLimit)];
}

function withFields(call: Call, change: Change): Call {
  const { body } = call;
  if (body && 'form' in body) {
    const { photo, ...form } = change({ ...body.form, photo: 'here' });
    return { ...call, body: { form, ...(photo !== undefined && body.photo && { photo: body.photo }) } };
  }
  if (body && 'urlencoded' in body) return { ...call, body: { urlencoded: change({ ...body.urlencoded }) } };
  return call;
}

function without(name: string): Change {
  return ({ [name]: _gone, ...rest }) => rest;
}

function put(name: string, text: string): Change {
  return (fields) => ({ ...fields, [name]: text });
}

/** The bad values that can be written as a text and are still bad then. */
function badTexts(node: SchemaNode): [name: string, text: string][] {
  const texts = badValues(node).flatMap(({ name, value }): [string, string][] => {
    // An empty field of a form is one that was not filled in.
    if (value === '') return [];
    if (typeof value === 'string' && typesOf(node).includes('string')) return [[name, value]];
    if (typeof value === 'number' && typesOf(node).includes('integer')) return [[name, String(value)]];
    return [];
  });
  return typesOf(node).includes('integer') ? [...texts, ['a-word', 'many']] : texts;
}

/** A body over the limit, whether it is announced or comes in pieces. */
function limitCells(operationId: ProviderOperationId, limit: number): ProviderCell[] {
  const { request, responses } = operation(operationId);
  const type = request?.mediaTypes[0] ?? '';
  const contentType = type.startsWith('multipart') ? `${type}; boundary=x` : type;
  return [false, true].map((chunked) =>
    spoiltCell(
      operationId,
      `body-limit.${chunked ? 'chunked' : 'announced'}`,
      `a form of more than ${limit} bytes, ${chunked ? 'in pieces' : 'announced'}`,
      (call) => ({ ...call, body: { bytes: oversized(type, limit), contentType, chunked } }),
      (assert, reply) => {
        const words = [...INVALID_WORDS, 'payload_too_large'];
        const status = responses[413] ? 413 : 400;
        assert.refused(reply, status, words, `a form over the limit is not refused: ${describe(reply)}`);
      },
    ),
  );
}

function oversized(type: string, limit: number): Buffer {
  if (!type.startsWith('multipart')) return Buffer.from(`decision=allow&csrf=${'a'.repeat(limit)}`);
  const disposition = 'Content-Disposition: form-data; name="photo"; filename="me"';
  const head = Buffer.from(`--x\r\n${disposition}\r\nContent-Type: image/png\r\n\r\n`);
  return Buffer.concat([head, Buffer.alloc(limit), Buffer.from('\r\n--x--\r\n')]);
}
