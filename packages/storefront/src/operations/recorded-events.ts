import { BoundedMap } from '@genvoris/http';
import type { Awaitable } from '../exchange/request.ts';
import type { Book } from '../ledger/book.ts';

/** Which events of Genvoris have been taken. */
export interface RecordedEvents {
  /** Returns whether it is new. */
  record(id: string): Awaitable<boolean>;
  /** Takes that back, for an event that is to be sent again. */
  forget(id: string): Awaitable<void>;
}

const SENDER = 'genvoris';
const MOST_REMEMBERED = 10_000;

/** In the shop's ledger; without one, the last 10,000 in this process's memory. */
export function createRecordedEvents(book: Pick<Book, 'ledger' | 'now'> | undefined): RecordedEvents {
  if (book !== undefined)
    return {
      record: async (id) => (await book.ledger()).recordEvent({ sender: SENDER, id, at: book.now() }),
      forget: async (id) => (await book.ledger()).forgetEvent({ sender: SENDER, id }),
    };
  const seen = new BoundedMap<string, true>(MOST_REMEMBERED);
  return {
    record(id) {
      if (seen.get(id)) return false;
      seen.set(id, true);
      return true;
    },
    forget: (id) => seen.delete(id),
  };
}
