import type { CellResult } from '../core/report/report.ts';

export interface Progress {
  cell: (result: CellResult, done: number, total: number) => void;
  end: () => void;
}

/** A line that counts, where somebody looks at it; nothing in a log file. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { cell: () => {}, end: () => {} };
  let failing = 0;
  let shown = false;
  return {
    cell({ state, id }, done, total) {
      if (state !== 'conforms') failing += 1;
      if (done % 10 !== 0 && done !== total) return;
      const text = `${done}/${total}${failing > 0 ? `, ${failing} failing` : ''} ${id}`;
      stream.write(`\r\u001B[K${text.slice(0, (stream.columns || 80) - 1)}`);
      shown = true;
    },
    end() {
      if (shown) stream.write('\r\u001B[K');
      shown = false;
    },
  };
}
