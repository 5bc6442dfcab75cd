/**
 * One-click connect, and the merchants' sign-ins that it asks for. Codes, form tokens and session tokens are
 * kept as SHA-256; a code is found by its hash alone, since the shop that brings it names no store.
 */
export const connect = `
create table merchant_sessions (
  store_id text not null references stores (store_id),
  token_hash text not null,
  merchant text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (store_id, token_hash)
);

create table connect_forms (
  store_id text not null references stores (store_id),
  nonce_hash text not null,
  expires_at timestamptz not null,
  primary key (store_id, nonce_hash)
);

create table connect_codes (
  store_id text not null references stores (store_id),
  code_hash text not null,
  state_hash text not null,
  return_url text not null,
  site_url text not null,
  site_name text not null,
  plugin_version text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (store_id, code_hash)
);
create index connect_codes_by_hash on connect_codes (code_hash);

create table connected_sites (
  store_id text not null references stores (store_id),
  site_url text not null,
  site_name text not null,
  plugin_version text not null,
  key_id text not null,
  endpoint_id text not null,
  connected_at timestamptz not null,
  primary key (store_id, site_url)
);
`;
