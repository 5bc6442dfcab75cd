import type { EventType, MonetizationModel, Plan } from '@genvoris/contract';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ConnectCodesTable, ConnectedSitesTable, ConnectFormsTable } from './tables/connect.ts';
import type {
  FunnelCountsTable,
  OrderDaysTable,
  OrderReturnsTable,
  OrdersTable,
  WidgetEventsTable,
  WidgetProductsTable,
  WidgetSessionsTable,
} from './tables/funnel.ts';
import type { MerchantSessionsTable, MerchantsTable, StoreMerchantsTable } from './tables/merchants.ts';
import type { FiguresThroughTable, LedgerTotalsTable, TryonDaysTable } from './tables/stats.ts';
import type {
  WebhookAttemptsTable,
  WebhookDeliveriesTable,
  WebhookEndpointsTable,
} from './tables/webhooks.ts';

/** The tables, as `src/storage/migrations` makes them. */
export interface Schema {
  stores: StoresTable;
  pools: PoolsTable;
  packs: PacksTable;
  api_keys: ApiKeysTable;
  api_key_owners: { key_hash: string; store_id: string };
  plans: PlansTable;
  customers: CustomersTable;
  usage_periods: UsagePeriodsTable;
  grants: GrantsTable;
  sessions: SessionsTable;
  tryons: TryonsTable;
  ledger_entries: LedgerEntriesTable;
  outbox: OutboxTable;
  idempotency_keys: IdempotencyKeysTable;
  signing_keys: SigningKeysTable;
  webhook_endpoints: WebhookEndpointsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  webhook_attempts: WebhookAttemptsTable;
  merchant_sessions: MerchantSessionsTable;
  connect_forms: ConnectFormsTable;
  connect_codes: ConnectCodesTable;
  connected_sites: ConnectedSitesTable;
  merchants: MerchantsTable;
  store_merchants: StoreMerchantsTable;
  figures_through: FiguresThroughTable;
  tryon_days: TryonDaysTable;
  ledger_totals: LedgerTotalsTable;
  rate_limits: RateLimitsTable;
  test_clock: TestClockTable;
  widget_products: WidgetProductsTable;
  widget_events: WidgetEventsTable;
  widget_sessions: WidgetSessionsTable;
  funnel_counts: FunnelCountsTable;
  orders: OrdersTable;
  order_returns: OrderReturnsTable;
  order_days: OrderDaysTable;
}

/** Absent on insert unless given. */
type Optional<Value> = ColumnType<Value, Value | undefined, Value>;
type Json = JSONColumnType<Record<string, unknown>>;

export type StoreStatus = 'ACTIVE' | 'SUSPENDED' | 'MAINTENANCE';
export type CustomerStatus = 'ACTIVE' | 'PAUSED' | 'CANCELLED';
export type PackKind = 'allowance' | 'purchase' | 'gift';

interface StoresTable {
  store_id: string;
  name: string;
  status: Optional<StoreStatus>;
  plan: Optional<Plan>;
  plan_allowance: Generated<number>;
  monetization_model: Optional<MonetizationModel>;
  overage_enabled: Generated<boolean>;
  tryon_enabled: Generated<boolean>;
  external_id: string;
  low_balance_threshold: Generated<number>;
  created_at: Date;
  updated_at: Date;
}

interface PoolsTable {
  store_id: string;
  balance: Generated<number>;
  period_start: Date;
  period_used: Generated<number>;
  period_overage: Generated<number>;
  period_exhausted: Generated<boolean>;
  settle_at: Date;
}

interface PacksTable {
  store_id: string;
  id: string;
  kind: PackKind;
  amount: number;
  remaining: number;
  expires_at: Date | null;
  created_at: Date;
}

interface ApiKeysTable {
  store_id: string;
  id: string;
  key_hash: string;
  /** What a person recognises the key by: its prefix and last four characters. */
  hint: string;
  name: string;
  allowed_domains: Optional<string[]>;
  revision: Generated<number>;
  created_at: Date;
  revoked_at: Optional<Date | null>;
}

export interface PlansTable {
  store_id: string;
  id: string;
  external_id: string | null;
  external_price_id: string | null;
  name: string;
  monthly_try_ons: number;
  active: boolean;
  created_at: Date;
  updated_at: Date;
}

export interface CustomersTable {
  store_id: string;
  id: string;
  external_id: string;
  email: string | null;
  plan_id: string | null;
  status: CustomerStatus;
  metadata: Json;
  period_start: Date;
  period_plan_used: Generated<number>;
  period_grants_used: Generated<number>;
  period_warned: Generated<boolean>;
  created_at: Date;
  updated_at: Date;
}

interface UsagePeriodsTable {
  store_id: string;
  customer_id: string;
  period_start: Date;
  period_end: Date;
  used: number;
  limit: number;
}

export interface GrantsTable {
  store_id: string;
  order_id: string;
  customer_id: string;
  amount: number;
  spent: Generated<number>;
  expires_at: Date | null;
  revoked_at: Optional<Date | null>;
  created_at: Date;
}

export interface SessionsTable {
  store_id: string;
  jti: string;
  customer_id: string;
  kid: string;
  product_id: string | null;
  issued_at: Date;
  expires_at: Date;
  revoked_at: Optional<Date | null>;
}

interface TryonsTable {
  store_id: string;
  id: string;
  at: Date;
  success: boolean;
  customer_id: string | null;
  charged_to: 'nobody' | 'plan' | 'grant';
  debit_id: string | null;
  report: Json;
}

interface LedgerEntriesTable {
  store_id: string;
  id: string;
  at: Date;
  kind: 'issue' | 'debit' | 'expiry';
  source: string;
  sink: string;
  amount: number;
  debit_id: Optional<string | null>;
}

interface OutboxTable {
  store_id: string;
  id: string;
  type: EventType;
  created_at: Date;
  data: Json;
  taken_at: Optional<Date | null>;
}

interface RateLimitsTable {
  /** Empty where no store answers for the caller. */
  store_id: string;
  /** The limit and the caller, of a fixed size. */
  bucket: string;
  used: number;
  /** When the window ends. */
  expires_at: Date;
}

interface IdempotencyKeysTable {
  store_id: string;
  key: string;
  request_hash: string;
  answer: Json;
  expires_at: Date;
}

/** One row, of the whole database. */
interface TestClockTable {
  only_one: Generated<boolean>;
  offset_ms: number;
  moves: number;
}

export interface SigningKeysTable {
  kid: string;
  public_jwk: Json;
  private_sealed: string;
  published_at: Date;
  /** Null while it waits for its turn. */
  signs_from: Date | null;
  /** When it stopped signing; it still verifies what it signed. */
  retired_at: Date | null;
}
