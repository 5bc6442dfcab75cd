import type { ShopperLedger } from '@genvoris/storefront';
import { dropTables, migrate } from '../storage/migrations.ts';
import type { Store } from '../storage/store.ts';
import { outliving, retrying } from '../storage/transaction.ts';
import { applyOrder } from './apply-order.ts';
import { applySubscription } from './apply-subscription.ts';
import { createBatcher } from './batcher.ts';
import { createCustomerIds } from './customer-ids.ts';
import { forgetEvent, recordEvent } from './events.ts';
import { shopperHolder } from './opened-accounts.ts';
import { createAllowances, exportShopper, readLedgerAccount } from './reading.ts';
import { claim, detach } from './shoppers.ts';
import { nameOfStep, type Step, type StepResult, takeSteps } from './steps.ts';
import { sweep } from './sweep.ts';
import { type Verification, verify } from './verify.ts';

/** A shopper ledger in a database, and what its owner does with it. */
export interface Ledger extends ShopperLedger {
  /** Adds all entries up again and names each thing that is not as it has to be; changes nothing. */
  verify(when?: { at?: number | undefined }): Promise<Verification>;
  /** Drops the ledger's tables and all that is in them. Running it again does nothing. */
  uninstall(): Promise<void>;
}

// What one transaction takes: enough to share its price, and few enough to be done in some milliseconds.
const STEPS_AT_ONCE = 256;

export function createLedger(store: Store): Ledger {
  const ids = createCustomerIds();
  const { add, idle } = createBatcher<Step, StepResult>({
    work: (steps) => takeSteps(store, ids, steps),
    nameOf: nameOfStep,
    isRefusal: store.flavour.isRefusal,
    most: STEPS_AT_ONCE,
  });
  const allowances = createAllowances(store);
  let closed: Promise<void> | undefined;
  return {
    open: () => migrate(store),
    close() {
      closed ??= Promise.all([idle(), allowances.idle()]).then(() => store.db.destroy());
      return closed;
    },
    allowance: allowances.read,
    async reserve(shopper, request) {
      const holder = shopperHolder(shopper);
      return (await add({ kind: 'reserve', shopper, holder, request })) ?? { kind: 'spent' };
    },
    async settle(id, { at, requestId }) {
      await outliving(store, () => add({ kind: 'settle', id, at, requestId }));
    },
    async release(id, { at }) {
      await outliving(store, () => add({ kind: 'release', id, at }));
    },
    applyOrder: (change) => applyOrder(store, change),
    applySubscription: (change) => applySubscription(store, change),
    claim: (change) => claim(store, change),
    detach: (change) => detach(store, change),
    recordEvent: (event) => retrying(store, () => recordEvent(store, store.db, event)),
    forgetEvent: (event) => retrying(store, () => forgetEvent(store, event)),
    account: (shopper, when) => readLedgerAccount(store, shopper, when),
    export: (shopper, when) => exportShopper(store, shopper, when),
    sweep: (when) => sweep(store, when),
    verify: ({ at = Date.now() } = {}) => verify(store, { at }),
    uninstall: () => dropTables(store),
  };
}
