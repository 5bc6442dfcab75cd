import { UNRESOLVABLE_URL } from '@genvoris/mock';
import { isAnswer } from '../drive/answer.ts';
import { closeConnections, send } from '../drive/send.ts';
import type { Cell } from '../matrix/cell.ts';
import { createMatrix } from '../matrix/matrix.ts';
import { buildReport, describeCell, notRun } from '../report/build-report.ts';
import type { CellResult, Report } from '../report/report.ts';
import { createCanaries, inventKey } from '../upstream/canaries.ts';
import { ScriptedUpstream } from '../upstream/scripted-upstream.ts';
import { CannotRunError, type ConformanceOptions, type StartedAdapter } from './options.ts';
import { selectCells } from './select.ts';
import { CannotDriveError, Stage } from './stage.ts';

const DEFAULT_ORIGIN = 'https://shop.example';

/**
 * Holds an adapter to the contract: hosts the scripted upstream, drives the adapter as a browser would, and
 * judges what it sent upstream and what it gave the browser.
 *
 * @throws {CannotRunError} where there is nothing to judge: a bad option, a port in use, no adapter there.
 */
export async function runConformance(options: ConformanceOptions): Promise<Report> {
  const startedAt = new Date();
  const matrix = await createMatrix({
    unsupported: options.unsupported ?? [],
    guests: options.guests ?? 'allowed',
  });
  const cells = selectCells(matrix, options.only ?? []);
  if (cells.length === 0) {
    throw new CannotRunError(
      'nothing_selected',
      `No cell and no check matches ${options.only?.join(', ')}. --list shows them all.`,
    );
  }
  const canaries = createCanaries(options.apiKey ?? inventKey(), options.internalSecret ?? inventKey());
  const upstream = await openUpstream(options, canaries);
  let adapter: StartedAdapter | undefined;
  try {
    adapter = await startAdapter(options, upstream.url, canaries);
    const target = toUrl('--target', adapter.target);
    const { unresolvable } = adapter;
    const stage = new Stage(
      {
        target,
        unresolvable: unresolvable === undefined ? undefined : toUrl('--fault-target', unresolvable),
        origin: options.origin ?? DEFAULT_ORIGIN,
        shopperHeaders: (options.shopperHeaders ?? [['Cookie', 'shop_session={shopper}']]).map(
          ([name, value]) => [name, value],
        ),
        externalId: options.externalId,
        forwardedFor: options.forwardedFor ?? true,
        guests: options.guests ?? 'allowed',
        patienceMs: options.patienceMs ?? 10_000,
      },
      upstream,
      canaries,
    );
    await reach(target, stage);
    const results = await driveAll(cells, stage, options);
    return buildReport(cells, results, {
      name: options.name ?? target.href,
      target: target.href,
      partial: cells.length < matrix.length,
      startedAt,
      tookMs: Date.now() - startedAt.getTime(),
    });
  } finally {
    closeConnections();
    await adapter?.close?.();
    await upstream.close();
  }
}

async function driveAll(
  cells: readonly Cell[],
  stage: Stage,
  options: ConformanceOptions,
): Promise<CellResult[]> {
  const results: CellResult[] = [];
  for (const cell of cells) {
    if (options.signal?.aborted) break;
    const result = await driveCell(cell, stage);
    results.push(result);
    options.onCell?.(result, results.length, cells.length);
    if (options.bail && result.state !== 'conforms') break;
  }
  return results;
}

async function driveCell(cell: Cell, stage: Stage): Promise<CellResult> {
  const begun = performance.now();
  try {
    const verdicts = await cell.drive(stage);
    const findings = cell.rules.flatMap((rule) => {
      const found = verdicts[rule];
      // A rule that a cell names and does not judge would look as if it were kept.
      if (!found) throw new Error(`the cell did not judge its rule ${rule}`);
      return found.map((finding) => ({ check: `${cell.operationId}.${rule}`, rule, ...finding }));
    });
    const tookMs = performance.now() - begun;
    return { ...describeCell(cell), state: findings.length === 0 ? 'conforms' : 'fails', tookMs, findings };
  } catch (error) {
    const reason =
      error instanceof CannotDriveError ? error.message : `the run itself failed: ${(error as Error).stack}`;
    return { ...notRun(cell, reason), tookMs: performance.now() - begun };
  }
}

async function openUpstream(options: ConformanceOptions, canaries: ReturnType<typeof createCanaries>) {
  const { upstreamPort: port, upstreamHost: host } = options;
  try {
    return await ScriptedUpstream.open({ port, host, canaries });
  } catch (cause) {
    throw new CannotRunError(
      'upstream_not_listening',
      `--upstream-port ${port ?? 0}: ${(cause as Error).message}`,
      { cause },
    );
  }
}

async function startAdapter(
  options: ConformanceOptions,
  url: string,
  { apiKey, internalSecret }: ReturnType<typeof createCanaries>,
): Promise<StartedAdapter> {
  const { start, target, unresolvable, origin = DEFAULT_ORIGIN } = options;
  if (start) {
    return start({
      url,
      unresolvableUrl: UNRESOLVABLE_URL,
      apiKey,
      internalSecret: internalSecret ?? '',
      origin,
    });
  }
  if (target === undefined)
    throw new CannotRunError('no_target', 'Give --target URL, or --command to start the adapter.');
  return { target, unresolvable };
}

function toUrl(option: string, value: string | URL): URL {
  try {
    const url = new URL(value);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  } catch {
    // Said below, with the option's name.
  }
  throw new CannotRunError(
    'bad_url',
    `${option} ${value} is not an http or https URL. Give the adapter's mount, such as http://127.0.0.1:3000/api/genvoris.`,
  );
}

async function reach(target: URL, stage: Stage): Promise<void> {
  stage.upstream.begin({});
  const request = await stage.guest().request('getNonce');
  const outcome = await send(request, 5000);
  if (isAnswer(outcome) || !/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(outcome.failure))
    return;
  throw new CannotRunError(
    'target_unreachable',
    `--target ${target.href}: ${outcome.failure}. Start the adapter there, or let --command start it.`,
  );
}
