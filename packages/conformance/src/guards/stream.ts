import { type StorefrontOperationId, takesPhoto } from '../contract/storefront.ts';
import { photoForm } from '../drive/form.ts';
import type { Cell } from '../matrix/cell.ts';
import type { GuestMode } from '../oracle/answers.ts';
import { judgeExpected } from '../rules/expected-answer.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { judgeBody } from '../rules/upstream-bodies.ts';
import { flowCell } from './flow-cell.ts';
import { goodAnswer, mainUpstream } from './good-call.ts';

const PHOTO_BYTES = 512 * 1024;

/** How long the backend may take to see the first bytes of a form that is still being sent. */
const SIGHT_MS = 2000;

export function streamCells(operationId: StorefrontOperationId, guests: GuestMode): Cell[] {
  const upstream = mainUpstream(operationId);
  if (!takesPhoto(operationId) || upstream === undefined) return [];
  return [false, true].map((chunked) =>
    flowCell({
      operationId,
      value: chunked ? 'stream-chunked' : 'stream',
      title: `a photo that comes slowly, ${chunked ? 'in chunks' : 'with its length announced'}`,
      rules: ['stream', 'body'],
      async drive(stage) {
        stage.upstream.begin({});
        const browser = stage.shopper();
        const { body } = photoForm({ product_image_url: 'https://shop.example/img/dress.jpg' }, PHOTO_BYTES);
        const sent = await browser.request(operationId, { body, chunked });
        const mark = stage.upstream.requests.length;
        const open = browser.openWritten(sent);
        const half = Math.floor(body.length / 2);
        open.write(body.subarray(0, half));
        const early = await stage.upstream.seen(
          ({ operationId: id, bytesReceived }) => id === upstream && bytesReceived > 0,
          SIGHT_MS,
        );
        open.write(body.subarray(half));
        open.end();
        const outcome = await open.outcome;
        await stage.upstream.settle(100);
        const calls = stage.upstream.exchanges(mark);
        const { shopper } = browser.options;
        const expected = goodAnswer(operationId, 'shopper', guests);
        const exchange = {
          operationId,
          upstream,
          unreachable: false,
          shopper,
          sent,
          outcome,
          calls,
          expected,
          stage,
        };
        const findings: Finding[] = early
          ? await judgeExpected(exchange)
          : [
              finding(
                'the backend saw nothing until the browser had sent everything',
                `its first bytes within ${SIGHT_MS} ms`,
                'none',
              ),
            ];
        return { stream: findings, body: await judgeBody(exchange) };
      },
    }),
  );
}
