/**
 * Every table of a store leads with `store_id` in its primary, unique and foreign keys, so that the schema
 * shards on it (docs/sharding.md). The three that do not are the same for every store.
 *
 * The tables that grow with every try-on carry no foreign keys: each would be checked row by row, which
 * costs more than the insert itself. What they refer to is never deleted.
 */
export const tables = `
create table stores (
  store_id text primary key,
  name text not null,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED', 'MAINTENANCE')),
  plan text not null default 'free',
  plan_allowance int not null default 0 check (plan_allowance >= 0),
  monetization_model text not null default 'per_tryon',
  overage_enabled boolean not null default false,
  tryon_enabled boolean not null default true,
  external_id text not null,
  low_balance_threshold int not null default 0 check (low_balance_threshold >= 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table pools (
  store_id text primary key references stores (store_id),
  balance int not null default 0 check (balance >= 0),
  period_start timestamptz not null,
  period_used int not null default 0,
  period_overage int not null default 0,
  period_exhausted boolean not null default false,
  settle_at timestamptz not null
) with (fillfactor = 50);
comment on column pools.settle_at is 'The first moment at which a pack expires or the period ends; nothing lapses before it.';

create table packs (
  store_id text not null references stores (store_id),
  id text not null,
  kind text not null check (kind in ('allowance', 'purchase', 'gift')),
  amount int not null check (amount > 0),
  remaining int not null check (remaining >= 0 and remaining <= amount),
  expires_at timestamptz,
  created_at timestamptz not null,
  primary key (store_id, id)
) with (fillfactor = 50);
create index packs_live on packs (store_id, expires_at, created_at, id) where remaining > 0;

create table api_keys (
  store_id text not null references stores (store_id),
  id text not null,
  key_hash text not null,
  hint text not null,
  name text not null,
  allowed_domains text[] not null default '{}',
  revision int not null default 1,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (store_id, id),
  unique (store_id, key_hash)
);

create table api_key_owners (
  key_hash text primary key,
  store_id text not null
);

create table plans (
  store_id text not null references stores (store_id),
  id text not null,
  external_id text,
  external_price_id text,
  name text not null,
  monthly_try_ons int not null check (monthly_try_ons > 0),
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, external_id)
);

create table customers (
  store_id text not null references stores (store_id),
  id text not null,
  external_id text not null,
  email text,
  plan_id text,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'PAUSED', 'CANCELLED')),
  metadata jsonb not null default '{}',
  period_start timestamptz not null,
  period_plan_used int not null default 0 check (period_plan_used >= 0),
  period_grants_used int not null default 0 check (period_grants_used >= 0),
  period_warned boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, external_id),
  foreign key (store_id, plan_id) references plans (store_id, id)
) with (fillfactor = 80);

create table usage_periods (
  store_id text not null,
  customer_id text not null,
  period_start timestamptz not null,
  period_end timestamptz not null,
  used int not null,
  "limit" int not null,
  primary key (store_id, customer_id, period_start),
  foreign key (store_id, customer_id) references customers (store_id, id)
);

create table grants (
  store_id text not null,
  order_id text not null,
  customer_id text not null,
  amount int not null check (amount > 0),
  spent int not null default 0 check (spent >= 0 and spent <= amount),
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  primary key (store_id, order_id),
  foreign key (store_id, customer_id) references customers (store_id, id)
) with (fillfactor = 80);
create index grants_of_customer on grants (store_id, customer_id, expires_at, created_at, order_id);

create table sessions (
  store_id text not null,
  jti text not null,
  customer_id text not null,
  kid text not null,
  product_id text,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (store_id, jti),
  foreign key (store_id, customer_id) references customers (store_id, id)
);
create index sessions_of_customer on sessions (store_id, customer_id, jti);
create index sessions_expiry on sessions (expires_at);

create table tryons (
  store_id text not null,
  id text not null,
  at timestamptz not null,
  success boolean not null,
  customer_id text,
  charged_to text not null check (charged_to in ('nobody', 'plan', 'grant')),
  debit_id text,
  report jsonb not null,
  primary key (store_id, id)
);

create table ledger_entries (
  store_id text not null,
  id text not null,
  at timestamptz not null,
  kind text not null check (kind in ('issue', 'debit', 'expiry')),
  source text not null,
  sink text not null,
  amount int not null check (amount > 0),
  debit_id text,
  primary key (store_id, id),
  check (source <> sink)
);

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_is_append_only before update or delete or truncate on ledger_entries
  for each statement execute function refuse_ledger_change();

create table outbox (
  store_id text not null,
  id text not null,
  type text not null,
  created_at timestamptz not null,
  data jsonb not null,
  taken_at timestamptz,
  primary key (store_id, id)
);
create index outbox_waiting on outbox (created_at, store_id, id) where taken_at is null;

create table idempotency_keys (
  store_id text not null,
  key text not null,
  request_hash text not null,
  answer jsonb not null,
  expires_at timestamptz not null,
  primary key (store_id, key)
);
create index idempotency_keys_expiry on idempotency_keys (expires_at);

create table signing_keys (
  kid text primary key,
  public_jwk jsonb not null,
  private_sealed text not null,
  published_at timestamptz not null,
  signs_from timestamptz,
  retired_at timestamptz
);
`;
