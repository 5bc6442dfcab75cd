import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, operation, type ProviderOperationId, takesKeyInBody } from '../calls/call.ts';
import { type ProviderCell, requestCell } from '../cells/provider-cell.ts';
import { sharedCall } from '../fixtures/valid-call.ts';
import type { ProviderHarness } from '../harness/harness.ts';
import { assertInvalid, assertTaken, INVALID_WORDS, type Spoil, spoiltCell } from './spoilt-cell.ts';

type Broken = readonly [value: string, title: string, write: (json: Buffer) => Buffer, contentType?: string];

const JSON_TYPE = 'application/json';
const BROKEN: readonly Broken[] = [
  ['not-json', 'a body that is not JSON', () => Buffer.from('not json')],
  ['cut', 'JSON that is cut short', (json) => json.subarray(0, json.length - 1)],
  ['twice', 'two JSON values', (json) => Buffer.concat([json, json])],
  ['not-utf-8', 'bytes that are not UTF-8', withByte],
  ['deep', 'three thousand lists in each other', () => Buffer.from('['.repeat(3000) + ']'.repeat(3000))],
  ['text', 'JSON that calls itself text', (json) => json, 'text/plain'],
  ['form', 'JSON that calls itself a form', (json) => json, 'application/x-www-form-urlencoded'],
];

/** How a JSON body can be written wrongly, and too largely. */
export function encodingCells(operationId: ProviderOperationId): ProviderCell[] {
  const { request, bodyLimit } = operation(operationId);
  if (!request?.mediaTypes.includes('application/json')) return [];
  const refused = (value: string, title: string, spoil: Spoil) =>
    spoiltCell(operationId, `encoding.${value}`, title, spoil, assertInvalid);
  const cells = BROKEN.map(([value, title, write, contentType = JSON_TYPE]) =>
    refused(value, title, (valid, harness) => {
      const json = Buffer.from(JSON.stringify(jsonOf(valid, harness)));
      return { ...valid, body: { bytes: write(json), contentType } };
    }),
  );
  if (request.required)
    cells.push(
      refused('nothing', 'no body where one is required', (valid) => ({ ...valid, body: undefined })),
    );
  return bodyLimit === undefined ? cells : [...cells, ...limitCells(operationId, bodyLimit)];
}

function limitCells(operationId: ProviderOperationId, limit: number): ProviderCell[] {
  const cell = (value: string, title: string, length: number, chunked: boolean) =>
    requestCell(`${operationId}.body-limit.${value}`, title, async (harness, assert) => {
      const valid = await sharedCall(harness, operationId);
      const json = JSON.stringify(jsonOf(valid, harness));
      // White space around JSON means nothing, so that the length is all that is wrong.
      const bytes = Buffer.from(json.padEnd(length, ' '));
      const reply = await harness.send({ ...valid, body: { bytes, contentType: JSON_TYPE, chunked } });
      if (length > limit)
        assert.refused(
          reply,
          reply.status === 413 ? 413 : 400,
          [...INVALID_WORDS, 'payload_too_large'],
          'a body over the limit is not refused',
        );
      else assertTaken(assert, reply);
      // A server that hangs up on the rest of a body may do so a moment later.
      if (chunked) await sleep(5);
    });
  return [
    cell('one-byte-over', `a body of ${limit + 1} bytes, announced`, limit + 1, false),
    cell('one-byte-over-chunked', `a body of ${limit + 1} bytes, in chunks`, limit + 1, true),
    // An exchange without a code that was issued is refused as invalid, however large it is.
    ...(operationId === 'exchangeConnectCode'
      ? []
      : [cell('at-the-limit', `a body of exactly ${limit} bytes`, limit, false)]),
  ];
}

/** The body as it would go out, with the key where the operation takes it in the body. */
function jsonOf(call: Call, harness: ProviderHarness): unknown {
  const json = call.body && 'json' in call.body ? (call.body.json as object) : {};
  return takesKeyInBody(call.operationId) ? { api_key: call.key ?? harness.settings.apiKey, ...json } : json;
}

/** The first letter of the first text becomes a byte that UTF-8 does not have. */
function withByte(json: Buffer): Buffer {
  const copy = Buffer.from(json);
  const at = copy.indexOf('":"');
  copy[at < 0 ? Math.max(0, copy.length - 2) : at + 3] = 0xff;
  return copy;
}
