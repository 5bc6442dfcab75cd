import { finding } from '../../../core/cells/finding.ts';
import { type StorefrontOperationId, takesPhoto } from '../../../core/contract/storefront.ts';
import { photoForm } from '../browser/form.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { flowCell } from '../cells/flow-cell.ts';
import { goodAnswer, mainUpstream } from '../cells/good-call.ts';
import { observe } from '../cells/observe.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { judgeExpected } from '../rules/expected-answer.ts';
import { judgeBody } from '../rules/upstream-bodies.ts';

const PHOTO_BYTES = 512 * 1024;

/** How long the backend may take to see the first bytes of a form that is still being sent. */
const SIGHT_MS = 2000;

export function streamCells(operationId: StorefrontOperationId, guests: GuestMode): AdapterCell[] {
  const upstream = mainUpstream(operationId);
  if (!takesPhoto(operationId) || upstream === undefined) return [];
  return [false, true].map((chunked) =>
    flowCell({
      operationId,
      value: chunked ? 'stream-chunked' : 'stream',
      title: `a photo that comes slowly, ${chunked ? 'in chunks' : 'with its length announced'}`,
      rules: ['stream', 'body'],
      async drive(harness) {
        harness.upstream.begin({});
        const browser = harness.shopper();
        const { body } = photoForm({ product_image_url: 'https://shop.example/img/dress.jpg' }, PHOTO_BYTES);
        const sent = await browser.request(operationId, { body, chunked });
        let early: unknown;
        const expected = goodAnswer(operationId, 'shopper', guests);
        const about = { operationId, upstream, expected };
        const exchange = await observe(harness, browser, sent, about, async () => {
          const open = browser.openWritten(sent);
          const half = Math.floor(body.length / 2);
          open.write(body.subarray(0, half));
          early = await harness.upstream.seen(
            ({ operationId: id, bytesReceived }) => id === upstream && bytesReceived > 0,
            SIGHT_MS,
          );
          open.write(body.subarray(half));
          open.end();
          return open.outcome;
        });
        const late = 'the backend saw nothing until the browser had sent everything';
        const stream = early
          ? judgeExpected(exchange)
          : [finding(late, `its first bytes within ${SIGHT_MS} ms`, 'none')];
        return { stream, body: judgeBody(exchange) };
      },
    }),
  );
}
