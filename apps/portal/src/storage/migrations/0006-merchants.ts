/**
 * Who may sign in to the dashboard, and what it shows of tables that grow with every try-on: hours that are
 * over are summed up once (domain/stats), so that a page costs the same however long a store's history is.
 */
export const merchants = `
create table merchants (
  email text primary key,
  password_hash text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table store_merchants (
  store_id text not null references stores (store_id),
  email text not null references merchants (email),
  primary key (store_id, email)
);
create index store_merchants_by_email on store_merchants (email, store_id);

create table figures_through (
  store_id text primary key references stores (store_id),
  through timestamptz not null
);

create table tryon_hours (
  store_id text not null references stores (store_id),
  hour timestamptz not null,
  platform text not null,
  completed int not null,
  failed int not null,
  credits int not null,
  primary key (store_id, hour, platform)
);

create table ledger_totals (
  store_id text not null references stores (store_id),
  account text not null,
  amount bigint not null,
  primary key (store_id, account)
);

create index customers_by_external_id on customers (store_id, (lower(external_id) collate "C"), id);
create index customers_by_email on customers (store_id, (lower(email) collate "C"), id) where email is not null;
create index customers_not_active on customers (store_id, status, id) where status <> 'ACTIVE';
create index merchant_sessions_expiry on merchant_sessions (store_id, expires_at);
`;
