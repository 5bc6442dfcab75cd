import type { Ledger } from '@genvoris/ledger';

/** Faults that a ledger can be given on purpose, each of which the checker has to see. */
export const FAULTS = [
  'settle-lost',
  'settle-twice',
  'hold-kept',
  'release-lost',
  'grant-twice',
  'event-unrecorded',
] as const;
export type Fault = (typeof FAULTS)[number];

let count = 0;
const another = (): string => {
  count += 1;
  return `${process.pid}-${count}`;
};

export function plant(ledger: Ledger, fault: Fault | undefined): Ledger {
  const planted: Record<Fault, Partial<Ledger>> = {
    'settle-lost': { settle: async (id, { at }) => ledger.release(id, { at }) },
    'settle-twice': {
      async settle(id, when) {
        await ledger.settle(id, when);
        const again = await ledger.reserve('external_s0', {
          ...{ at: when.at, until: when.at + 1_000, requestId: when.requestId, free: null },
        });
        if (again.kind === 'held') await ledger.settle(again.id, when);
      },
    },
    'hold-kept': {
      reserve: (shopper, request) =>
        ledger.reserve(shopper, { ...request, until: request.until + 86_400_000 * 365 }),
      release: async () => {},
    },
    // What failed is charged all the same.
    'release-lost': {
      release: (id, { at }) => ledger.settle(id, { at, requestId: `failed-${another()}` }),
    },
    'grant-twice': {
      async applyOrder(change) {
        const result = await ledger.applyOrder(change);
        if (change.kind === 'paid')
          await ledger.applyOrder({
            ...change,
            eventId: `${change.eventId}-again`,
            orderId: `${change.orderId}-again`,
          });
        return result;
      },
    },
    'event-unrecorded': {
      applyOrder: (change) => ledger.applyOrder({ ...change, eventId: `${change.eventId}#${another()}` }),
    },
  };
  return fault === undefined ? ledger : { ...ledger, ...planted[fault] };
}
