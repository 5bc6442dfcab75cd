import { createFailedAuthentications } from '../api/http/failed-authentications.ts';
import { createRateLimits } from '../api/http/rate-limit.ts';
import type { Services } from '../api/operations/services.ts';
import { createGroupCommit } from '../domain/debits/group-commit.ts';
import { createEventRecorder } from '../domain/funnel/event-recorder.ts';
import { createOrderRecorder } from '../domain/funnel/order-recorder.ts';
import { type Counters, createCounters } from '../domain/limits/counters.ts';
import { createSigningKeys } from '../domain/sessions/signing-keys.ts';
import { createTokenVerifier } from '../domain/sessions/token.ts';
import { createKeyCache } from '../domain/stores/key-cache.ts';
import type { Clock } from '../foundation/clock.ts';
import { createLazyEgress } from '../foundation/egress/lazy-egress.ts';
import type { Logger } from '../foundation/log.ts';
import { createVault } from '../foundation/vault.ts';
import { createPictures } from '../images/pictures/pictures.ts';
import type { Database } from '../storage/database.ts';
import { migrate } from '../storage/migrate.ts';
import { openDatabase } from '../storage/open-database.ts';
import type { Config } from './config.ts';
import { createEngine } from './create-engine.ts';
import { createHousekeeping, type Housekeeping } from './housekeeping.ts';
import { TestClock } from './test-clock.ts';
import type { Tracing } from './tracing/tracing.ts';
import { createWebhookWorker, type WebhookWorker } from './webhook-worker.ts';

/** What every operation, page and command works with. */
export interface Portal extends Services {
  readonly config: Config;
  /** The same clock, if it is one that can be moved while the portal runs. */
  readonly testClock: TestClock | undefined;
  readonly database: Database;
  /** Of rate limits, shared by all processes. */
  readonly counters: Counters;
  readonly webhooks: WebhookWorker;
  readonly housekeeping: Housekeeping;
  readonly tracing: Tracing | undefined;
  /** Lets debits finish and closes the database. */
  close(): Promise<void>;
}

export interface PortalOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** Closed with the portal. */
  readonly tracing?: Tracing | undefined;
}

/** Opens the database, brings it up to date and makes what operations need. */
export async function createPortal(options: PortalOptions): Promise<Portal> {
  const database = await openDatabase(options.config.database);
  try {
    return await createPortalOn(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** `createPortal` on a database that is open; closing the portal closes it. */
export async function createPortalOn(
  database: Database,
  { config, log, clock, tracing }: PortalOptions,
): Promise<Portal> {
  const vault = createVault(config.secret, config.previousSecrets);
  const { db } = database;
  const migrations = await migrate(db);
  if (migrations.length > 0) log.info({ migrations }, 'migrated');
  await clock.catchUp?.();
  const signingKeys = createSigningKeys(db, vault, clock);
  const pictures = createPictures();
  const engine = await createEngine(config.engine, pictures, tracing);
  const reaching = createLazyEgress(config.allowPrivateReceivers ? 'private' : 'public');
  const egress = tracing?.egress(reaching) ?? reaching;
  const webhooks = createWebhookWorker({ db, vault, egress, clock, log, tracing });
  const housekeeping = createHousekeeping({ db, clock, log, eventsKeptDays: config.eventsKeptDays });
  const committing = createGroupCommit({
    run: tracing?.statements(database.runDedicated) ?? database.runDedicated,
    clock,
    ...(tracing && { around: tracing.aroundDebits }),
  });
  const debits = tracing?.debits(committing) ?? committing;
  const counting = database.openDedicated();
  const recording = database.openDedicated();
  const ordering = database.openDedicated();
  const counts = createCounters({
    run: tracing?.statements(counting.run) ?? counting.run,
    ...(tracing && { around: tracing.aroundCounts }),
  });
  const counters = tracing?.counters(counts) ?? counts;
  const gathering = createEventRecorder({
    run: tracing?.statements(recording.run) ?? recording.run,
    clock,
    keptDays: config.eventsKeptDays,
    mostProducts: config.productsPerDay,
    ...(tracing && { around: tracing.aroundEvents }),
  });
  const widgetEvents = tracing?.widgetEvents(gathering) ?? gathering;
  const selling = createOrderRecorder({
    run: tracing?.statements(ordering.run) ?? ordering.run,
    clock,
    mostProducts: config.productsPerDay,
    ...(tracing && { around: tracing.aroundOrders }),
  });
  const orders = tracing?.orders(selling) ?? selling;
  return {
    config,
    log,
    clock,
    testClock: clock instanceof TestClock ? clock : undefined,
    database,
    db,
    vault,
    internalSecret: config.internalSecret ?? vault.derive('internal-secret'),
    signingKeys,
    tokens: createTokenVerifier({ issuer: config.issuer, keyOf: (kid) => signingKeys.verifier(kid) }),
    keys: createKeyCache(db),
    debits,
    widgetEvents,
    orders,
    counters,
    rateLimits: createRateLimits(counters, config.rateLimitScale, clock),
    failedAuthentications: createFailedAuthentications(counters, config.failedAuthentications, clock),
    engine,
    pictures,
    egress,
    webhooks,
    housekeeping,
    tracing,
    async close() {
      await housekeeping.stop();
      await webhooks.stop();
      await signingKeys.close();
      await debits.idle();
      await widgetEvents.idle();
      await recording.close();
      await orders.idle();
      await ordering.close();
      await counters.idle();
      await counting.close();
      await Promise.all([engine.close(), egress.close(), pictures.close()]);
      await database.close();
      await tracing?.close();
    },
  };
}
