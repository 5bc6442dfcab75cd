export type { ErrorReport } from './core/error-report.ts';
export type { StorefrontOptions } from './core/options.ts';
export type { Platform } from './core/platform.ts';
export type { CtaLink } from './entitlements/cta-link.ts';
export type { ModelOption, ModelSettings } from './entitlements/model-settings.ts';
export type { CancelSignal } from './exchange/cancellation.ts';
export type { Failure } from './exchange/failure.ts';
export type { Awaitable, RequestBody, StorefrontRequest, StorefrontResponse } from './exchange/request.ts';
export type { StorefrontOperationId } from './exchange/routes.ts';
export type { Csrf, CsrfHeader } from './guards/csrf.ts';
export type { IssuedNonce, Nonces } from './guards/nonces.ts';
export type { RateLimit, RateLimiter, RateLimiterFactory, RateLimiterState } from './guards/rate-limit.ts';
export { createStorefront, type Storefront } from './hosts/fetch.ts';
export type {
  EventResult,
  Held,
  Holder,
  LedgerAccount,
  OrderChange,
  ReserveRequest,
  ShopperAllowance,
  ShopperLedger,
  SubscriptionChange,
} from './ledger/shopper-ledger.ts';
export type { ConnectOptions } from './operations/connect-options.ts';
export type { GenvorisEventHandlers } from './operations/genvoris-events.ts';
export type { ShopEventReading, ShopEventSource } from './shop-events/reading.ts';
export type { ShopperIdentity } from './shoppers/shopper.ts';
export { type Connection, keepConnection, readConnection } from './vault/connection.ts';
export { createVault, type Vault, type VaultOptions, type VaultReading } from './vault/vault.ts';
export { createVaultMemory, type VaultStorage } from './vault/vault-storage.ts';
export type { WordPressSalts } from './vault/wordpress-record.ts';
