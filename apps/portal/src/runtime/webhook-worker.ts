import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import { attemptDelivery } from '../domain/webhooks/attempt.ts';
import { type Claimed, claimDue } from '../domain/webhooks/claim.ts';
import { fanOut } from '../domain/webhooks/fan-out.ts';
import { recordAttempt } from '../domain/webhooks/record-attempt.ts';
import { forgetOld } from '../domain/webhooks/retention.ts';
import type { Clock } from '../foundation/clock.ts';
import type { Egress } from '../foundation/egress/egress.ts';
import type { Logger } from '../foundation/log.ts';
import type { Vault } from '../foundation/vault.ts';
import type { Schema } from '../storage/schema.ts';
import type { Tracing } from './tracing/tracing.ts';

/** Sends events out of the outbox to where stores want them. Any number of processes may each run one. */
export interface WebhookWorker {
  /** Looks in a second, and every second from then on. */
  start(): void;
  /** Looks at once instead of at the next second. */
  wake(): void;
  /** Does what is due now and waits for it; for tests and commands, on a worker that was not started. */
  drain(): Promise<void>;
  /** Takes on no more and waits for what is under way. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly db: Kysely<Schema>;
  readonly vault: Vault;
  readonly egress: Egress;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tracing?: Tracing | undefined;
}

const POLL_MS = 1_000;
const AT_ONCE = 32;
const PER_ENDPOINT = 8;
const EVENTS_AT_ONCE = 200;
const FORGET_EVERY_MS = 3_600_000;

export function createWebhookWorker({
  db,
  vault,
  egress,
  clock,
  log,
  tracing,
}: WorkerOptions): WebhookWorker {
  // Its rounds are no part of the request that wakes it.
  const outside = AsyncLocalStorage.snapshot();
  const inFlight = new Map<Promise<void>, string>();
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<unknown> | undefined;
  let again = false;
  let forgotAt = -Infinity;

  /** One look at the outbox and at what is due; returns whether there was anything. */
  async function look(): Promise<boolean> {
    await clock.catchUp?.();
    const events = await fanOut(db, clock.now(), EVENTS_AT_ONCE);
    const deliveries = await takeOn();
    await forget();
    return events > 0 || deliveries > 0;
  }

  async function takeOn(): Promise<number> {
    const limit = AT_ONCE - inFlight.size;
    if (limit <= 0) return 0;
    const claimed = await claimDue(db, clock.now(), {
      limit,
      perEndpoint: PER_ENDPOINT,
      inFlight: countInFlight(),
    });
    for (const each of claimed) {
      const work = told(each).finally(() => {
        inFlight.delete(work);
        // A place is free.
        if (running) wake();
      });
      inFlight.set(work, each.endpoint_id);
    }
    return claimed.length;
  }

  function told(claimed: Claimed): Promise<void> {
    if (!tracing) return deliver(claimed);
    const attributes = {
      'genvoris.store.id': claimed.store_id,
      'genvoris.event.type': claimed.event_type,
      'genvoris.event.id': claimed.event_id,
      'genvoris.endpoint.id': claimed.endpoint_id,
      'genvoris.delivery.id': claimed.id,
    };
    return tracing.alone('deliver webhook', attributes, () => deliver(claimed));
  }

  async function deliver(claimed: Claimed): Promise<void> {
    try {
      const outcome = await attemptDelivery(egress, vault, claimed, clock.now());
      await recordAttempt(db, claimed, outcome, clock.now());
      log.debug(
        { delivery: claimed.id, status: outcome.statusCode, error: outcome.error },
        'webhook attempted',
      );
    } catch (error) {
      // The lease runs out and somebody tries again: at least once, not at most.
      log.error({ error, delivery: claimed.id }, 'webhook attempt failed');
    }
  }

  function countInFlight(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const endpoint of inFlight.values()) counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1);
    return counts;
  }

  async function forget(): Promise<void> {
    const now = clock.now();
    if (Math.abs(now.getTime() - forgotAt) < FORGET_EVERY_MS) return;
    const more = await forgetOld(db, now);
    if (!more) forgotAt = now.getTime();
  }

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        again = (await look()) || again;
      } catch (error) {
        log.error({ error }, 'webhook worker failed');
        again = false;
      }
    } while (again && running);
  }

  function wake(): void {
    if (!running) return;
    if (round) {
      again = true;
      return;
    }
    clearTimeout(timer);
    round = outside(() =>
      run().finally(() => {
        round = undefined;
        if (running) timer = setTimeout(wake, POLL_MS);
      }),
    );
  }

  return {
    start() {
      if (running) return;
      running = true;
      // Not at once: requests come first, and on PGlite the first of all would wait for this.
      timer = setTimeout(wake, POLL_MS);
    },
    wake,
    async drain() {
      for (let more = true; more || inFlight.size > 0; ) {
        more = await look();
        await Promise.all(inFlight.keys());
      }
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await round;
      await Promise.all(inFlight.keys());
    },
  };
}
