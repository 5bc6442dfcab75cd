import { finding, unless } from '../../../core/cells/finding.ts';
import { type StorefrontOperationId, upstreamOf } from '../../../core/contract/storefront.ts';
import type { AdapterCell } from '../cells/adapter-cell.ts';
import { guardCell } from '../cells/flow-cell.ts';
import { mainUpstream, usualViewer } from '../cells/good-call.ts';
import type { AdapterHarness } from '../harness/harness.ts';

/** Where the adapter's own timeout is not known to be shorter, a call must be gone by then. */
const LONGEST_MS = 2000;

export function abortCells(operationId: StorefrontOperationId): AdapterCell[] {
  const upstream = mainUpstream(operationId);
  if (upstream === undefined || upstreamOf(operationId).length === 0) return [];
  return [
    guardCell(
      operationId,
      'abort',
      'abort',
      `the browser goes away while ${upstream} is under way`,
      async (harness) => {
        harness.upstream.begin({ [upstream]: { fault: 'stall_before_headers' } });
        // The adapter's own timeout ends the call too: being gone well before that is what counts.
        const timeout = await lifetime(harness, operationId, upstream, false);
        harness.upstream.begin({ [upstream]: { fault: 'stall_before_headers' } });
        const aborted = await lifetime(harness, operationId, upstream, true);
        if (aborted === 'never called') return [finding(`${upstream} was not called, so nothing is shown`)];
        const allowed = timeout === 'never called' ? LONGEST_MS : Math.min(LONGEST_MS, timeout * 0.75);
        const [wanted, got] = [`gone within ${Math.round(allowed)} ms`, `${Math.round(aborted)} ms`];
        return unless(
          aborted <= allowed,
          'the upstream call went on after the browser had gone',
          wanted,
          got,
        );
      },
      true,
    ),
  ];
}

/** How long the upstream call lasts, in milliseconds, with the browser staying or leaving at once. */
async function lifetime(
  harness: AdapterHarness,
  operationId: StorefrontOperationId,
  upstream: string,
  leave: boolean,
): Promise<number | 'never called'> {
  const { patienceMs } = harness.settings;
  const browser = harness.viewer(usualViewer(operationId));
  const sent = await browser.request(operationId);
  const open = browser.openWritten(sent);
  if (sent.body) open.write(sent.body);
  open.end();
  const called = await harness.upstream.seen(
    ({ operationId: id, state }) => id === upstream && state === 'faulted',
    patienceMs,
  );
  if (!called) {
    open.abort();
    return 'never called';
  }
  if (leave) open.abort();
  const closed = await harness.upstream.seen(
    (one) => one === called && one.timeline.closed !== undefined,
    patienceMs,
  );
  open.abort();
  return (closed?.timeline.closed ?? performance.now()) - called.timeline.headers;
}
