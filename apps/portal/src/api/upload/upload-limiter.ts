import { createGate, type Gate } from '../../foundation/gate.ts';

const MEBIBYTE = 1_048_576;
/** Of files in memory (bytes), from the first byte until they are decoded; the others wait at their sockets. */
const all = createGate({ room: 96 * MEBIBYTE, waiting: 64 });
/** Of one store: else a few slow senders at one shop would keep the shoppers of all others out. */
const OF_A_STORE = { room: 48 * MEBIBYTE, waiting: 32 };
const stores = new Map<string, { readonly gate: Gate; users: number }>();

/**
 * Runs `work` when there is room for `size` bytes of the store's.
 *
 * @throws GateFullError if too many wait already; whatever `work` throws.
 */
export async function withRoom<Result>(
  storeId: string,
  size: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const store = stores.get(storeId) ?? { gate: createGate(OF_A_STORE), users: 0 };
  stores.set(storeId, store);
  store.users += 1;
  try {
    return await store.gate.run(() => all.run(work, size), size);
  } finally {
    store.users -= 1;
    if (store.users === 0) stores.delete(storeId);
  }
}
