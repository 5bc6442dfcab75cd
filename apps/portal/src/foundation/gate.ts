/** There are as many in line as there may be. */
export class GateFullError extends Error {
  readonly code = 'gate_full';
  constructor() {
    super('Too much work is waiting already.');
    this.name = 'GateFullError';
  }
}

/** Who asked for it is gone. */
export class AbandonedError extends Error {
  readonly code = 'abandoned';
  constructor() {
    super('Nobody waits for this any more.');
    this.name = 'AbandonedError';
  }
}

/** For whom work is done. */
export interface Turn {
  /** Shares are by owner: a store's id. */
  readonly owner: string;
  /** Takes who waits out of the line. */
  readonly signal?: AbortSignal | undefined;
}

/** Lets in what there is room for: of each owner in order of arrival, and of the owners the one that has least. */
export interface Gate {
  /**
   * @param size how much room the work takes while it lasts; more than an owner's share takes the whole share.
   * @throws GateFullError if the owner's line is full; AbandonedError if `signal` comes first; whatever `work` throws.
   */
  run<Result>(turn: Turn, work: () => Promise<Result>, size?: number): Promise<Result>;
}

export interface GateOptions {
  /** In the unit of `size`, which is 1 unless a call says otherwise: then it is how many are in at once. */
  readonly room: number;
  /** How much of it one owner may take: what is left is for the others. */
  readonly share: number;
  /** How many of one owner may be in line. */
  readonly waiting: number;
}

interface Waiting {
  readonly size: number;
  readonly enter: () => void;
}

interface Owner {
  taken: number;
  /** When one of its was last let in: of two that have as little, the one that waited longer is next. */
  last: number;
  readonly line: Waiting[];
}

export function createGate({ room, share, waiting }: GateOptions): Gate {
  const owners = new Map<string, Owner>();
  let free = room;
  let entered = 0;

  function ownerOf(name: string): Owner {
    let owner = owners.get(name);
    if (!owner) {
      owner = { taken: 0, last: 0, line: [] };
      owners.set(name, owner);
    }
    return owner;
  }

  function take(owner: Owner, size: number): void {
    free -= size;
    owner.taken += size;
    entered += 1;
    owner.last = entered;
  }

  /** The one whose turn it is, if its first fits its share. */
  function next(): Owner | undefined {
    let found: Owner | undefined;
    for (const owner of owners.values()) {
      const [first] = owner.line;
      if (!first || owner.taken + first.size > share) continue;
      if (!found || owner.taken < found.taken || (owner.taken === found.taken && owner.last < found.last))
        found = owner;
    }
    return found;
  }

  /** Who is next and does not fit yet is waited for, or small ones would overtake a large one for ever. */
  function letIn(): void {
    for (let owner = next(); owner; owner = next()) {
      const [first] = owner.line;
      if (!first || first.size > free) return;
      owner.line.shift();
      take(owner, first.size);
      first.enter();
    }
  }

  function wait(owner: Owner, size: number, signal: AbortSignal | undefined): Promise<void> {
    if (owner.line.length >= waiting) throw new GateFullError();
    return new Promise<void>((resolve, reject) => {
      const leave = () => {
        owner.line.splice(owner.line.indexOf(entry), 1);
        reject(new AbandonedError());
        letIn();
      };
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const entry = { size, enter };
      owner.line.push(entry);
      signal?.addEventListener('abort', leave, { once: true });
      letIn();
    });
  }

  return {
    async run({ owner: name, signal }, work, wanted = 1) {
      if (signal?.aborted) throw new AbandonedError();
      const size = Math.min(wanted, share);
      const owner = ownerOf(name);
      try {
        await wait(owner, size, signal);
      } catch (error) {
        forget(name, owner);
        throw error;
      }
      try {
        return await work();
      } finally {
        free += size;
        owner.taken -= size;
        forget(name, owner);
        letIn();
      }
    },
  };

  function forget(name: string, owner: Owner): void {
    if (owner.taken === 0 && owner.line.length === 0 && owners.get(name) === owner) owners.delete(name);
  }
}
