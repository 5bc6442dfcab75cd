/** There are as many in line as there may be. */
export class GateFullError extends Error {
  readonly code = 'gate_full';
  constructor() {
    super('Too much work is waiting already.');
    this.name = 'GateFullError';
  }
}

/** Lets in what there is room for, in order of arrival. */
export interface Gate {
  /**
   * @param size how much room the work takes while it lasts; more than there is in all takes all.
   * @throws GateFullError if the line is full; whatever `work` throws.
   */
  run<Result>(work: () => Promise<Result>, size?: number): Promise<Result>;
}

/** `room` is in the unit of `size`, which is 1 unless a call says otherwise: then it is how many are in at once. */
export function createGate({ room, waiting }: { room: number; waiting: number }): Gate {
  let free = room;
  const line: { readonly size: number; readonly enter: () => void }[] = [];

  function letIn(): void {
    for (let next = line[0]; next && next.size <= free; next = line[0]) {
      line.shift();
      free -= next.size;
      next.enter();
    }
  }

  return {
    async run(work, wanted = 1) {
      const size = Math.min(wanted, room);
      if (line.length === 0 && size <= free) free -= size;
      else {
        if (line.length >= waiting) throw new GateFullError();
        await new Promise<void>((enter) => line.push({ size, enter }));
      }
      try {
        return await work();
      } finally {
        free += size;
        letIn();
      }
    },
  };
}
