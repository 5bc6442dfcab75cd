import type { EventType } from '@genvoris/contract';
import type { ColumnType, Generated, Selectable } from 'kysely';

type Optional<Value> = ColumnType<Value, Value | undefined, Value>;

export interface WebhookEndpointsTable {
  store_id: string;
  id: string;
  url: string;
  /** Event types, or `*` alone. */
  events: string[];
  description: string | null;
  active: Optional<boolean>;
  secret_sealed: string;
  previous_secret_sealed: Optional<string | null>;
  /** Until when the previous secret signs too. */
  previous_secret_until: Optional<Date | null>;
  /** The first failure since the last success. */
  failing_since: Optional<Date | null>;
  created_at: Date;
  updated_at: Date;
}

export type DeliveryStatus = 'pending' | 'delivered' | 'dead';

export interface WebhookDeliveriesTable {
  store_id: string;
  id: string;
  endpoint_id: string;
  event_id: string;
  event_type: EventType;
  status: Optional<DeliveryStatus>;
  /** Its endpoint is switched off. */
  held: Generated<boolean>;
  /** Since the event or the last replay. */
  attempts: Generated<number>;
  attempts_in_all: Generated<number>;
  last_status_code: Optional<number | null>;
  last_error: Optional<string | null>;
  next_attempt_at: Date | null;
  claim: Optional<string | null>;
  claimed_until: Optional<Date | null>;
  delivered_at: Optional<Date | null>;
  created_at: Date;
}

export interface WebhookAttemptsTable {
  store_id: string;
  delivery_id: string;
  n: number;
  at: Date;
  status_code: number | null;
  error: string | null;
  duration_ms: number;
}

export type EndpointRow = Selectable<WebhookEndpointsTable>;
export type DeliveryRow = Selectable<WebhookDeliveriesTable>;
