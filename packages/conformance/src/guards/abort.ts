import { type StorefrontOperationId, upstreamOf } from '../contract/storefront.ts';
import type { Cell } from '../matrix/cell.ts';
import { finding } from '../rules/finding.ts';
import type { Stage } from '../run/stage.ts';
import { flowCell } from './flow-cell.ts';
import { mainUpstream, usualViewer } from './good-call.ts';

/** Where the adapter's own timeout is not known to be shorter, a call must be gone by then. */
const LONGEST_MS = 2000;

export function abortCells(operationId: StorefrontOperationId): Cell[] {
  const upstream = mainUpstream(operationId);
  if (upstream === undefined || upstreamOf(operationId).length === 0) return [];
  return [
    flowCell({
      operationId,
      value: 'abort',
      title: `the browser goes away while ${upstream} is under way`,
      rules: ['abort'],
      waits: true,
      async drive(stage) {
        stage.upstream.begin({ [upstream]: { fault: 'stall_before_headers' } });
        // The adapter's own timeout ends the call too: being gone well before that is what counts.
        const timeout = await lifetime(stage, operationId, upstream, false);
        stage.upstream.begin({ [upstream]: { fault: 'stall_before_headers' } });
        const aborted = await lifetime(stage, operationId, upstream, true);
        if (aborted === 'never called')
          return { abort: [finding(`${upstream} was not called, so nothing is shown`)] };
        const allowed = timeout === 'never called' ? LONGEST_MS : Math.min(LONGEST_MS, timeout * 0.75);
        const findings =
          aborted <= allowed
            ? []
            : [
                finding(
                  'the upstream call went on after the browser had gone',
                  `gone within ${Math.round(allowed)} ms`,
                  `${Math.round(aborted)} ms`,
                ),
              ];
        return { abort: findings };
      },
    }),
  ];
}

/** How long the upstream call lasts, in milliseconds, with the browser staying or leaving at once. */
async function lifetime(
  stage: Stage,
  operationId: StorefrontOperationId,
  upstream: string,
  leave: boolean,
): Promise<number | 'never called'> {
  const { patienceMs } = stage.settings;
  const browser = stage.viewer(usualViewer(operationId));
  const sent = await browser.request(operationId);
  const open = browser.openWritten(sent);
  if (sent.body) open.write(sent.body);
  open.end();
  const called = await stage.upstream.seen(
    ({ operationId: id, state }) => id === upstream && state === 'faulted',
    patienceMs,
  );
  if (!called) {
    open.abort();
    return 'never called';
  }
  if (leave) open.abort();
  const closed = await stage.upstream.seen(
    (one) => one === called && one.timeline.closed !== undefined,
    patienceMs,
  );
  open.abort();
  return (closed?.timeline.closed ?? performance.now()) - called.timeline.headers;
}
