import type { Generated } from 'kysely';

/** The tables, by their names without a prefix. */
export interface Schema {
  genvoris_customers: CustomersTable;
  genvoris_credits: CreditsTable;
  genvoris_processed_events: ProcessedEventsTable;
  genvoris_migrations: { id: number; at: number };
}

export const TABLES = [
  'genvoris_credits',
  'genvoris_customers',
  'genvoris_processed_events',
  'genvoris_migrations',
] as const satisfies readonly (keyof Schema)[];

/** A shopper, or a guest who left an email. */
export interface CustomersTable {
  id: string;
  /** Digest of the externalId or the claim; null once the shopper was deleted. */
  holder: string | null;
  external_id: string | null;
  /** Of a guest's row: the shopper who claimed it. */
  owner_id: string | null;
  is_subscribed: number;
  /** The account as text: what the entries come to, kept so that it need not be added up each time. */
  account: string;
  /** When time next does something to the account. */
  next_due: number | null;
  created_at: number;
}

/** The entries. They are only ever added. */
export interface CreditsTable {
  id: Generated<number>;
  customer_id: string | null;
  kind: string;
  at: number;
  amount: number;
  source: string | null;
  ref: string | null;
  order_id: string | null;
  hold_id: string | null;
  until: number | null;
  request_id: string | null;
  once: string | null;
  detail: string | null;
}

export interface ProcessedEventsTable {
  /** Digest of sender and event id, which may name a shopper and is kept nowhere else. */
  id: string;
  sender: string;
  at: number;
  /** The same of an event that a sweep may drop once it is old; null of the shop's own, which are kept. */
  prunable_at: number | null;
  /** What it came to, as JSON; null for an event that is recorded only. */
  result: string | null;
}
