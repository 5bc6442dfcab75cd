/**
 * Where events go, and what became of each. A delivery is claimed for a while (`claimed_until`) by the process
 * that attempts it; `held` takes those of an endpoint that is switched off out of the workers' index.
 */
export const webhooks = `
create table webhook_endpoints (
  store_id text not null references stores (store_id),
  id text not null,
  url text not null,
  events text[] not null check (cardinality(events) > 0),
  description text,
  active boolean not null default true,
  secret_sealed text not null,
  previous_secret_sealed text,
  previous_secret_until timestamptz,
  failing_since timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (store_id, id)
);

create table webhook_deliveries (
  store_id text not null,
  id text not null,
  endpoint_id text not null,
  event_id text not null,
  event_type text not null,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'dead')),
  held boolean not null default false,
  attempts int not null default 0 check (attempts between 0 and 9),
  attempts_in_all int not null default 0,
  last_status_code int,
  last_error text,
  next_attempt_at timestamptz,
  claim text,
  claimed_until timestamptz,
  delivered_at timestamptz,
  created_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, endpoint_id, event_id),
  foreign key (store_id, endpoint_id) references webhook_endpoints (store_id, id) on delete cascade,
  check ((status = 'pending') = (next_attempt_at is not null))
) with (fillfactor = 70);
create index webhook_deliveries_due on webhook_deliveries (next_attempt_at, store_id, id)
  where status = 'pending' and not held;
create index webhook_deliveries_of_endpoint on webhook_deliveries (store_id, endpoint_id, id);
create index webhook_deliveries_by_status on webhook_deliveries (store_id, endpoint_id, status, id);
create index webhook_deliveries_of_event on webhook_deliveries (store_id, event_id);
create index webhook_deliveries_settled on webhook_deliveries (created_at) where status <> 'pending';

create table webhook_attempts (
  store_id text not null,
  delivery_id text not null,
  n int not null,
  at timestamptz not null,
  status_code int,
  error text,
  duration_ms int not null,
  primary key (store_id, delivery_id, n),
  foreign key (store_id, delivery_id) references webhook_deliveries (store_id, id) on delete cascade
);

create index outbox_taken on outbox (created_at) where taken_at is not null;
`;
