import type { Report } from '../../core/report/report.ts';
import { runSubject } from '../../core/running/run-subject.ts';
import type { RunOptions } from '../../core/running/subject.ts';
import { nameOf } from './answers/answer-cells.ts';
import { PROVIDER_SPECS, type ProviderSpec } from './calls/call.ts';
import { driveProviderCell } from './cells/drive-cell.ts';
import type { Judgement } from './cells/general-judges.ts';
import type { ProviderCell } from './cells/provider-cell.ts';
import { PROVIDER_RULES } from './cells/rules.ts';
import { type Exceptions, ReasonList } from './exceptions/exceptions.ts';
import { excuse } from './exceptions/excuse.ts';
import { withUnused } from './exceptions/unused-exceptions.ts';
import { ProviderHarness, type ProviderSettings } from './harness/harness.ts';
import { createProviderMatrix } from './matrix.ts';
import type { StateHandler } from './states/provider-state.ts';

/** Options of `runProvider`. */
export interface ProviderOptions extends RunOptions, Exceptions {
  readonly target: string | URL;
  readonly specs?: readonly ProviderSpec[] | undefined;
  /** A key of a store that the run may fill with plans, customers and endpoints. */
  readonly apiKey: string;
  /** A key of another store. */
  readonly secondApiKey?: string | undefined;
  readonly internalSecret?: string | undefined;
  /** The address of a picture of a product that the provider can fetch. */
  readonly productImage?: string | undefined;
  /** Brings about what no call of the contract does. */
  readonly setup?: StateHandler | undefined;
  /** The longest to wait for an answer, in milliseconds. Default 20000. */
  readonly patienceMs?: number | undefined;
}

/**
 * Holds a running server of the Genvoris side to the specs: every operation, status, header and error, and
 * what must hold from one call to the next.
 *
 * @throws CannotRunError where there is nothing to judge, with the code `nothing_selected` or `unreachable`
 * @see openapi/status.yaml, v1.yaml, tryon-track.yaml, tryon.yaml and connect.yaml
 * @example const { conforms, total } = await runProvider({ target: 'http://127.0.0.1:8787', apiKey, secondApiKey });
 */
export async function runProvider(options: ProviderOptions): Promise<Report> {
  const { only = [], specs = PROVIDER_SPECS } = options;
  const settings = toSettings(options);
  const judgement: Judgement = { settings, requestIds: new Set() };
  const seen = new Set<string>();
  const lists = {
    unreachable: new ReasonList(options.unreachable),
    excused: new ReasonList(options.excused),
  };
  const report = await runSubject<ProviderCell, ProviderHarness>(
    {
      rules: PROVIDER_RULES,
      matrix: () => createProviderMatrix(specs),
      async open(_cells, closing) {
        const harness = new ProviderHarness(settings);
        closing.defer(async () => harness.close());
        await harness.reachable();
        return { target: String(options.target), harnesses: [harness] };
      },
      async drive(cell, harness) {
        const driven = await driveProviderCell(cell, harness, judgement);
        for (const reply of harness.replies) {
          const name = nameOf(reply);
          if (name) seen.add(`${reply.call.operationId}/answer/${name.status}/${name.example}`);
        }
        await harness.end();
        return driven;
      },
      settle: (cell, result) => excuse(cell, result, seen, lists),
    },
    options,
  );
  // A part of the matrix cannot show that an entry is of no use.
  return only.length > 0 ? report : withUnused(report, lists);
}

function toSettings(options: ProviderOptions): ProviderSettings {
  const { target, apiKey, secondApiKey, internalSecret, productImage, setup, patienceMs = 20_000 } = options;
  return { target: new URL(target), apiKey, secondApiKey, internalSecret, productImage, setup, patienceMs };
}
