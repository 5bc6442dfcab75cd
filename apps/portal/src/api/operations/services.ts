import type { Kysely } from 'kysely';
import type { Debits } from '../../domain/debits/group-commit.ts';
import type { EventRecorder } from '../../domain/funnel/event-recorder.ts';
import type { OrderRecorder } from '../../domain/funnel/order-recorder.ts';
import type { SigningKeys } from '../../domain/sessions/signing-keys.ts';
import type { TokenVerifier } from '../../domain/sessions/token.ts';
import type { KeyCache } from '../../domain/stores/key-cache.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { Egress } from '../../foundation/egress/egress.ts';
import type { Logger } from '../../foundation/log.ts';
import type { Vault } from '../../foundation/vault.ts';
import type { TryonEngine } from '../../images/engine/engine.ts';
import type { Pictures } from '../../images/pictures/pictures.ts';
import type { Schema } from '../../storage/schema.ts';
import type { FailedAuthentications } from '../http/failed-authentications.ts';
import type { RateLimits } from '../http/rate-limit.ts';

/** What operations work with. */
export interface Services {
  readonly config: {
    readonly issuer: string;
    readonly publicUrl: string | undefined;
    readonly trustedProxies: number;
    readonly productsPerDay: number;
  };
  readonly log: Logger;
  readonly clock: Clock;
  readonly db: Kysely<Schema>;
  readonly vault: Vault;
  readonly internalSecret: string;
  readonly signingKeys: SigningKeys;
  readonly tokens: TokenVerifier;
  readonly keys: KeyCache;
  readonly debits: Debits;
  readonly widgetEvents: EventRecorder;
  readonly orders: OrderRecorder;
  readonly rateLimits: RateLimits;
  readonly failedAuthentications: FailedAuthentications;
  readonly engine: TryonEngine;
  readonly pictures: Pictures;
  /** The way to every address that a merchant named. */
  readonly egress: Egress;
  /** Undefined unless a collector is configured. */
  readonly tracing: { annotate(attributes: Readonly<Record<string, string>>): void } | undefined;
}
