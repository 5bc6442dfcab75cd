export interface ConnectFormsTable {
  store_id: string;
  nonce_hash: string;
  expires_at: Date;
}

export interface ConnectCodesTable {
  store_id: string;
  code_hash: string;
  state_hash: string;
  return_url: string;
  site_url: string;
  site_name: string;
  plugin_version: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface ConnectedSitesTable {
  store_id: string;
  /** Origin and path, without a slash at the end. */
  site_url: string;
  site_name: string;
  plugin_version: string;
  key_id: string;
  endpoint_id: string;
  connected_at: Date;
}
