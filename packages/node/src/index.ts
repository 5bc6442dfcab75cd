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
