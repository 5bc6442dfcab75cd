export interface MerchantsTable {
  /** In lower case. */
  email: string;
  password_hash: string;
  created_at: Date;
  updated_at: Date;
}

export interface StoreMerchantsTable {
  store_id: string;
  email: string;
}

export interface MerchantSessionsTable {
  store_id: string;
  token_hash: string;
  /** Who signed in, for people: an address or a name. */
  merchant: string;
  created_at: Date;
  expires_at: Date;
}
