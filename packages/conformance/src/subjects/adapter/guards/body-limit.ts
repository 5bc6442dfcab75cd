import { setTimeout as sleep } from 'node:timers/promises';
import { type Finding, finding } from '../../../core/cells/finding.ts';
import { operationOf, requestExample } from '../../../core/contract/documented.ts';
import { type StorefrontOperationId, takesPhoto } from '../../../core/contract/storefront.ts';
import { photoForm } from '../browser/form.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { goodAnswer } from '../cells/good-call.ts';
import { exchangeOf, observe, untouched } from '../cells/observe.ts';
import type { AdapterHarness } from '../harness/harness.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { ownError } from '../oracle/translate.ts';
import type { Exchange } from '../rules/exchange.ts';
import { judgeExpected } from '../rules/expected-answer.ts';

export function bodyLimitCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  const { bodyLimit } = operationOf(operationId);
  if (bodyLimit === undefined) return [];
  const refused = (value: string, title: string, chunked: boolean) =>
    guardCell(operationId, 'body-limit', value, title, async (harness) => {
      harness.upstream.begin({});
      const exchange = await oversized(harness, operationId, bodyLimit + 1, chunked);
      const findings = judgeExpected(exchange);
      return [...findings, ...(chunked ? unfinished(exchange) : untouched(exchange.calls))];
    });
  return [
    refused('body-one-byte-over', `a body of ${bodyLimit + 1} bytes, announced`, false),
    refused('body-one-byte-over-chunked', `a body of ${bodyLimit + 1} bytes, in chunks`, true),
    guardCell(
      operationId,
      'body-limit',
      'body-at-the-limit',
      `a body of exactly ${bodyLimit} bytes`,
      async (harness) => {
        harness.upstream.begin({});
        const body = bodyOfLength(operationId, bodyLimit);
        const good = goodAnswer(operationId, 'shopper', guests);
        const exchange = await exchangeOf(harness, harness.shopper(), operationId, good, { body });
        return await judgeExpected(exchange);
      },
    ),
  ];
}

async function oversized(
  harness: AdapterHarness,
  operationId: StorefrontOperationId,
  length: number,
  chunked: boolean,
): Promise<Exchange> {
  const browser = harness.shopper();
  await harness.provide(browser, operationId);
  const body = bodyOfLength(operationId, length);
  const sent = await browser.request(operationId, { body, chunked });
  const about = { operationId, expected: ownError('payload_too_large') };
  const send = async () => {
    const open = browser.openWritten(sent);
    // An announced length can be refused before the body comes; who wants all of it first gets it later.
    if (!chunked) {
      open.write(body.subarray(0, Math.min(body.length, 1024)));
      await Promise.race([open.outcome, sleep(500)]);
      open.write(body.subarray(Math.min(body.length, 1024)));
    } else {
      for (let at = 0; at < body.length; at += 65_536) open.write(body.subarray(at, at + 65_536));
    }
    open.end();
    return open.outcome;
  };
  return observe(harness, browser, sent, about, send, 200);
}

// Streaming means that the backend may see the beginning; it must never take it for the whole.
function unfinished({ calls, sent }: Exchange): Finding[] {
  const announced = sent.body?.length ?? 0;
  return calls
    .filter(({ request }) => request.timeline.bodyEnd !== undefined && request.bytesReceived > announced / 2)
    .map(({ request: { bytesReceived: bytes } }) =>
      finding('the upstream got a body that is over the limit', 'no complete request', `${bytes} bytes`),
    );
}

/** A good body of exactly this length. */
function bodyOfLength(operationId: StorefrontOperationId, length: number): Buffer {
  if (!takesPhoto(operationId)) {
    const text = JSON.stringify(requestExample(operationId) ?? {});
    return Buffer.from(text + ' '.repeat(Math.max(0, length - text.length)));
  }
  const fields = { product_image_url: 'https://shop.example/img/dress.jpg' };
  const around = photoForm(fields, 1024).body.length - 1024;
  return photoForm(fields, length - around).body;
}
