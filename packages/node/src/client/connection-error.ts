import type { Redact } from '@genvoris/http';
import {
  GenvorisAbortError,
  GenvorisConnectionError,
  type GenvorisError,
  GenvorisTimeoutError,
  GenvorisUsageError,
} from '../errors.ts';
import type { TransportCause, TransportFailure } from '../transport/failure.ts';

/** The one place where a failed exchange becomes an error. */
export function toConnectionError(failure: TransportFailure, redact: Redact): GenvorisError {
  const { kind, target } = failure;
  switch (kind) {
    case 'aborted':
      return new GenvorisAbortError(`The call to ${target} was aborted.`, { cause: failure.cause });
    case 'timeout':
      return new GenvorisTimeoutError(
        `${target} did not answer within ${failure.timeoutMs} ms (${WAITING_FOR[failure.phase]}).`,
        failure.phase,
        failure.timeoutMs,
      );
    case 'invalid_request':
      return new GenvorisUsageError('invalid_call', 'request', redact(failure.cause.message));
    case 'request_body':
      return new GenvorisConnectionError(kind, `The body for ${target} failed while it was sent.`, {
        cause: failure.cause,
      });
    case 'too_large':
      return new GenvorisConnectionError(kind, `The answer of ${target} is over ${failure.maxBytes} bytes.`);
    case 'closed':
      return new GenvorisConnectionError(kind, `The client was closed before the call to ${target}.`);
    case 'refused':
    case 'unresolvable':
    case 'tls':
    case 'reset':
    case 'truncated':
    case 'malformed':
    case 'undecodable':
      return new GenvorisConnectionError(kind, SAYS[kind](target), { cause: clean(failure.cause, redact) });
  }
}

const WAITING_FOR = {
  connect: 'no connection',
  headers: 'no headers',
  body: 'the body is incomplete',
} as const;

const SAYS = {
  refused: (target: string) => `${target} cannot be reached.`,
  unresolvable: (target: string) => `The host of ${target} cannot be resolved.`,
  tls: (target: string) => `No secure connection to ${target}.`,
  reset: (target: string) => `${target} closed the connection.`,
  truncated: (target: string) => `The answer of ${target} ended early.`,
  malformed: (target: string) => `The answer of ${target} cannot be read.`,
  undecodable: (target: string) => `The answer of ${target} cannot be decoded.`,
};

function clean(cause: TransportCause, redact: Redact): TransportCause {
  return { code: cause.code, message: redact(cause.message) };
}
