/** There are as many in line as there may be. */
export class GateFullError extends Error {
  readonly code = 'gate_full';
  constructor() {
    super('Too much work is waiting already.');
    this.name = 'GateFullError';
  }
}

/** Lets a few through at a time, in order of arrival. */
export interface Gate {
  /** @throws GateFullError if the line is full; whatever `work` throws. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** A decoded picture takes up to 160 MB, whatever its file takes: how many there are at a time is memory. */
export function createGate({ atOnce, waiting }: { atOnce: number; waiting: number }): Gate {
  let free = atOnce;
  const line: (() => void)[] = [];
  return {
    async run(work) {
      if (free > 0) free -= 1;
      else {
        if (line.length >= waiting) throw new GateFullError();
        await new Promise<void>((enter) => line.push(enter));
      }
      try {
        return await work();
      } finally {
        const next = line.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
