import { describe, expect, it } from 'vitest';
import type { Cell, Verdicts } from '../cells/cell.ts';
import { CannotDriveError } from '../cells/errors.ts';
import { runSubject } from './run-subject.ts';
import type { RunOptions, Subject } from './subject.ts';

interface OwnCell extends Cell {
  drive(harness: string): Verdicts | Promise<Verdicts>;
}

const cell = (value: string, drive: OwnCell['drive'], waits = false): OwnCell => {
  const id = `getNonce/browser/guard/${value}`;
  return { id, operationId: 'getNonce', dimension: 'guard', title: value, rules: ['method'], waits, drive };
};
const good = () => ({ method: [] });
const bad = () => ({ method: [{ message: 'another' }] });

function run(cells: OwnCell[], options: RunOptions = {}, more: Partial<Subject<OwnCell, string>> = {}) {
  const subject: Subject<OwnCell, string> = {
    rules: {},
    matrix: async () => cells,
    open: async () => ({ target: 'here', harnesses: ['first', 'second'] }),
    drive: async (one, harness) => ({ verdicts: await one.drive(harness) }),
    ...more,
  };
  return runSubject(subject, options);
}
const statesOf = ({ cells }: Awaited<ReturnType<typeof run>>) => cells.map(({ state }) => state);

describe('runSubject', () => {
  it('does not count a cell that stopped, or that did not judge its rule, and says why', async () => {
    const stops = () => Promise.reject(new CannotDriveError('it needs a second key'));
    const report = await run([cell('stops', stops), cell('forgets', () => ({})), cell('good', good)]);
    expect(statesOf(report)).toEqual(['not_run', 'not_run', 'conforms']);
    expect(report.cells[0]?.reason).toBe('it needs a second key');
    expect(report.cells[1]?.reason).toContain('did not judge its rule method');
    expect(report.conforms).toBe(false);
  });

  it('takes the cells that do not wait in order at the first harness, and the others at all', async () => {
    const seen: string[] = [];
    const at = (value: string, waits: boolean) => {
      const drive = (harness: string) => {
        seen.push(`${value} ${harness}`);
        return good();
      };
      return cell(value, drive, waits);
    };
    await run([at('slow', true), at('a', false), at('b', false)]);
    expect(seen.sort()).toEqual(['a first', 'b first', 'slow second']);
  });

  it('drives nothing more after a cell that does not conform, with bail, or after the signal', async () => {
    const three = [cell('good', good), cell('bad', bad), cell('late', good)];
    expect(statesOf(await run(three, { bail: true }))).toEqual(['conforms', 'fails', 'not_run']);
    const stop = new AbortController();
    const report = await run(three, { signal: stop.signal, onCell: () => stop.abort() });
    expect(statesOf(report)).toEqual(['conforms', 'not_run', 'not_run']);
  });

  it('closes what was opened where opening fails halfway', async () => {
    const closed: string[] = [];
    const open: Subject<OwnCell, string>['open'] = async (_cells, closing) => {
      closing.defer(() => void closed.push('the first'));
      throw new Error('no second one');
    };
    await expect(run([cell('good', good)], {}, { open })).rejects.toThrow('no second one');
    expect(closed).toEqual(['the first']);
  });
});
