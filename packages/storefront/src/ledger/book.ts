import type { Awaitable } from '../exchange/request.ts';
import type { ShopperLedger } from './shopper-ledger.ts';

const SWEEP_EVERY_MS = 5 * 60_000;

/** The shop's ledger, its clock, and how long a try-on is held in it. */
export interface Book {
  /** The ledger, opened. One that could not be opened is tried again by who asks next. */
  ledger(): Awaitable<ShopperLedger>;
  /** Milliseconds since 1970. */
  now(): number;
  /** How long `POST /credits/use` holds a try-on. */
  readonly holdMs: number;
  /** The same for a try-on under way: longer than one can take. */
  readonly tryonHoldMs: number;
  /** Has written down what time has done, now and then; nobody waits for it. */
  sweep(): void;
}

/** `failed` is told of a sweep that failed; the next one does its work too. */
export function createBook(
  ledger: ShopperLedger,
  times: Pick<Book, 'now' | 'holdMs' | 'tryonHoldMs'>,
  failed: (cause: unknown) => void,
): Book {
  let opened = false;
  let opening: Promise<ShopperLedger> | undefined;
  let swept = times.now();
  const open = async () => {
    try {
      await ledger.open();
      opened = true;
      return ledger;
    } finally {
      opening = undefined;
    }
  };
  return {
    ...times,
    ledger() {
      if (opened) return ledger;
      opening ??= open();
      return opening;
    },
    sweep() {
      const at = times.now();
      if (at - swept < SWEEP_EVERY_MS) return;
      swept = at;
      ledger.sweep({ at }).catch(failed);
    },
  };
}
