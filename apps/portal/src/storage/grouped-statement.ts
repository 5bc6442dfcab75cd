import { type Batcher, createBatcher, type Waiting } from '../foundation/batcher.ts';
import { isStatementError } from './statement-error.ts';

export interface GroupedStatementOptions<Request, Result> {
  /** Does what was gathered in one statement; results in the order of the requests. */
  readonly work: (requests: readonly Request[]) => Promise<readonly Result[]>;
  /** Two requests of one name never share a batch: the second finds what the first left. */
  readonly onceOf: (request: Request) => string | undefined;
  /** How much of `most` a request takes. */
  readonly weigh: (request: Request) => number;
  /** What one statement takes; a request that is heavier alone goes alone. */
  readonly most: number;
}

/**
 * One statement is under way at a time; what arrives meanwhile goes together into the next. Each request settles by
 * itself, whatever becomes of the others.
 */
export function createGroupedStatement<Request, Result>({
  work,
  onceOf,
  weigh,
  most,
}: GroupedStatementOptions<Request, Result>): Batcher<Request, Result> {
  type Waits = Waiting<Request, Result>;

  function pick(queue: readonly Waits[]): [Waits[], Waits[]] {
    const names = new Set<string>();
    const batch: Waits[] = [];
    const rest: Waits[] = [];
    let weight = 0;
    for (const waiting of queue) {
      const name = onceOf(waiting.request);
      const heavier = weight + weigh(waiting.request);
      const full = batch.length > 0 && heavier > most;
      if (full || (name !== undefined && names.has(name))) rest.push(waiting);
      else {
        if (name !== undefined) names.add(name);
        batch.push(waiting);
        weight = heavier;
      }
    }
    return [batch, rest];
  }

  async function apply(batch: readonly Waits[]): Promise<void> {
    try {
      const results = await work(batch.map(({ request }) => request));
      batch.forEach(({ resolve, reject }, n) => {
        const result = results[n];
        if (result !== undefined) resolve(result);
        else reject(new Error('The request was not answered'));
      });
    } catch (error) {
      // A statement that the server refused has changed nothing: find the one at fault by halves. Of one
      // whose connection broke nobody knows, and repeating it could do the work twice.
      if (!isStatementError(error) || batch.length === 1) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await apply(batch.slice(0, middle));
      await apply(batch.slice(middle));
    }
  }

  return createBatcher({ apply, pick });
}
