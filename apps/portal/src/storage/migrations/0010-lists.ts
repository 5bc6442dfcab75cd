/**
 * Figures by day instead of by hour: a page shows days, and 90 of them are some hundred rows.
 *
 * Customers by any status: the index of those not active served no list of the active in a store where most
 * are not. The other indexes are for the sweep of what has expired, which is of all stores at once.
 */
export const lists = `
create table tryon_days (
  store_id text not null references stores (store_id),
  day timestamptz not null,
  platform text not null,
  completed int not null,
  failed int not null,
  credits int not null,
  primary key (store_id, day, platform)
);
insert into tryon_days (store_id, day, platform, completed, failed, credits)
  select store_id, date_trunc('day', hour, 'UTC'), platform, sum(completed), sum(failed), sum(credits)
  from tryon_hours group by 1, 2, 3;
drop table tryon_hours;

create index customers_by_status on customers (store_id, status, id);
drop index customers_not_active;
create index merchant_sessions_expired on merchant_sessions (expires_at);
create index connect_forms_expired on connect_forms (expires_at);
create index connect_codes_expired on connect_codes (expires_at);
`;
