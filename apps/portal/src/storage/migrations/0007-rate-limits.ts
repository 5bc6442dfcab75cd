/**
 * What callers have used of their limits, counted for all processes together. Not logged: a count is worth
 * nothing after a crash, and so it costs no write to disk. A caller that no store answers for (an address, a
 * sign-in) is counted under the empty store.
 *
 * Half of each page is kept free, and no index has the count, so that counting on rewrites a row in its page.
 */
export const rateLimits = `
create unlogged table rate_limits (
  store_id text not null,
  bucket text not null,
  used bigint not null,
  expires_at timestamptz not null,
  primary key (store_id, bucket)
) with (fillfactor = 50);
create index rate_limits_expiry on rate_limits (expires_at);
`;
