export type { StatusResponse } from '@genvoris/contract/types/status';
export { parseRetryAfter } from '@genvoris/http';
export type { TryonForm } from './client/tryon-form.ts';
export type { Answer, TypedClient } from './client/typed-client.ts';
export {
  type CallOptions,
  type ConversionsClient,
  createGenvoris,
  type EventsClient,
  type Genvoris,
  type ReturnsClient,
  type StatusClient,
  type TrackClient,
  type TryonClient,
  type WriteOptions,
} from './client.ts';
export {
  type AnyGenvorisError,
  type ContractBreach,
  GenvorisAbortError,
  GenvorisApiError,
  type GenvorisConnectionCode,
  GenvorisConnectionError,
  GenvorisContractError,
  GenvorisError,
  type GenvorisErrorCode,
  GenvorisTimeoutError,
  GenvorisUsageError,
  isGenvorisError,
} from './errors.ts';
export type { GenvorisOptions } from './options.ts';
export type {
  TransportCause,
  TransportFailure,
  TransportFailureKind,
  TransportPhase,
} from './transport/failure.ts';
export { createTransport } from './transport/transport.ts';
export type {
  Transport,
  TransportBody,
  TransportOptions,
  TransportRequest,
  TransportResponse,
  TransportResult,
} from './transport/types.ts';
