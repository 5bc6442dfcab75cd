/**
 * By what a merchant knows of a customer: an id without its platform's prefix, the last name or the domain of
 * an email. Whole ids and emails have their indexes from before (dashboard/pages/find-customers.ts).
 *
 * And what a ledger holds beside its debits, which are nearly all of it.
 */
export const findCustomers = `
create index customers_by_native_id on customers
  (store_id, (lower(substr(external_id, strpos(external_id, '_') + 1)) collate "C"), id)
  where strpos(external_id, '_') > 0;
create index customers_by_email_name on customers
  (store_id, (substring(lower(email) from '[._+-]([^._+@-]+)@') collate "C"), id)
  where substring(lower(email) from '[._+-]([^._+@-]+)@') is not null;
create index customers_by_email_domain on customers
  (store_id, (split_part(lower(email), '@', 2) collate "C"), id)
  where email is not null;

create index ledger_entries_beside_debits on ledger_entries (store_id, id) where kind <> 'debit';
`;
